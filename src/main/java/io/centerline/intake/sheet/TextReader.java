package io.centerline.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads the text of a file whose encoding nobody told, piece by piece. A byte order mark tells it, and so do zero bytes, which
 * UTF-16 has in half of all places. Else the first byte outside ASCII does: where it starts a character of UTF-8 the file is
 * UTF-8 to its end, and a later byte that is not makes it unreadable; where it does not the file is windows-1252. Until then
 * both are the same. Not thread-safe.
 */
final class TextReader extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PIECE = 1 << 13;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).flip();
    private final CharBuffer chars = CharBuffer.allocate(PIECE).flip();
    private Charset charset = StandardCharsets.UTF_8;
    private CharsetDecoder decoder = charset.newDecoder();
    private boolean begun;
    private boolean ended;
    /** Whether something told the encoding, so that it stays. */
    private boolean told;

    private long line = 1;
    private long column = 1;
    private long switched;
    private boolean afterReturn;

    TextReader(InputStream in) {
        this.in = in;
    }

    /** The bytes are text in none of the encodings. */
    static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;

        private NotText(String message) {
            super(message);
        }
    }

    /** How the file is encoded, as far as it was read. */
    Charset charset() {
        return charset;
    }

    /** The line from which the file was read as windows-1252; 0 when it was not. */
    long switched() {
        return switched;
    }

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
        if (!begun) {
            begin();
        }
        chars.clear();
        int start = bytes.position();
        CoderResult result = decoder.decode(bytes, chars, ended);
        told = told || hasOther(chars.array(), chars.position());
        if (result.isError() && !told) {
            told = true;
            charset = WINDOWS;
            decoder = WINDOWS.newDecoder();
            switched = line + lines(start, bytes.position());
            result = decoder.decode(bytes, chars, ended);
        }
        chars.flip();
        pass(start, bytes.position());
        if (result.isError()) {
            throw new NotText("the file is not " + name() + " at line " + line + ", column " + column);
        }
    }

    private String name() {
        return switched > 0 ? "UTF-8 at line " + switched + " and not windows-1252" : charset.name();
    }

    /** Without an answer the encoding is UTF-8, until a byte tells otherwise. */
    private void begin() throws IOException {
        while (!ended && bytes.remaining() < PIECE) {
            fill();
        }
        begun = true;
        if (starts(0xEF, 0xBB, 0xBF)) {
            use(StandardCharsets.UTF_8, 3);
        } else if (starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF) || isWide()) {
            throw new NotText("the file is UTF-32, which is not read");
        } else if (starts(0xFF, 0xFE)) {
            use(StandardCharsets.UTF_16LE, 2);
        } else if (starts(0xFE, 0xFF)) {
            use(StandardCharsets.UTF_16BE, 2);
        } else {
            lookForZeros();
        }
    }

    /** Whether the first characters are of ASCII in four bytes each. */
    private boolean isWide() {
        return bytes.remaining() >= 8
                && (bytes.getInt(0) >>> 8 == 0 && bytes.getInt(4) >>> 8 == 0 && bytes.get(3) != 0
                        || (bytes.getInt(0) & 0xFFFFFF) == 0 && (bytes.getInt(4) & 0xFFFFFF) == 0 && bytes.get(0) != 0);
    }

    private void lookForZeros() throws IOException {
        int even = 0;
        int odd = 0;
        int pairs = bytes.remaining() / 2;
        for (int i = 0; i < 2 * pairs; i += 2) {
            even += bytes.get(i) == 0 ? 1 : 0;
            odd += bytes.get(i + 1) == 0 ? 1 : 0;
        }
        if (odd > pairs / 2 && even == 0) {
            use(StandardCharsets.UTF_16LE, 0);
        } else if (even > pairs / 2 && odd == 0) {
            use(StandardCharsets.UTF_16BE, 0);
        } else if (even + odd > 0) {
            throw new NotText("the file holds zero bytes, which no text has");
        }
    }

    private void use(Charset found, int mark) {
        charset = found;
        decoder = found.newDecoder();
        told = true;
        bytes.position(mark);
    }

    private boolean starts(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
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

    private static boolean hasOther(char[] read, int count) {
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= read[i];
        }
        return all > 0x7F;
    }

    private long lines(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += bytes.get(i) == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Moves the position over bytes; lines end with LF, CR or both, and columns count bytes. */
    private void pass(int from, int to) {
        for (int i = from; i < to; i++) {
            byte each = bytes.get(i);
            if (each == '\n') {
                line += afterReturn ? 0 : 1;
                column = 1;
                afterReturn = false;
            } else if (each == '\r') {
                line++;
                column = 1;
                afterReturn = true;
            } else if (each != 0) {
                column++;
                afterReturn = false;
            }
        }
    }
}
