package io.centerline.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 (RFC 3629): no overlong forms, no encoded surrogates, nothing past U+10FFFF. */
public final class Utf8 {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    // Set in none of eight ASCII bytes, the common case.
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The length of a byte order mark at the start, 0 or 3. */
    public static int markLength(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
    }

    /** The offset of the first byte that cannot be read, -1 when all can. */
    public static int firstFault(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            if (i + 8 <= bytes.length && ((long) EIGHT_BYTES.get(bytes, i) & HIGH_BITS) == 0) {
                i += 8;
                continue;
            }
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceLength(bytes, i);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** Whether the fault at the offset is a surrogate that somebody encoded as if it were a character. */
    public static boolean isSurrogateAt(byte[] bytes, int offset) {
        return bytes[offset] == (byte) 0xED && at(bytes, offset + 1) >= 0xA0 && at(bytes, offset + 1) <= 0xBF;
    }

    /** The 1-based line and column (in bytes) of an offset, as words. */
    public static String position(byte[] bytes, int offset) {
        int line = 1;
        int start = markLength(bytes);
        for (int i = start; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        return "line " + line + ", column " + (offset - start + 1);
    }

    private static int sequenceLength(byte[] bytes, int i) {
        int first = at(bytes, i);
        int second = at(bytes, i + 1);
        if (first >= 0xC2 && first <= 0xDF) {
            return follows(second) ? 2 : 0;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            boolean tooShort = first == 0xE0 && second < 0xA0;
            boolean surrogate = first == 0xED && second >= 0xA0;
            return follows(second) && !tooShort && !surrogate && follows(at(bytes, i + 2)) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            boolean tooShort = first == 0xF0 && second < 0x90;
            boolean tooHigh = first == 0xF4 && second >= 0x90;
            boolean followed = follows(second) && follows(at(bytes, i + 2)) && follows(at(bytes, i + 3));
            return followed && !tooShort && !tooHigh ? 4 : 0;
        }
        return 0;
    }

    private static boolean follows(int value) {
        return value >= 0x80 && value <= 0xBF;
    }

    private static int at(byte[] bytes, int i) {
        return i < bytes.length ? bytes[i] & 0xFF : -1;
    }
}
