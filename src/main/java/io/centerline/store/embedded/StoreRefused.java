package io.centerline.store.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded store cannot be started; the message says why, the help says what to do. Nothing was changed. */
public final class StoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String help;

    StoreRefused(String message, String help) {
        this(message, help, null);
    }

    StoreRefused(String message, String help, @Nullable Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    /** Returns what the operator can do about it. */
    public String help() {
        return help;
    }
}
