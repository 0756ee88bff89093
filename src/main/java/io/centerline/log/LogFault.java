package io.centerline.log;

/**
 * The first thing wrong with an export.
 *
 * @param kind what kind of thing
 * @param index the leaf it is about; -1 when it is about no single leaf
 * @param line the line of the export, from 1; -1 when it is not about a line
 * @param message what is wrong: lower case, no final period, input in backticks
 * @param help what to do; empty when the message says it
 */
public record LogFault(Kind kind, long index, long line, String message, String help) implements Verdict {

    /** What can be wrong; a name once published keeps its meaning. */
    public enum Kind {
        /** A leaf, the export's header or a checkpoint's text is not what was signed. */
        ALTERED,
        /** Leaves are not there, while later ones are. */
        MISSING,
        /** A leaf stands at another place. */
        REORDERED,
        /** A leaf is there twice. */
        DUPLICATED,
        /** The log signed another history than before, or signs with another key than the one given. */
        RESIGNED,
        /** The leaves are what was signed, but the database lists one as something else. */
        CONTRADICTED,
        /** The last leaves are not there. */
        TRUNCATED,
        /** The export ends within a line. */
        CUT,
        /** There are leaves that the checkpoint does not cover. */
        UNSIGNED,
        /** The checkpoint is of another log. */
        OTHER_LOG,
        /** The checkpoint is not signed by the key given. */
        WRONG_KEY,
        /** It is not an export, or not a checkpoint, or the two cannot be compared. */
        MALFORMED
    }

    static LogFault ofLine(Kind kind, long index, long line, String message) {
        return new LogFault(kind, index, line, message, "");
    }

    static LogFault of(Kind kind, String message, String help) {
        return new LogFault(kind, -1, -1, message, help);
    }
}
