package io.centerline.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of leaves that are no decisions; a name once published keeps its meaning. */
public enum RecordKind {
    /** The log holds every record of a kind that is made after this leaf. */
    OPENING,
    /** Which rulebook serves. */
    ACTIVATION,
    /** A change of an account on file. */
    ACCOUNT,
    /** Facts that were given out unmasked. */
    DISCLOSURE,
    /** Facts that were erased. */
    ERASURE,
    /** What an impact report found that an activation quotes. */
    IMPACT,
    /** A rulebook that somebody proposes to activate. */
    PROPOSAL,
    /** What a person said of a proposal. */
    REVIEW;

    /** Whether the log opens the kind with its first leaf: no program wrote such rows before it wrote their leaves. */
    public boolean isOpenedWithItsFirst() {
        return this == PROPOSAL || this == REVIEW;
    }

    /** The kind as exports have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a word; empty when this program knows none. */
    public static Optional<RecordKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /**
     * What is hashed before the record. A decision's entry begins with a brace and no kind has a newline, so no entry is that of
     * another kind.
     */
    byte[] prefix() {
        return prefix(word());
    }

    /** The same for a word. */
    static byte[] prefix(String word) {
        return ("centerline/" + word + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
