package io.centerline.journal;

import io.centerline.log.TreeHash;
import java.util.List;

/**
 * That a decision is in the log, at its place.
 *
 * @param checkpoint whose tree it is in
 * @param index the leaf's place
 * @param leaf its hash
 * @param hashes the sibling hashes on the way up to the checkpoint's root (RFC 9162, section 2.1.3)
 */
public record InclusionProof(SignedCheckpoint checkpoint, long index, TreeHash leaf, List<TreeHash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }
}
