package io.centerline.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree's place.
 *
 * @param level its height; 0 is a leaf
 * @param index its place among the subtrees of this height, from 0
 */
record Subtree(int level, long index) {

    /** The largest complete subtrees that cover the leaves {@code [begin, end)}, from left to right. */
    static List<Subtree> covering(long begin, long end) {
        if (begin < 0 || begin > end) {
            throw new IllegalArgumentException("no leaves [" + begin + ", " + end + ")");
        }
        List<Subtree> cover = new ArrayList<>();
        long at = begin;
        while (at < end) {
            // As high as both the place allows and the rest fills.
            int fits = 63 - Long.numberOfLeadingZeros(end - at);
            int level = at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
            cover.add(new Subtree(level, at >>> level));
            at += 1L << level;
        }
        return cover;
    }

    TreeHash hash(Nodes nodes) {
        return nodes.node(level, index);
    }
}
