package io.centerline.replay;

/** A decision cannot be decided again; says why and what to do. */
public final class ReplayRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * A refusal.
     *
     * @param message why: lower case, no final period, input in backticks
     * @param help what to do; empty when the message says it
     */
    public ReplayRefused(String message, String help) {
        super(message, null, false, false);
        this.help = help;
    }

    /** What to do; empty when the message says it. */
    public String help() {
        return help;
    }
}
