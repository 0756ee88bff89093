package io.centerline.api.rulebooks;

import io.centerline.activation.Activation;
import io.centerline.activation.QuotedImpact;
import io.centerline.text.Echo;
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
 * @param undecided how many decisions the report could not ask; null when it quotes none
 * @param undecidedReason why the rulebook may serve although so many were not asked; null when nobody had to say
 * @param correction why it changes answers for past days; null when nobody said that it may
 * @param previous hash of the rulebook that served before; null for the first
 * @param proposal number of the approved proposal it quotes; null when it quotes none
 */
public record ActivationAnswer(
        long number,
        String rulebook,
        String author,
        String reason,
        String at,
        @Nullable UUID impact,
        @Nullable Long undecided,
        @Nullable String undecidedReason,
        @Nullable String correction,
        @Nullable String previous,
        @Nullable Long proposal) {

    static ActivationAnswer of(Activation activation) {
        QuotedImpact quoted = activation.impact();
        return new ActivationAnswer(
                activation.number(),
                activation.rulebook(),
                Echo.shown(activation.author()),
                Echo.shown(activation.reason()),
                activation.at().toString(),
                quoted == null ? null : quoted.report(),
                quoted == null ? null : quoted.undecided(),
                quoted == null ? null : shown(quoted.undecidedReason()),
                shown(activation.correction()),
                activation.previous(),
                activation.proposal());
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Echo.shown(text);
    }
}
