package io.centerline.journal;

import io.centerline.decision.Draft;
import io.centerline.decision.LeafHash;
import io.centerline.store.Packed;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One waiting decision. What can be computed before the journal's one writer has it is computed by whoever waits.
 *
 * @param draft to be recorded
 * @param leaf its hash
 * @param facts its facts, packed; null when it has none
 * @param body its JSON, packed
 * @param key of the request; null without one
 * @param due when it must be durable, as {@link System#nanoTime} counts
 * @param answer completed once, with the recorded decision or a {@link JournalException}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Ticket(
        Draft draft,
        byte[] leaf,
        byte @Nullable [] facts,
        byte[] body,
        @Nullable IdempotencyKey key,
        long due,
        CompletableFuture<Recorded> answer) {

    static Ticket of(Draft draft, @Nullable IdempotencyKey key, long due) {
        byte[] facts = draft.facts();
        return new Ticket(
                draft,
                LeafHash.of(draft.body()),
                facts == null ? null : Packed.pack(facts),
                Packed.pack(draft.body()),
                key,
                due,
                new CompletableFuture<>());
    }

    /** The same, due at another time. */
    Ticket due(long later) {
        return new Ticket(draft, leaf, facts, body, key, later, answer);
    }

    boolean isOverdue(long now) {
        return now - due >= 0;
    }

    boolean waits() {
        return !answer.isDone();
    }

    /** What it weighs on memory and wire, in bytes, roughly. */
    long size() {
        byte[] plain = draft.facts();
        return (long) (plain == null ? 0 : plain.length) + draft.body().length;
    }
}
