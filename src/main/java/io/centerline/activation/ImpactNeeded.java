package io.centerline.activation;

/** A rulebook would move more decisions than the limit lets pass, or might, and nobody has vouched for it. */
public final class ImpactNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * The refusal.
     *
     * @param message why it may not serve yet
     * @param help what to do
     */
    public ImpactNeeded(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do. */
    public String help() {
        return help;
    }
}
