package io.centerline.log;

/** Where the hashes of complete subtrees come from. */
@FunctionalInterface
public interface Nodes {

    /**
     * The root of the complete subtree over the leaves {@code [index << level, (index + 1) << level)}.
     *
     * @param level the subtree's height; 0 is a leaf
     * @param index its place among the subtrees of this height, from 0
     * @throws IllegalArgumentException when not all its leaves are there
     */
    TreeHash node(int level, long index);
}
