package io.centerline.journal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * When the decisions of each chunk of the journal were made, from the earliest to the latest. Times come from the clocks of many
 * machines, so that nothing follows from the order of the journal. A chunk without a span may hold any day.
 */
final class Spans {
    private final int size;

    /**
     * Spans of chunks.
     *
     * @param size decisions in a chunk; the same for as long as a database has spans
     */
    Spans(int size) {
        this.size = size;
    }

    /**
     * A stretch that may hold decisions of certain days.
     *
     * @param range where it is
     * @param whole whether all its decisions are of those days
     */
    record Stretch(IndexRange range, boolean whole) {}

    /** The stretches that hold every decision of a filter's days, the newest first. */
    List<Stretch> of(Handle handle, Filter filter) {
        if (filter.from() == null && filter.to() == null) {
            return List.of(new Stretch(IndexRange.WHOLE, true));
        }
        List<Stretch> stretches = new ArrayList<>();
        handle.createQuery("select chunk, coalesce(earliest >= cast(:from as timestamptz)"
                        + " and latest < cast(:end as timestamptz), false) whole"
                        + " from generate_series((select coalesce(max(index), 0) / :size from decision), 0, -1) chunk"
                        + " left join decision_span using (chunk)"
                        + " where earliest is null"
                        + " or (latest >= cast(:from as timestamptz) and earliest < cast(:end as timestamptz))"
                        + " order by chunk desc")
                .bind("from", time(filter.from(), 0, "-infinity"))
                .bind("end", time(filter.to(), 1, "infinity"))
                .bind("size", size)
                .map((row, context) -> chunk(row))
                .forEach(chunk -> add(stretches, chunk));
        return stretches;
    }

    private static String time(@Nullable LocalDate day, int later, String none) {
        return day == null
                ? none
                : OffsetDateTime.ofInstant(IndexRange.start(day.plusDays(later)), ZoneOffset.UTC)
                        .toString();
    }

    private Stretch chunk(ResultSet row) throws SQLException {
        long first = row.getLong("chunk") * size;
        return new Stretch(new IndexRange(first - 1, first + size), row.getBoolean("whole"));
    }

    /** Neighbors are one stretch. */
    private static void add(List<Stretch> stretches, Stretch chunk) {
        int last = stretches.size() - 1;
        Stretch newer = last < 0 ? null : stretches.get(last);
        if (newer != null
                && newer.whole() == chunk.whole()
                && newer.range().after() + 1 == chunk.range().before()) {
            stretches.set(
                    last,
                    new Stretch(
                            new IndexRange(chunk.range().after(), newer.range().before()), chunk.whole()));
        } else {
            stretches.add(chunk);
        }
    }

    /** Writes the span of the next chunk, within a transaction; false when it is not complete yet. */
    boolean coverNext(Handle handle) {
        return handle.createUpdate("insert into decision_span (chunk, earliest, latest)"
                                // A chunk without decisions has none on any day.
                                + " select next.chunk, coalesce(min(decided_at), 'infinity'),"
                                + " coalesce(max(decided_at), '-infinity')"
                                + " from (select coalesce(max(chunk), -1) + 1 as chunk from decision_span) next"
                                + " left join decision on index >= next.chunk * cast(:size as bigint)"
                                + " and index < (next.chunk + 1) * cast(:size as bigint)"
                                // Indices have no gaps, so the last leaf of a chunk stands for all.
                                + " where exists (select from decision where index = (next.chunk + 1) * cast(:size as bigint) - 1)"
                                + " or exists (select from log_record where index = (next.chunk + 1) * cast(:size as bigint) - 1)"
                                + " group by next.chunk on conflict do nothing")
                        .bind("size", size)
                        .execute()
                > 0;
    }
}
