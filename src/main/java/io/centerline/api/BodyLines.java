package io.centerline.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a body that is taken as it comes; one is in memory at a time. Not thread-safe. */
public final class BodyLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private boolean tooLong;

    /**
     * Over a body.
     *
     * @param longest the most bytes a line may have
     */
    public BodyLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line that is not blank, without its newline; null behind the last. Blank ones are counted. */
    @Nullable
    BatchLine next() throws IOException {
        while (true) {
            byte[] line = any();
            if (line == null) {
                return null;
            }
            if (tooLong || !isBlank(line)) {
                return new BatchLine(number, line, tooLong);
            }
        }
    }

    /** Whether a next line would have to be waited for. */
    boolean areDry() throws IOException {
        return at == end && in.available() == 0;
    }

    private byte @Nullable [] any() throws IOException {
        ByteArrayOutputStream parts = null;
        tooLong = false;
        while (true) {
            if (at == end && !fill()) {
                if (parts == null) {
                    return null;
                }
                number++;
                return parts.toByteArray();
            }
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            boolean ended = at < end;
            int length = at - start;
            at += ended ? 1 : 0;
            if (ended && parts == null && length <= longest) {
                number++;
                byte[] line = new byte[length];
                System.arraycopy(buffer, start, line, 0, length);
                return line;
            }
            parts = parts == null ? new ByteArrayOutputStream(2 * length) : parts;
            int room = longest - parts.size();
            tooLong |= length > room;
            parts.write(buffer, start, Math.min(length, room));
            if (ended) {
                number++;
                return parts.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
