package io.centerline.log;

import java.util.ArrayList;
import java.util.List;

/** The way of an inclusion proof (RFC 9162, section 2.1.3.2), step by step, for those who follow it by hand. */
public final class ProofPath {
    private ProofPath() {}

    /**
     * One step up the tree.
     *
     * @param left whether the hash beside stands left of what is known
     * @param beside the hash of the proof
     * @param result the hash of both
     */
    public record Hop(boolean left, TreeHash beside, TreeHash result) {}

    /**
     * The steps from a leaf to the root; the last result is the root when the proof holds, which {@link ProofCheck} says.
     *
     * @param index the leaf's place
     * @param size the tree's number of leaves
     */
    public static List<Hop> of(long index, long size, TreeHash leaf, List<TreeHash> proof) {
        TreeHasher hasher = new TreeHasher();
        List<Hop> hops = new ArrayList<>(proof.size());
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : proof) {
            boolean left = (node & 1) == 1 || node == last;
            hash = left ? hasher.node(sibling, hash) : hasher.node(hash, sibling);
            hops.add(new Hop(left, sibling, hash));
            while (left && (node & 1) == 0 && node != 0) {
                node >>>= 1;
                last >>>= 1;
            }
            node >>>= 1;
            last >>>= 1;
        }
        return hops;
    }
}
