package io.centerline.placement;

import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Votes and value by Center, and the tallies made of them. */
final class Tallies {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final Map<Center, Long> counts;
    private final Map<Center, BigDecimal> values;
    private final BigDecimal totalValue;
    private final long total;
    private final List<Tally> list;

    private Tallies(Map<Center, Long> counts, Map<Center, BigDecimal> values, BigDecimal totalValue) {
        this.counts = counts;
        this.values = values;
        this.totalValue = totalValue;
        this.total = sum(counts);
        this.list = total == 0 ? List.of() : make();
    }

    /** Adds up the votes that satisfy a condition. */
    static Tallies of(List<Ballot.Votes> votes, Predicate<Ballot.Votes> included) {
        Map<Center, Long> counts = new EnumMap<>(Center.class);
        Map<Center, BigDecimal> values = new EnumMap<>(Center.class);
        for (Ballot.Votes vote : votes) {
            if (included.test(vote)) {
                Center center = vote.classified().center();
                counts.merge(center, vote.count(), Long::sum);
                values.merge(center, vote.value(), BigDecimal::add);
            }
        }
        return new Tallies(counts, values, values.values().stream().reduce(NOTHING, BigDecimal::add));
    }

    /** The same with more lines, without value, in one Center. */
    Tallies plus(Center center, long lines) {
        Map<Center, Long> more = new EnumMap<>(counts);
        more.merge(center, lines, Long::sum);
        return new Tallies(more, values, totalValue);
    }

    /** All counted lines. */
    long total() {
        return total;
    }

    long count(Center center) {
        return counts.getOrDefault(center, 0L);
    }

    /** The most lines any Center has, 0 without lines. */
    long most() {
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The tallies as the rules see them, in the order of Centers. */
    List<Tally> list() {
        return list;
    }

    private List<Tally> make() {
        long most = 0;
        long second = 0;
        for (long count : counts.values()) {
            second = Math.max(second, Math.min(most, count));
            most = Math.max(most, count);
        }
        List<Tally> tallies = new ArrayList<>(counts.size());
        for (Map.Entry<Center, Long> entry : counts.entrySet()) {
            Center center = entry.getKey();
            long count = entry.getValue();
            tallies.add(new Tally(
                    center,
                    count,
                    total,
                    count == most ? second : most,
                    values.getOrDefault(center, NOTHING),
                    totalValue));
        }
        return Collections.unmodifiableList(tallies);
    }

    private static long sum(Map<Center, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) {
            sum += count;
        }
        return sum;
    }
}
