package io.centerline.journal.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A stretch of the journal.
 *
 * @param after decisions in it have greater indices
 * @param before and smaller ones than this
 */
record IndexRange(long after, long before) {
    /** All of it. */
    static final IndexRange WHOLE = new IndexRange(-1, Search.FROM_THE_NEWEST);

    /** Nothing of it. */
    static final IndexRange NONE = new IndexRange(-1, 0);

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
}
