package io.centerline.proposals;

/** A rulebook may not serve, because no approved proposal speaks for it. */
public final class ApprovalNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * The refusal.
     *
     * @param message why it may not serve
     * @param help what to do
     */
    public ApprovalNeeded(String message, String help) {
        super(message, null, false, false);
        this.help = help;
    }

    /** What to do. */
    public String help() {
        return help;
    }
}
