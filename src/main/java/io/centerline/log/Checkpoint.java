package io.centerline.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A tree head (C2SP tlog-checkpoint): what a log commits to at one size.
 *
 * @param origin names the log; one line, not empty
 * @param size number of leaves
 * @param root of the tree over them
 * @param extensions further lines, opaque here, none empty
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
    private static final String SIZE = "0|[1-9][0-9]{0,18}";

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("not a checkpoint: origin `" + origin + "`, size " + size);
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException("an extension is one line and not empty");
        }
    }

    /** One without extensions. */
    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads a checkpoint and checks its signatures.
     *
     * @throws NoteRefused when it is not a checkpoint, or not signed by a key of {@code verifiers}
     */
    public static Checkpoint open(byte[] note, Verifiers verifiers) throws NoteRefused {
        return parse(verifiers.open(note).text());
    }

    /**
     * Reads a checkpoint without checking its signatures, for its origin alone.
     *
     * @throws NoteRefused when it is not a checkpoint
     */
    static Checkpoint peek(byte[] note) throws NoteRefused {
        return parse(SignedNote.parse(note).text());
    }

    private static Checkpoint parse(String text) throws NoteRefused {
        String[] lines = text.split("\n", -1);
        // The text ends with a newline, so the last piece is empty.
        if (lines.length < 4) {
            throw NoteRefused.malformed("the checkpoint has " + (lines.length - 1)
                    + " lines; it starts with the lines origin, size and root");
        }
        if (lines[0].isEmpty()) {
            throw NoteRefused.malformed("the checkpoint's first line, its origin, is empty");
        }
        TreeHash root = TreeHash.parseBase64(lines[2])
                .orElseThrow(() ->
                        NoteRefused.malformed("the checkpoint's third line, its root, is not the Base64 of 32 bytes"));
        List<String> extensions = Arrays.asList(lines).subList(3, lines.length - 1);
        if (extensions.contains("")) {
            throw NoteRefused.malformed("the checkpoint has an empty line");
        }
        return new Checkpoint(lines[0], size(lines[1]), root, extensions);
    }

    private static long size(String line) throws NoteRefused {
        try {
            if (line.matches(SIZE)) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException tooLarge) {
            // Said below, as for any other text.
        }
        throw NoteRefused.malformed("the checkpoint's second line, its size, is not a whole number");
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The signed note: the text and a signature by every key. */
    public byte[] sign(List<SigningKey> keys) {
        return SignedNote.sign(text(), keys).print().getBytes(StandardCharsets.UTF_8);
    }
}
