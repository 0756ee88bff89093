package io.centerline.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its complete subtrees, which are all that appending and the root need.
 * Holds at most 63 hashes whatever the size. Not thread-safe.
 */
public final class Frontier {
    private final TreeHasher hasher;
    private final List<TreeHash> peaks;
    private long size;

    /** An empty tree's. */
    public Frontier() {
        this(0, List.of());
    }

    /**
     * A tree's of {@code size} leaves.
     *
     * @param peaks the roots of its complete subtrees, the largest first
     * @throws IllegalArgumentException when a tree of this size has another number of them
     */
    public Frontier(long size, List<TreeHash> peaks) {
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has " + Long.bitCount(size) + " peaks, not " + peaks.size());
        }
        this.hasher = new TreeHasher();
        this.peaks = new ArrayList<>(peaks);
        this.size = size;
    }

    /** The edge of a stored tree. */
    public static Frontier of(long size, Nodes nodes) {
        return new Frontier(
                size,
                Subtree.covering(0, size).stream()
                        .map(subtree -> subtree.hash(nodes))
                        .toList());
    }

    /** Adds one leaf by its hash. */
    public void append(TreeHash leaf) {
        append(0, leaf);
    }

    /**
     * Adds a complete subtree by its root.
     *
     * @throws IllegalArgumentException when a subtree of this height cannot stand here
     */
    void append(int level, TreeHash root) {
        if (size != 0 && Long.numberOfTrailingZeros(size) < level) {
            throw new IllegalArgumentException("no subtree of height " + level + " begins at leaf " + size);
        }
        TreeHash hash = root;
        for (long carry = size >>> level; (carry & 1) == 1; carry >>>= 1) {
            hash = hasher.node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size += 1L << level;
    }

    /** The root over all leaves so far. */
    public TreeHash root() {
        if (peaks.isEmpty()) {
            return hasher.empty();
        }
        TreeHash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }

    /** How many leaves. */
    public long size() {
        return size;
    }

    /** The roots of the complete subtrees, the largest first. */
    public List<TreeHash> peaks() {
        return List.copyOf(peaks);
    }
}
