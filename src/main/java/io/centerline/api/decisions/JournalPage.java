package io.centerline.api.decisions;

import io.centerline.api.Query;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list of the journal is asked for.
 *
 * @param from the first place or number
 * @param limit how many at most
 */
record JournalPage(long from, int limit) {
    /** No place in the journal is behind this one. */
    static final long LAST_PLACE = 999_999_999_999_999_999L;

    /** What an issue says of a place that is too large. */
    static final String NO_PLACE = "is larger than any place in the journal";

    private static final int LONGEST = 1_000;

    /**
     * Reads {@code from} (default 0) and {@code limit} (default 100).
     *
     * @param beyond what an issue says of a {@code from} that is too large
     */
    static JournalPage read(Query query, String beyond) {
        return new JournalPage(query.place("from", 0, LAST_PLACE, beyond), query.number("limit", 1, LONGEST, 100));
    }

    /** What to give as {@code from} to read on; null when what was found is the end. */
    <T> @Nullable Long next(List<T> found, ToLongFunction<T> behind) {
        return found.size() < limit ? null : behind.applyAsLong(found.get(limit - 1));
    }
}
