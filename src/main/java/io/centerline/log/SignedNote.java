package io.centerline.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and the signatures under it (C2SP signed-note).
 *
 * @param text ends with a newline
 * @param signatures at least one, in their order
 */
record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SIGNATURES = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Signs a text, which ends with a newline, by every key. */
    static SignedNote sign(String text, List<SigningKey> keys) {
        if (!text.endsWith("\n") || keys.isEmpty()) {
            throw new IllegalArgumentException("a note needs a last newline and a key");
        }
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
    }

    /**
     * Takes a note apart; checks no signature.
     *
     * @throws NoteRefused when it is not a signed note
     */
    static SignedNote parse(byte[] note) throws NoteRefused {
        if (note.length > MOST_BYTES) {
            throw NoteRefused.malformed("the note has " + note.length + " bytes; a signed note has at most 1 MiB");
        }
        String whole = decode(note);
        if (whole.startsWith(BYTE_ORDER_MARK)) {
            throw new NoteRefused(
                    NoteRefused.Kind.MALFORMED,
                    "the note begins with a byte order mark",
                    "an editor added it; keep the note as the service sent it");
        }
        if (whole.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw NoteRefused.malformed(
                    whole.indexOf('\r') >= 0
                            ? "the note has carriage returns; its lines end with a newline alone"
                            : "the note has a control character");
        }
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0) {
            throw NoteRefused.malformed("the note has no blank line before its signatures");
        }
        String lines = whole.substring(blank + 2);
        if (!lines.endsWith("\n")) {
            throw NoteRefused.malformed(
                    lines.isEmpty()
                            ? "the note has no signature"
                            : "the note is cut: its last line has no newline at its end");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw NoteRefused.malformed("the note has more than " + MOST_SIGNATURES + " signatures");
            }
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(whole.substring(0, blank + 1), signatures);
    }

    private static String decode(byte[] note) throws NoteRefused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw NoteRefused.malformed("the note is not UTF-8 text");
        }
    }

    /** The note as it is sent and kept. */
    String print() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
