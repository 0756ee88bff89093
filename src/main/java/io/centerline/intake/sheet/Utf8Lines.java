package io.centerline.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of UTF-8, each by itself, so that one that is not UTF-8 spoils no other. Not thread-safe. */
final class Utf8Lines {
    /** The most bytes of a line that are kept. */
    private static final int LONGEST = 1 << 22;

    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long number;
    private boolean sound = true;

    Utf8Lines(InputStream stream) {
        this.stream = stream;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether that line is UTF-8 and not too long. */
    boolean isSound() {
        return sound;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean any = false;
        boolean cut = false;
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, stream.read(buffer));
                if (to == 0) {
                    return any ? text(line, cut) : null;
                }
            }
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (line.size() + end - from <= LONGEST) {
                line.write(buffer, from, end - from);
            } else {
                cut = true;
            }
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                return text(line, cut);
            }
        }
    }

    private String text(ByteArrayOutputStream line, boolean cut) {
        number++;
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        int start = number == 1
                        && length > 2
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        try {
            sound = !cut;
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length - start))
                    .toString();
        } catch (CharacterCodingException malformed) {
            sound = false;
            return new String(bytes, start, length - start, StandardCharsets.ISO_8859_1);
        }
    }
}
