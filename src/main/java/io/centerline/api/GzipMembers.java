package io.centerline.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Inflates gzip members, one behind the other, to the end of what was sent (RFC 1952, section 2.2). The JDK's own reader looks for
 * a further member only where bytes have arrived already, and passes over what is none. Not thread-safe.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    /** The time, the kind of compression and the system, which say nothing here. */
    private static final int IGNORED = 6;

    private final InputStream in;
    private final byte[] buffer = new byte[8_192];
    private int at;
    private int end;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private boolean inMember;
    private boolean isFirst = true;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return SingleByte.of(this);
    }

    /**
     * Reads what there is.
     *
     * @throws ZipException what was sent is not gzip, or goes on with something else
     * @throws EOFException it ends within a member, or has none
     */
    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        while (inMember || beginMember()) {
            int inflated = inflate(into, from, most);
            if (inflated > 0) {
                sum.update(into, from, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                at = end - inflater.getRemaining();
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("a dictionary is asked for");
            } else {
                feed();
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] into, int from, int most) throws ZipException {
        try {
            return inflater.inflate(into, from, most);
        } catch (DataFormatException otherBytes) {
            ZipException refused = new ZipException("not deflated");
            refused.initCause(otherBytes);
            throw refused;
        }
    }

    private void feed() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException();
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    /** Reads the header of the next member; false where nothing follows the last. */
    private boolean beginMember() throws IOException {
        if (!isFirst && at == end && !fill()) {
            return false;
        }
        isFirst = false;
        sum.reset();
        require(header() == MAGIC_1);
        require(header() == MAGIC_2);
        require(header() == DEFLATE);
        int flags = header();
        require((flags & RESERVED) == 0);
        pass(IGNORED);
        if ((flags & EXTRA) != 0) {
            int low = header();
            pass(low | header() << 8);
        }
        passText((flags & NAME) != 0);
        passText((flags & COMMENT) != 0);
        if ((flags & HEADER_SUM) != 0) {
            long expected = sum.getValue() & 0xFFFF;
            require(number(2) == expected);
        }
        sum.reset();
        inflater.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        require(number(4) == sum.getValue());
        require(number(4) == (inflater.getBytesWritten() & 0xFFFF_FFFFL));
        inMember = false;
    }

    private static void require(boolean isAsInGzip) throws ZipException {
        if (!isAsInGzip) {
            throw new ZipException("not a gzip member");
        }
    }

    private void pass(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            header();
        }
    }

    private void passText(boolean isThere) throws IOException {
        for (int each = isThere ? header() : 0; each != 0; each = header()) {
            // Names and comments end with a zero.
        }
    }

    private int header() throws IOException {
        int next = next();
        sum.update(next);
        return next;
    }

    /** A number, its lowest byte first. */
    private long number(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException();
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
