package io.centerline.journal;

/** The log cannot be continued with the keys given. */
public final class LogRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String help;

    LogRefused(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do. */
    public String help() {
        return help;
    }
}
