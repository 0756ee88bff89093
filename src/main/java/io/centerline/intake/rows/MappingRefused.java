package io.centerline.intake.rows;

/** A mapping that cannot be used, or that does not fit a file. */
public final class MappingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * A refusal.
     *
     * @param message what is wrong
     * @param help how to mend it; empty when the message says it
     */
    public MappingRefused(String message, String help) {
        super(message);
        this.help = help;
    }

    /** How to mend it. */
    public String help() {
        return help;
    }
}
