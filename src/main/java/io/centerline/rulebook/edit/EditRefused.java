package io.centerline.rulebook.edit;

/** A change that cannot be made to the rules as they are: says why, and what would do. */
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * A refusal.
     *
     * @param message why: lower case, no final period, input in backticks
     * @param help what would do; empty when nothing would
     */
    public EditRefused(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What would do; empty when nothing would. */
    public String help() {
        return help;
    }
}
