package io.centerline.batch;

import io.centerline.rulebook.vocabulary.NotCountedReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of rows: those read are those counted, those set aside and those rejected.
 *
 * @param counted rows of lines that vote
 * @param notCounted rows of lines that do not vote, by reason; reasons without rows are left out
 * @param titles rows above the titles, and rows that repeat them
 * @param sums rows that add others up
 * @param dropped rows of versions of a line that were not taken
 * @param rejected rows with faults
 */
public record RowCounts(
        long counted, Map<NotCountedReason, Long> notCounted, long titles, long sums, long dropped, long rejected) {

    /** No row yet. */
    public static final RowCounts NONE = new RowCounts(0, Map.of(), 0, 0, 0, 0);

    public RowCounts {
        EnumMap<NotCountedReason, Long> copy = new EnumMap<>(NotCountedReason.class);
        notCounted.forEach((reason, rows) -> {
            if (rows > 0) {
                copy.put(reason, rows);
            }
        });
        notCounted = copy;
    }

    /** These rows and others. */
    public RowCounts plus(RowCounts other) {
        Map<NotCountedReason, Long> sum = new EnumMap<>(NotCountedReason.class);
        sum.putAll(notCounted);
        other.notCounted.forEach((reason, rows) -> sum.merge(reason, rows, Long::sum));
        return new RowCounts(
                counted + other.counted,
                sum,
                titles + other.titles,
                sums + other.sums,
                dropped + other.dropped,
                rejected + other.rejected);
    }

    /** Rows that are neither counted nor rejected. */
    public long setAside() {
        return titles
                + sums
                + dropped
                + notCounted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All rows. */
    public long read() {
        return counted + setAside() + rejected;
    }
}
