package io.centerline.activation;

import io.centerline.text.Echo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One decision to let a rulebook serve.
 *
 * @param number its place in the history, from 1 without gaps
 * @param rulebook the hash of the rulebook that serves from here on
 * @param author who wanted it
 * @param reason why
 * @param at when, by the database's clock
 * @param impact the impact report it quotes; null when it quotes none
 * @param correction why it changes answers for past days; null when nobody said that it may
 * @param previous the hash of the rulebook that served before; null for the first
 * @param proposal number of the approved proposal it quotes; null when it quotes none
 */
public record Activation(
        long number,
        String rulebook,
        String author,
        String reason,
        Instant at,
        @Nullable QuotedImpact impact,
        @Nullable String correction,
        @Nullable String previous,
        @Nullable Long proposal) {

    /** Number, rulebook, author and reason in a line of a log or of a message, as text on file is shown. */
    String line() {
        return "activation " + number + " serves " + rulebook + ", " + by();
    }

    /** Author and reason, as text on file is shown. */
    String by() {
        return "by `" + Echo.shown(author) + "`: " + Echo.shown(reason);
    }
}
