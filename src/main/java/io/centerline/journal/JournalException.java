package io.centerline.journal;

import org.jspecify.annotations.Nullable;

/** A decision could not be recorded, read or proved. */
public abstract sealed class JournalException extends RuntimeException
        permits IdempotencyConflict, DraftRefused, LogAltered {

    private static final long serialVersionUID = 1L;

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
