package io.centerline.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.StoredRecord;
import io.centerline.log.TreeHash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inclusion proof (RFC 9162, section 2.1.3).
 *
 * @param id of the decision; null for another leaf
 * @param kind what kind of record the leaf is; null for a decision
 * @param about which one, within its kind; null for a decision
 * @param index the leaf's place
 * @param leaf the leaf's hash, hex
 * @param size of the tree
 * @param root of the tree, hex
 * @param hashes on the way up, hex
 * @param checkpoint the signed note over size and root
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProofAnswer(
        @Nullable UUID id,
        @Nullable String kind,
        @Nullable String about,
        long index,
        String leaf,
        long size,
        String root,
        List<String> hashes,
        String checkpoint) {
    /** The proof of a decision. */
    public static ProofAnswer of(UUID id, InclusionProof proof) {
        return of(id, null, null, proof);
    }

    /** The proof of another leaf. */
    public static ProofAnswer of(StoredRecord record, InclusionProof proof) {
        return of(null, record.kind(), record.ref(), proof);
    }

    private static ProofAnswer of(
            @Nullable UUID id, @Nullable String kind, @Nullable String about, InclusionProof proof) {
        return new ProofAnswer(
                id,
                kind,
                about,
                proof.index(),
                proof.leaf().hex(),
                proof.checkpoint().size(),
                proof.checkpoint().root().hex(),
                proof.hashes().stream().map(TreeHash::hex).toList(),
                proof.checkpoint().note());
    }
}
