package io.centerline.log;

/** A signed note, a checkpoint or a key cannot be read or does not prove what it should. */
public final class NoteRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** It is not written in the form it should have. */
        MALFORMED,
        /** None of its signatures is by a name whose key is known. */
        UNKNOWN_KEY,
        /** The name of a known key signed, but with another key. */
        ANOTHER_KEY,
        /** A known key's signature is not over this text. */
        BAD_SIGNATURE
    }

    private final Kind kind;
    private final String help;

    NoteRefused(Kind kind, String message, String help) {
        super(message);
        this.kind = kind;
        this.help = help;
    }

    static NoteRefused malformed(String message) {
        return new NoteRefused(Kind.MALFORMED, message, "");
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** How to mend it; empty when the message says it. */
    public String help() {
        return help;
    }
}
