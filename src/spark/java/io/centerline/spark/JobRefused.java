package io.centerline.spark;

/** The job cannot run as asked. Says what is wrong and how to mend it. */
final class JobRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    JobRefused(String message, String help) {
        super(message);
        this.help = help;
    }

    /** How to mend it; empty when the message says it. */
    String help() {
        return help;
    }
}
