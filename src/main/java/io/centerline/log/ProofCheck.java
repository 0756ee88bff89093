package io.centerline.log;

import io.centerline.log.ProofRefused.Kind;
import java.util.Iterator;
import java.util.List;

/** Checks proofs as RFC 9162, sections 2.1.3.2 and 2.1.4.2, has it. */
public final class ProofCheck {
    private ProofCheck() {}

    /**
     * Checks that a leaf is in a tree.
     *
     * @param index the leaf's place
     * @param size the tree's number of leaves
     * @throws ProofRefused with what is wrong
     */
    public static void inclusion(long index, long size, TreeHash leaf, List<TreeHash> proof, TreeHash root)
            throws ProofRefused {
        if (index < 0 || index >= size) {
            throw new ProofRefused(Kind.OUT_OF_RANGE, "leaf " + index + " is not in a tree of " + leaves(size));
        }
        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : proof) {
            if (last == 0) {
                throw tooLong(proof);
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw tooShort(proof);
        }
        compare(hash, root, Kind.ROOT_DIFFERS, size);
    }

    /**
     * Checks that a tree continues an earlier one.
     *
     * @throws ProofRefused with what is wrong
     */
    public static void consistency(long from, long to, TreeHash earlier, TreeHash later, List<TreeHash> proof)
            throws ProofRefused {
        if (from < 0 || from > to) {
            throw new ProofRefused(
                    Kind.OUT_OF_RANGE, "a tree of " + leaves(to) + " does not continue one of " + leaves(from));
        }
        if (from == 0 || from == to) {
            if (!proof.isEmpty()) {
                throw tooLong(proof);
            }
            compare(from == 0 ? new TreeHasher().empty() : later, earlier, Kind.EARLIER_ROOT_DIFFERS, from);
            return;
        }
        walk(from, to, earlier, later, proof);
    }

    private static void walk(long from, long to, TreeHash earlier, TreeHash later, List<TreeHash> proof)
            throws ProofRefused {
        TreeHasher hasher = new TreeHasher();
        Iterator<TreeHash> hashes = proof.iterator();
        int shift = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >>> shift;
        long last = (to - 1) >>> shift;
        if (node != 0 && !hashes.hasNext()) {
            throw tooShort(proof);
        }
        TreeHash old = node == 0 ? earlier : hashes.next();
        TreeHash all = old;
        while (hashes.hasNext()) {
            TreeHash sibling = hashes.next();
            if (last == 0) {
                throw tooLong(proof);
            }
            if ((node & 1) == 1 || node == last) {
                old = hasher.node(sibling, old);
                all = hasher.node(sibling, all);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                all = hasher.node(all, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw tooShort(proof);
        }
        compare(old, earlier, Kind.EARLIER_ROOT_DIFFERS, from);
        compare(all, later, Kind.ROOT_DIFFERS, to);
    }

    private static void compare(TreeHash found, TreeHash expected, Kind kind, long size) throws ProofRefused {
        if (!found.equals(expected)) {
            throw new ProofRefused(
                    kind,
                    "the proof leads to root `" + found.base64() + "`, the tree of " + leaves(size) + " has `"
                            + expected.base64() + "`");
        }
    }

    private static ProofRefused tooLong(List<TreeHash> proof) {
        return new ProofRefused(
                Kind.TOO_LONG, "the proof has " + hashes(proof) + ", more than a tree of this size takes");
    }

    private static ProofRefused tooShort(List<TreeHash> proof) {
        return new ProofRefused(
                Kind.TOO_SHORT, "the proof has " + hashes(proof) + ", fewer than a tree of this size takes");
    }

    private static String hashes(List<TreeHash> proof) {
        return proof.size() == 1 ? "1 hash" : proof.size() + " hashes";
    }

    private static String leaves(long size) {
        return size == 1 ? "1 leaf" : size + " leaves";
    }
}
