package io.centerline.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Texts as the store keeps them: one gzip member (RFC 1952), which every tool of the next decades can read. PostgreSQL then
 * writes, logs and flushes a fifth of the bytes.
 */
public final class Packed {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TAIL = 2 * Integer.BYTES;

    /** How many bytes one byte of the format can stand for, at most. */
    private static final int MOST_RATIO = 1_032;

    private Packed() {}

    /** Packs a text; the same text gives the same text back, not always the same packed bytes. */
    public static byte[] pack(byte[] text) {
        CRC32 sum = new CRC32();
        sum.update(text);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(text);
            deflater.finish();
            byte[] packed = Arrays.copyOf(HEAD, HEAD.length + text.length / 2 + TAIL);
            int length = HEAD.length;
            while (!deflater.finished()) {
                if (packed.length - length <= TAIL) {
                    packed = Arrays.copyOf(packed, 2 * packed.length);
                }
                length += deflater.deflate(packed, length, packed.length - TAIL - length);
            }
            ByteBuffer.wrap(packed, length, TAIL)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) sum.getValue())
                    .putInt(text.length);
            return Arrays.copyOf(packed, length + TAIL);
        } finally {
            deflater.end();
        }
    }

    /** The text again; of bytes that {@link #pack} did not give, the bytes themselves, so that they are found altered. */
    static byte[] unpack(byte[] packed) {
        int end = packed.length - TAIL;
        if (end < HEAD.length || !Arrays.equals(packed, 0, HEAD.length, HEAD, 0, HEAD.length)) {
            return packed;
        }
        ByteBuffer tail = ByteBuffer.wrap(packed, end, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int stated = tail.getInt();
        int length = tail.getInt();
        if (length < 0 || length > (long) MOST_RATIO * packed.length) {
            return packed;
        }
        byte[] text = new byte[length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, HEAD.length, end - HEAD.length);
            int read = inflater.inflate(text);
            CRC32 sum = new CRC32();
            sum.update(text);
            // What a text of no bytes is packed to is only seen to end when one more is asked for.
            boolean whole = read == length && inflater.inflate(new byte[1]) == 0 && inflater.finished();
            return whole && inflater.getRemaining() == 0 && (int) sum.getValue() == stated ? text : packed;
        } catch (DataFormatException altered) {
            return packed;
        } finally {
            inflater.end();
        }
    }

    /**
     * A text of a row that has it packed, in the column named with {@code _gz}, or as it is, as decisions recorded before have.
     *
     * @return UTF-8; null when the row has it in neither column
     */
    public static byte @Nullable [] text(ResultSet row, String column) throws SQLException {
        byte[] packed = row.getBytes(column + "_gz");
        if (packed != null) {
            return unpack(packed);
        }
        String plain = row.getString(column);
        return plain == null ? null : plain.getBytes(StandardCharsets.UTF_8);
    }
}
