package io.centerline.journal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One waiting decision.
 *
 * @param draft to be recorded
 * @param leaf its hash, computed by whoever waits
 * @param key of the request; null without one
 * @param due when it must be durable, as {@link System#nanoTime} counts
 * @param answer completed once, with the recorded decision or a {@link JournalException}
 */
record Ticket(Draft draft, byte[] leaf, @Nullable IdempotencyKey key, long due, CompletableFuture<Recorded> answer) {

    Ticket(Draft draft, @Nullable IdempotencyKey key, long due) {
        this(draft, LeafHash.of(draft.body()), key, due, new CompletableFuture<>());
    }

    boolean isOverdue(long now) {
        return now - due >= 0;
    }

    boolean waits() {
        return !answer.isDone();
    }

    /** What it weighs on memory and wire, in bytes, roughly. */
    long size() {
        byte[] facts = draft.facts();
        return (facts == null ? 0 : facts.length) + draft.body().length;
    }
}
