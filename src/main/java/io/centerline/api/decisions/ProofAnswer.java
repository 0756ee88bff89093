package io.centerline.api.decisions;

import io.centerline.journal.InclusionProof;
import io.centerline.log.TreeHash;
import java.util.List;
import java.util.UUID;

/**
 * An inclusion proof (RFC 9162, section 2.1.3).
 *
 * @param id of the decision
 * @param index its leaf's place
 * @param leaf the leaf's hash, hex
 * @param size of the tree
 * @param root of the tree, hex
 * @param hashes on the way up, hex
 * @param checkpoint the signed note over size and root
 */
public record ProofAnswer(
        UUID id, long index, String leaf, long size, String root, List<String> hashes, String checkpoint) {
    static ProofAnswer of(UUID id, InclusionProof proof) {
        return new ProofAnswer(
                id,
                proof.index(),
                proof.leaf().hex(),
                proof.checkpoint().size(),
                proof.checkpoint().root().hex(),
                proof.hashes().stream().map(TreeHash::hex).toList(),
                proof.checkpoint().note());
    }
}
