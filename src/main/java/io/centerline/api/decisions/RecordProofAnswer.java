package io.centerline.api.decisions;

import io.centerline.journal.InclusionProof;
import io.centerline.journal.StoredRecord;
import io.centerline.log.TreeHash;
import java.util.List;

/**
 * The inclusion proof (RFC 9162, section 2.1.3) of a leaf that is no decision.
 *
 * @param kind what kind of record it is
 * @param about which one, within its kind
 * @param index its leaf's place
 * @param leaf the leaf's hash, hex
 * @param size of the tree
 * @param root of the tree, hex
 * @param hashes on the way up, hex
 * @param checkpoint the signed note over size and root
 */
public record RecordProofAnswer(
        String kind,
        String about,
        long index,
        String leaf,
        long size,
        String root,
        List<String> hashes,
        String checkpoint) {
    static RecordProofAnswer of(StoredRecord record, InclusionProof proof) {
        return new RecordProofAnswer(
                record.kind(),
                record.ref(),
                proof.index(),
                proof.leaf().hex(),
                proof.checkpoint().size(),
                proof.checkpoint().root().hex(),
                proof.hashes().stream().map(TreeHash::hex).toList(),
                proof.checkpoint().note());
    }
}
