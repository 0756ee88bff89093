package io.centerline.log;

import java.util.List;

/** Where stored hashes are read, many at once. */
@FunctionalInterface
public interface Tiles {

    /** Levels of the tree that one tile spans. */
    int HEIGHT = 8;

    /** Hashes of a full tile: 256. */
    int WIDTH = 1 << HEIGHT;

    /**
     * Reads neighbouring hashes of one stored level.
     *
     * @param tileLevel 0 for leaves, 1 for roots of 256 leaves, 2 for roots of 65,536 and so on
     * @param begin place of the first within its level
     * @param count how many, 1 to {@link #WIDTH}
     * @return exactly {@code count} hashes
     * @throws IllegalArgumentException when some are not stored
     */
    List<TreeHash> read(int tileLevel, long begin, int count);
}
