package io.centerline.activation;

import org.jspecify.annotations.Nullable;

/** Another rulebook is active than the one an activation expected to replace. */
public final class ActiveChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String active;

    /**
     * The refusal.
     *
     * @param expected hash of the rulebook that was to be active
     * @param active hash of the one that is; null when none is
     */
    public ActiveChanged(String expected, @Nullable String active) {
        super("the active rulebook is " + (active == null ? "none" : "`" + active + "`") + ", not `" + expected + "`");
        this.active = active;
    }

    /** The hash of the rulebook that is active instead; null when none is. */
    public @Nullable String active() {
        return active;
    }
}
