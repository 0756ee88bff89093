package io.centerline.api.rulebooks;

import io.centerline.activation.Activation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activation as answers show it.
 *
 * @param number its place in the history, from 1
 * @param rulebook hash of the rulebook that serves from here on
 * @param author who wanted it
 * @param reason why
 * @param at when, with zone
 * @param impact id of the impact report it quotes; null when it quotes none
 * @param previous hash of the rulebook that served before; null for the first
 */
public record ActivationAnswer(
        long number,
        String rulebook,
        String author,
        String reason,
        String at,
        @Nullable UUID impact,
        @Nullable String previous) {

    static ActivationAnswer of(Activation activation) {
        return new ActivationAnswer(
                activation.number(),
                activation.rulebook(),
                activation.author(),
                activation.reason(),
                activation.at().toString(),
                activation.impact(),
                activation.previous());
    }
}
