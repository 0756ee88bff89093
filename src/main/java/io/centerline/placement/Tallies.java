package io.centerline.placement;

import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Votes and value by Center, and the tallies made of them. Not thread-safe. */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
final class Tallies {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
    private static final Center[] CENTERS = Center.values();

    /** By the ordinal of the Center. */
    private final long[] counts;

    private final BigDecimal[] values;
    private final BigDecimal totalValue;
    private final long total;
    private @Nullable List<Tally> list;

    private Tallies(long[] counts, BigDecimal[] values, BigDecimal totalValue) {
        this.counts = counts;
        this.values = values;
        this.totalValue = totalValue;
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    /** Adds up votes. */
    static Tallies of(List<LineCount.Votes> votes) {
        long[] counts = new long[CENTERS.length];
        BigDecimal[] values = new BigDecimal[CENTERS.length];
        Arrays.fill(values, NOTHING);
        BigDecimal totalValue = NOTHING;
        for (LineCount.Votes vote : votes) {
            int center = vote.classified().center().ordinal();
            counts[center] += vote.count();
            values[center] = values[center].add(vote.value());
            totalValue = totalValue.add(vote.value());
        }
        return new Tallies(counts, values, totalValue);
    }

    /** The same with more lines, without value, in one Center. */
    Tallies plus(Center center, long lines) {
        long[] more = counts.clone();
        more[center.ordinal()] += lines;
        return new Tallies(more, values, totalValue);
    }

    /** All counted lines. */
    long total() {
        return total;
    }

    long count(Center center) {
        return counts[center.ordinal()];
    }

    /** The most lines any Center has, 0 without lines. */
    long most() {
        long most = 0;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** The most lines of any Center but these two, which may be one; 0 when there is no other. */
    long mostBut(Center one, Center other) {
        long most = 0;
        for (Center center : CENTERS) {
            if (center != one && center != other) {
                most = Math.max(most, counts[center.ordinal()]);
            }
        }
        return most;
    }

    /** The tallies as the rules see them, in the order of Centers. */
    List<Tally> list() {
        if (list == null) {
            list = make();
        }
        return list;
    }

    private List<Tally> make() {
        long most = 0;
        long second = 0;
        for (long count : counts) {
            second = Math.max(second, Math.min(most, count));
            most = Math.max(most, count);
        }
        List<Tally> tallies = new ArrayList<>(counts.length);
        for (Center center : CENTERS) {
            long count = counts[center.ordinal()];
            if (count > 0) {
                tallies.add(new Tally(
                        center, count, total, count == most ? second : most, values[center.ordinal()], totalValue));
            }
        }
        return Collections.unmodifiableList(tallies);
    }
}
