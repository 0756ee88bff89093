package io.centerline.activation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to let a rulebook serve.
 *
 * @param number its place in the history, from 1 without gaps
 * @param rulebook the hash of the rulebook that serves from here on
 * @param author who wanted it
 * @param reason why
 * @param at when, by the database's clock
 * @param impact id of the impact report it quotes; null when it quotes none
 * @param previous the hash of the rulebook that served before; null for the first
 */
public record Activation(
        long number,
        String rulebook,
        String author,
        String reason,
        Instant at,
        @Nullable UUID impact,
        @Nullable String previous) {}
