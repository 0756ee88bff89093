package io.centerline.boot;

/** The service does not start; says why and what to do. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Exit code when a setting stands in the way. */
    public static final int SETTINGS = 1;

    /** Exit code when the rules or the schedule file are at fault. */
    public static final int SOURCES = 3;

    private final int exitCode;
    private final String help;

    public StartRefused(int exitCode, String message, String help) {
        super(message);
        this.exitCode = exitCode;
        this.help = help;
    }

    /** {@link #SETTINGS} or {@link #SOURCES}. */
    public int exitCode() {
        return exitCode;
    }

    /** What to do; empty when the message says it. */
    public String help() {
        return help;
    }
}
