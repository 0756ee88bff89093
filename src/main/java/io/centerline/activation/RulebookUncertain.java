package io.centerline.activation;

/** This replica cannot tell which rulebook is active, or cannot serve the one that is; it must not decide now. */
public final class RulebookUncertain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RulebookUncertain(String message) {
        super(message, null, false, false);
    }
}
