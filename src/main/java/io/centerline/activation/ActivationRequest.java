package io.centerline.activation;

import org.jspecify.annotations.Nullable;

/**
 * A request to let a rulebook serve.
 *
 * @param rulebook hash of a stored rulebook
 * @param author who wants it
 * @param reason why
 * @param expectedActive the hash that must be active until now; null when that does not matter
 * @param impact the impact report quoted; null when none is
 * @param correction why answers for past days change; null when none does
 * @param proposal number of the proposal quoted; null when none is
 */
public record ActivationRequest(
        String rulebook,
        String author,
        String reason,
        @Nullable String expectedActive,
        @Nullable QuotedImpact impact,
        @Nullable String correction,
        @Nullable Long proposal) {

    /** One that quotes no proposal. */
    public ActivationRequest(
            String rulebook,
            String author,
            String reason,
            @Nullable String expectedActive,
            @Nullable QuotedImpact impact,
            @Nullable String correction) {
        this(rulebook, author, reason, expectedActive, impact, correction, null);
    }
}
