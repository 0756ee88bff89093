package io.centerline.api.decisions;

import io.centerline.journal.SignedCheckpoint;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.VerifierKey;
import java.util.List;

/**
 * A checkpoint as JSON.
 *
 * @param origin names the log
 * @param size how many leaves it covers
 * @param root of the tree over them, Base64
 * @param signedAt when, with zone
 * @param note the signed note, which is what to keep
 * @param verifiers the keys that verify the log now; whoever trusts no answer has them from elsewhere
 */
public record CheckpointAnswer(
        String origin, long size, String root, String signedAt, String note, List<String> verifiers) {
    static CheckpointAnswer of(TransparencyLog log, SignedCheckpoint checkpoint) {
        return new CheckpointAnswer(
                log.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                checkpoint.signedAt().toString(),
                checkpoint.note(),
                log.verifiers().stream().map(VerifierKey::text).toList());
    }
}
