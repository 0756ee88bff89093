package io.centerline.api.decisions;

import io.centerline.journal.ConsistencyProof;
import io.centerline.log.TreeHash;
import java.util.List;

/**
 * A consistency proof (RFC 9162, section 2.1.4).
 *
 * @param origin names the log
 * @param from leaves of the earlier tree
 * @param to leaves of the later tree
 * @param fromRoot root of the earlier tree, hex; to be compared with a checkpoint held
 * @param toRoot root of the later tree, hex; to be compared with a checkpoint held
 * @param hashes that lead from one to the other, hex
 */
public record ConsistencyAnswer(
        String origin, long from, long to, String fromRoot, String toRoot, List<String> hashes) {
    static ConsistencyAnswer of(String origin, ConsistencyProof proof) {
        return new ConsistencyAnswer(
                origin,
                proof.from(),
                proof.to(),
                proof.earlier().hex(),
                proof.later().hex(),
                proof.hashes().stream().map(TreeHash::hex).toList());
    }
}
