package io.centerline.bench.peers;

import io.centerline.bench.HandWritten;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Java without an engine: a sorted map of ranges that do not overlap, and a map from number to Center. */
final class HandWrittenPeer implements Peer {
    private final TreeMap<Long, Range> ranges = new TreeMap<>();
    private final HandWritten counting;

    HandWrittenPeer(Law law, Schedule schedule) {
        law.ranges().forEach(range -> ranges.put(range.from(), range));
        this.counting = new HandWritten(centers(law, schedule));
    }

    private static Map<HtsNumber, Center> centers(Law law, Schedule schedule) {
        Map<HtsNumber, Center> centers = new HashMap<>();
        for (HtsNumber number : schedule.numbers()) {
            long digits = Goods.of(number).number();
            law.ranges().stream()
                    .filter(range -> range.contains(digits))
                    .findFirst()
                    .ifPresent(range -> centers.put(number, Center.valueOf(range.center())));
        }
        return centers;
    }

    @Override
    public @Nullable String classify(Goods goods) {
        Map.Entry<Long, Range> nearest = ranges.floorEntry(goods.number());
        return nearest == null || !nearest.getValue().contains(goods.number())
                ? null
                : nearest.getValue().center();
    }

    @Override
    public Answer place(Sample sample) {
        Map<String, Long> counts = new HashMap<>();
        counting.count(sample.facts()).forEach((center, count) -> counts.put(center.name(), count));
        return Answer.of(counts);
    }
}
