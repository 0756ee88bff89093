package io.centerline.rulebook;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The directory of a zip archive in memory (PKWARE APPNOTE 4.3), strictly: what two programs could read differently is
 * refused. The JDK reads a directory only from a file on disk, and a stream without it, so that a cut archive passes.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0170000;
    private static final int PLAIN_FILE = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int FREE_BYTES = 64 * 1024;
    private static final String TRUNCATED = "the archive is cut off or damaged";

    private final ByteBuffer bytes;
    private final int end;

    /** One entry as the directory lists it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Entry(
            String name,
            byte[] rawName,
            int flags,
            int method,
            long crc,
            long packed,
            long size,
            int mode,
            int offset) {
        boolean isLink() {
            int type = mode & FILE_TYPE;
            return type != 0 && type != PLAIN_FILE && type != DIRECTORY;
        }
    }

    /** Says why an archive or an entry cannot be read. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message, null, false, false);
        }
    }

    ZipDirectory(byte[] zip) throws Damaged {
        this.bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.end = end(zip.length);
    }

    /** Every entry, in the order of the directory; at most so many. */
    List<Entry> list(int most) throws Damaged {
        int count = u16(end + 10);
        long length = u32(end + 12);
        long start = u32(end + 16);
        boolean spanned = u16(end + 4) != 0 || u16(end + 6) != 0 || u16(end + 8) != count;
        if (spanned || count == 0xFFFF || start == 0xFFFFFFFFL || start + length != end) {
            throw new Damaged(TRUNCATED);
        }
        if (count > most) {
            throw new Damaged("the archive holds more than " + SourceCollector.number(most) + " entries");
        }
        List<Entry> entries = new ArrayList<>();
        try {
            int at = (int) start;
            for (int i = 0; i < count; i++) {
                if (bytes.getInt(at) != CENTRAL) {
                    throw new Damaged(TRUNCATED);
                }
                int nameLength = u16(at + 28);
                entries.add(entry(at, nameLength));
                at += 46 + nameLength + u16(at + 30) + u16(at + 32);
            }
            if (at != end) {
                throw new Damaged(TRUNCATED);
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
            throw new Damaged(TRUNCATED);
        }
        return entries;
    }

    /** The bytes of an entry: never more than one over the limit, and none when it unpacks to far more than it weighs. */
    byte[] unpack(Entry entry, SourceLimits limits) throws Damaged {
        if ((entry.flags() & 1) != 0) {
            throw new Damaged("the file is encrypted");
        }
        if (entry.method() != STORED && entry.method() != DEFLATED) {
            throw new Damaged("the file is packed in a way that is not read (method " + entry.method() + ")");
        }
        try {
            int from = data(entry);
            int packed = Math.toIntExact(entry.packed());
            if (from + (long) packed > end) {
                throw new Damaged(TRUNCATED);
            }
            byte[] unpacked = entry.method() == STORED
                    ? Arrays.copyOfRange(bytes.array(), from, from + Math.min(packed, limits.fileBytes() + 1))
                    : inflate(from, packed, limits);
            return unpacked.length > limits.fileBytes() ? unpacked : verified(entry, unpacked);
        } catch (IndexOutOfBoundsException | BufferUnderflowException | ArithmeticException cut) {
            throw new Damaged(TRUNCATED);
        }
    }

    private byte[] inflate(int from, int packed, SourceLimits limits) throws Damaged {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes.array(), from, packed);
            byte[] out = new byte[Math.min(limits.fileBytes() + 1, FREE_BYTES)];
            int filled = 0;
            while (filled <= limits.fileBytes()) {
                int count = inflater.inflate(out, filled, out.length - filled);
                filled += count;
                if (filled > FREE_BYTES && filled > (long) limits.ratio() * packed) {
                    throw new Damaged("the file unpacks to more than " + limits.ratio() + " times its packed size");
                }
                if (inflater.finished()) {
                    if (inflater.getRemaining() > 0) {
                        throw new Damaged(TRUNCATED);
                    }
                    break;
                }
                if (count == 0 && filled < out.length) {
                    throw new Damaged(TRUNCATED);
                }
                if (filled == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(limits.fileBytes() + 1L, 2L * out.length));
                }
            }
            return Arrays.copyOf(out, filled);
        } catch (DataFormatException malformed) {
            throw new Damaged(TRUNCATED);
        } finally {
            inflater.end();
        }
    }

    private static byte[] verified(Entry entry, byte[] unpacked) throws Damaged {
        CRC32 crc = new CRC32();
        crc.update(unpacked);
        if (unpacked.length != entry.size() || crc.getValue() != entry.crc()) {
            throw new Damaged("the file does not have the length and checksum that the archive states");
        }
        return unpacked;
    }

    /** Where the data of an entry starts; its local header must tell the same name. */
    private int data(Entry entry) throws Damaged {
        int at = entry.offset();
        int nameLength = u16(at + 26);
        byte[] name = Arrays.copyOfRange(bytes.array(), at + 30, at + 30 + nameLength);
        if (bytes.getInt(at) != LOCAL || u16(at + 8) != entry.method() || !Arrays.equals(name, entry.rawName())) {
            throw new Damaged("the archive tells two things about this file");
        }
        return at + 30 + nameLength + u16(at + 28);
    }

    private Entry entry(int at, int nameLength) throws Damaged {
        byte[] rawName = Arrays.copyOfRange(bytes.array(), at + 46, at + 46 + nameLength);
        int system = u16(at + 4) >> 8;
        int mode = system == UNIX ? u16(at + 40) : 0;
        return new Entry(
                name(rawName),
                rawName,
                u16(at + 8),
                u16(at + 10),
                u32(at + 16),
                u32(at + 20),
                u32(at + 24),
                mode,
                bytes.getInt(at + 42));
    }

    private static String name(byte[] raw) throws Damaged {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Damaged("the archive holds a name that is not UTF-8");
        }
    }

    /** The end record lies at the end, before a comment of exactly the length it states. */
    private int end(int length) throws Damaged {
        for (int at = length - END_LENGTH; at >= Math.max(0, length - END_LENGTH - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && at + END_LENGTH + u16(at + 20) == length) {
                return at;
            }
        }
        throw new Damaged(length >= 4 && bytes.getInt(0) == LOCAL ? TRUNCATED : "this is not a zip archive");
    }

    private int u16(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }
}
