package io.centerline.api;

/**
 * Two places in the log, the first not behind the second.
 *
 * @param from the first place
 * @param to the place behind the last
 */
public record LeafRange(long from, long to) {

    /**
     * Reads {@code from} (default 0) and {@code to} (default: all that the newest checkpoint covers).
     *
     * @param size how many leaves the newest checkpoint covers
     */
    public static LeafRange of(Query query, long size) {
        String beyond = "lies beyond the newest checkpoint, which covers " + size + (size == 1 ? " leaf" : " leaves");
        long from = query.place("from", 0, size, beyond);
        long to = query.place("to", size, size, beyond);
        query.ordered("from", from, "to", to);
        return new LeafRange(from, to);
    }
}
