package io.centerline.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is answered.
 *
 * @param body its JSON
 * @param id its id; null when it was not recorded
 * @param replayed whether an earlier request under the same key recorded it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record DecisionAnswer(byte[] body, @Nullable UUID id, boolean replayed) {
    static DecisionAnswer unrecorded(byte[] body) {
        return new DecisionAnswer(body, null, false);
    }

    static DecisionAnswer of(Recorder.Answer recorded) {
        return new DecisionAnswer(recorded.body(), recorded.id(), recorded.replayed());
    }
}
