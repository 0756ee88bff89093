package io.centerline.store;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot answer now. A decision that met this may or may not turn out to be recorded; asking again with the
 * same idempotency key is safe either way.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int retryAfter;

    public StoreUnavailable(String message, int retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns after how many seconds it is worth asking again; at least 1. */
    public int retryAfter() {
        return retryAfter;
    }
}
