package io.centerline.bench.peers;

import io.centerline.bench.PlainDrools;
import io.centerline.tariff.Center;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drools as it is usually used: a session for each question, every line inserted. */
final class PlainDroolsPeer implements Peer {
    private final PlainDrools drools;

    PlainDroolsPeer(Law law) {
        this.drools = new PlainDrools(law.rulebook());
    }

    @Override
    public @Nullable String classify(Goods goods) {
        Center center = drools.classify(goods.hts());
        return center == null ? null : center.name();
    }

    @Override
    public Answer place(Sample sample) {
        Map<String, Long> counts = new HashMap<>();
        drools.count(sample.facts()).forEach((center, count) -> counts.put(center.name(), count));
        return Answer.of(counts);
    }
}
