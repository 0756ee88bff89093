package io.centerline.journal.search;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A stretch of the journal.
 *
 * @param after decisions in it have greater indices
 * @param before and smaller ones than this
 */
record IndexRange(long after, long before) {
    /**
     * How far the times of two decisions may be apart against their order in the journal. A decision waits a few seconds
     * at most, and clocks of replicas differ by less.
     */
    static final Duration DISORDER = Duration.ofMinutes(10);

    /** All of it. */
    static final IndexRange WHOLE = new IndexRange(-1, Search.FROM_THE_NEWEST);

    /** Nothing of it. */
    static final IndexRange NONE = new IndexRange(-1, 0);

    /**
     * The stretch that holds every decision of a filter's days, and a few others. Ids begin with the millisecond of the
     * decision (UUID version 7), so two looks at their index find it and time needs no index of its own.
     */
    static IndexRange of(Handle handle, Filter filter) {
        long after = -1;
        long before = Search.FROM_THE_NEWEST;
        if (filter.from() != null) {
            Instant start = start(filter.from()).minus(DISORDER);
            after = lastBefore(handle, start).orElse(after);
        }
        if (filter.to() != null) {
            Instant end = start(filter.to().plusDays(1)).plus(DISORDER);
            before = firstFrom(handle, end).orElse(before);
        }
        return new IndexRange(after, before);
    }

    /** A stretch that holds decisions of a filter's days only, though not all of them. */
    static IndexRange within(Handle handle, Filter filter) {
        long after = -1;
        long before = Search.FROM_THE_NEWEST;
        if (filter.from() != null) {
            Instant start = start(filter.from()).plus(DISORDER);
            after = firstFrom(handle, start).orElse(Search.FROM_THE_NEWEST - 1);
        }
        if (filter.to() != null) {
            Instant end = start(filter.to().plusDays(1)).minus(DISORDER);
            before = lastBefore(handle, end).orElse(0L);
        }
        return new IndexRange(after, before);
    }

    private static Optional<Long> lastBefore(Handle handle, Instant time) {
        return index(handle, "select index from decision where id < ? order by id desc limit 1", time);
    }

    private static Optional<Long> firstFrom(Handle handle, Instant time) {
        return index(handle, "select index from decision where id >= ? order by id limit 1", time);
    }

    boolean isEmpty() {
        return after + 1 >= before;
    }

    /** The part from a decision on. */
    IndexRange from(long index) {
        return new IndexRange(Math.max(after, index - 1), before);
    }

    /** The part before a decision. */
    IndexRange before(long index) {
        return new IndexRange(after, Math.min(before, index));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<Long> index(Handle handle, String sql, Instant time) {
        return handle.createQuery(sql).bind(0, firstId(time)).mapTo(Long.class).findOne();
    }

    /** The smallest id a decision of that millisecond can have. */
    private static UUID firstId(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }
}
