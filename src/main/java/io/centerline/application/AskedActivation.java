package io.centerline.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks who wants a rulebook to serve.
 *
 * @param rulebook hash of a stored rulebook
 * @param author who asks
 * @param reason why
 * @param expectedActive the hash that must be active until then; null when that does not matter
 * @param impact id of the impact report quoted; null when none is
 * @param undecidedReason why the rulebook may serve although the report could not ask every decision; null when nothing is said
 * @param correction why answers for past days may change; null when they may not
 * @param proposal number of the approved proposal quoted, which speaks for a report and a correction that are not named; null
 *     when none is
 */
public record AskedActivation(
        String rulebook,
        String author,
        String reason,
        @Nullable String expectedActive,
        @Nullable UUID impact,
        @Nullable String undecidedReason,
        @Nullable String correction,
        @Nullable Long proposal) {

    /** The same without a report. */
    AskedActivation withoutImpact() {
        return new AskedActivation(
                rulebook, author, reason, expectedActive, null, undecidedReason, correction, proposal);
    }
}
