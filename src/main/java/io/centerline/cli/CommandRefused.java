package io.centerline.cli;

/** A command cannot do what was asked; carries what to print and the exit code. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String help;

    /**
     * A refusal.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message what is wrong: lower case, no final period, input in backticks
     * @param help how to mend it; empty when the message says it
     */
    CommandRefused(int exitCode, String message, String help) {
        super(message);
        this.exitCode = exitCode;
        this.help = help;
    }

    int exitCode() {
        return exitCode;
    }

    /** The refusal as printed on the standard error. */
    String render() {
        String error = "error: " + getMessage() + "\n";
        return help.isEmpty() ? error : error + "help: " + help + "\n";
    }
}
