package io.centerline.batch.run;

/** A run that cannot be done, with what to do about it. */
public final class RunRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Cause {
        /** The command asks for what cannot be. */
        USAGE,
        /** An input cannot be read. */
        INPUT,
        /** The machine cannot do it: memory, disk, permission. */
        MACHINE
    }

    private final Cause whose;
    private final String help;

    /**
     * A refusal.
     *
     * @param message what is wrong and where
     * @param help what to do; empty when the message says it
     */
    public RunRefused(Cause whose, String message, String help) {
        super(message);
        this.whose = whose;
        this.help = help;
    }

    /** A refusal of an input. */
    static RunRefused input(String message, String help) {
        return new RunRefused(Cause.INPUT, message, help);
    }

    /** Whose fault it is. */
    public Cause whose() {
        return whose;
    }

    /** What to do; empty when the message says it. */
    public String help() {
        return help;
    }
}
