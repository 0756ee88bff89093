package io.centerline.rulebook.evidence;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the tariff rests on what, on one day. A number rests on the strongest source that speaks for the Center it
 * belongs to. A heading counts once, with the number of it that rests on least, and for the Center of that number.
 *
 * @param day the day
 * @param rows by Center, then the strongest first; none without a heading
 */
public record Support(LocalDate day, List<Row> rows) {

    /**
     * What rests on sources of one strength.
     *
     * @param center the Center
     * @param strength what its numbers rest on
     * @param headings how many headings do
     * @param numbers how many ten-digit numbers of the schedule in force do
     */
    public record Row(Center center, Strength strength, long headings, long numbers) {}

    private record Key(Center center, Strength strength) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCenter = center.compareTo(other.center);
            return byCenter != 0 ? byCenter : strength.compareTo(other.strength);
        }
    }

    public Support {
        rows = List.copyOf(rows);
    }

    /**
     * Counts the numbers of a schedule that are in force.
     *
     * @param belongs the Center a number belongs to on the day; null for none
     */
    public static Support of(
            RangeEvidence evidence, Schedule schedule, LocalDate day, Function<HtsNumber, @Nullable Center> belongs) {
        Map<Key, long[]> counts = new TreeMap<>();
        Map<Integer, Key> weakest = new TreeMap<>();
        for (HtsNumber number : schedule.numbers()) {
            Center center = schedule.status(number) == NumberStatus.ACTIVE ? belongs.apply(number) : null;
            if (center == null) {
                continue;
            }
            Key key = new Key(center, evidence.strength(first(number), center, day));
            if (number.digits().length() == 10) {
                counts.computeIfAbsent(key, unused -> new long[2])[1]++;
            }
            weakest.merge(
                    number.heading(),
                    key,
                    (one, other) -> other.strength().isAbove(one.strength()) || other.strength() == one.strength()
                            ? one
                            : other);
        }
        weakest.values().forEach(key -> counts.computeIfAbsent(key, unused -> new long[2])[0]++);
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(new Row(key.center(), key.strength(), count[0], count[1])));
        return new Support(day, rows);
    }

    private static long first(HtsNumber number) {
        return HtsInterval.of(
                        number.digits().length(), Long.parseLong(number.digits()), Long.parseLong(number.digits()))
                .from();
    }
}
