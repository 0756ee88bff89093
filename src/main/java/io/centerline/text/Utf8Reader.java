package io.centerline.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads strict UTF-8 piece by piece, past a byte order mark at the start, and says where bytes are not UTF-8, which the
 * reader of the JDK does not. Not thread-safe.
 */
public final class Utf8Reader extends Reader {
    private static final char MARK = '\uFEFF';
    private static final int MARK_LENGTH = 3;

    private final InputStream in;
    // A new decoder reports what it cannot read.
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    // No byte becomes more than one character, so that all bytes find room.
    private final CharBuffer chars = CharBuffer.allocate(1 << 13).flip();
    private boolean begun;
    private boolean ended;
    private long line = 1;
    private long column = 1;

    /** Reads a stream; closing this reader closes the stream. */
    public Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** The bytes are not UTF-8. */
    public static final class NotUtf8 extends IOException {
        private static final long serialVersionUID = 1L;

        private final String position;

        private NotUtf8(String position) {
            super("not UTF-8 at " + position);
            this.position = position;
        }

        /** Where, as {@code line 2, column 30}; both count from 1, columns in bytes. */
        public String position() {
            return position;
        }
    }

    /**
     * Reads characters.
     *
     * @throws NotUtf8 once it comes to a byte that cannot be read
     */
    @Override
    public int read(char[] buffer, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(most, chars.remaining());
        chars.get(buffer, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void decode() throws IOException {
        fill();
        int start = bytes.position();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(0) == MARK) {
                chars.get();
                start += MARK_LENGTH;
            }
        }
        pass(start);
        if (result.isError()) {
            throw new NotUtf8("line " + line + ", column " + column);
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    /** Moves the position over the bytes from an index up to where the decoder stands. */
    private void pass(int start) {
        for (int i = start; i < bytes.position(); i++) {
            if (bytes.get(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }
}
