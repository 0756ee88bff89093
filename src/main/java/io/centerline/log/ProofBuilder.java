package io.centerline.log;

import java.util.ArrayList;
import java.util.List;

/** Makes the proofs of RFC 9162, sections 2.1.3 and 2.1.4, from stored nodes. Reads O(log size) nodes. */
public final class ProofBuilder {
    private ProofBuilder() {}

    /** The root of the first {@code size} leaves. */
    public static TreeHash root(long size, Nodes nodes) {
        return Frontier.of(size, nodes).root();
    }

    /**
     * Proves that a leaf is in the tree of the first {@code size} leaves: the sibling hashes on the way up.
     *
     * @throws IllegalArgumentException unless {@code 0 <= index < size}
     */
    public static List<TreeHash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<TreeHash> path = new ArrayList<>();
        // Below this height the way up runs inside complete subtrees, above it along the tree's right edge.
        int inner = innerLevels(index, size);
        for (int level = 0; level < inner; level++) {
            long sibling = (index >>> level) ^ 1;
            path.add(range(sibling << level, Math.min(size, (sibling + 1) << level), nodes));
        }
        addLeftPeaks(path, index >>> inner, inner, nodes);
        return path;
    }

    /**
     * Proves that the tree of the first {@code to} leaves continues the one of the first {@code from}.
     *
     * @throws IllegalArgumentException unless {@code 0 <= from <= to}
     */
    public static List<TreeHash> consistency(long from, long to, Nodes nodes) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " does not continue one of " + from);
        }
        if (from == 0 || from == to) {
            return List.of();
        }
        List<TreeHash> path = new ArrayList<>();
        // The largest complete subtree that ends where the old tree ends is where both trees' ways up begin.
        int shift = Long.numberOfTrailingZeros(from);
        long node = (from >>> shift) - 1;
        if (node != 0) {
            path.add(nodes.node(shift, node));
        }
        int inner = innerLevels(from - 1, to);
        for (int level = shift; level < inner; level++) {
            long sibling = ((from - 1) >>> level) ^ 1;
            path.add(range(sibling << level, Math.min(to, (sibling + 1) << level), nodes));
        }
        addLeftPeaks(path, (from - 1) >>> Math.max(inner, shift), Math.max(inner, shift), nodes);
        return path;
    }

    private static int innerLevels(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    private static void addLeftPeaks(List<TreeHash> path, long edge, int from, Nodes nodes) {
        int level = from;
        for (long rest = edge; rest > 0; rest >>>= 1, level++) {
            if ((rest & 1) == 1) {
                path.add(nodes.node(level, rest - 1));
            }
        }
    }

    /** The root over the leaves {@code [begin, end)}, which begin where a subtree may. */
    private static TreeHash range(long begin, long end, Nodes nodes) {
        List<Subtree> cover = Subtree.covering(begin, end);
        TreeHasher hasher = new TreeHasher();
        TreeHash root = cover.get(cover.size() - 1).hash(nodes);
        for (int i = cover.size() - 2; i >= 0; i--) {
            root = hasher.node(cover.get(i).hash(nodes), root);
        }
        return root;
    }
}
