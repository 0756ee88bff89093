package io.centerline.journal;

import io.centerline.text.Echo;

/** The idempotency key was used before, for another request. */
public final class IdempotencyConflict extends JournalException {

    private static final long serialVersionUID = 1L;

    IdempotencyConflict(String key) {
        super(
                "idempotency key " + Echo.of(key)
                        + " was used for another request; send the same query and body again, or use another key",
                null);
    }
}
