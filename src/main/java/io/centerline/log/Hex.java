package io.centerline.log;

/** Lower-case hex within a line, read where it lies. */
final class Hex {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private Hex() {}

    /** Whether the text at an offset is the hex of {@code value}. */
    static boolean matches(byte[] text, int at, byte[] value) {
        int different = 0;
        for (int i = 0; i < value.length; i++) {
            different |= text[at + 2 * i] ^ DIGITS[(value[i] >> 4) & 0xF];
            different |= text[at + 2 * i + 1] ^ DIGITS[value[i] & 0xF];
        }
        return different == 0;
    }

    /** Decodes into {@code value}; false when the text is not lower-case hex. */
    static boolean decode(byte[] text, int at, byte[] value) {
        for (int i = 0; i < value.length; i++) {
            int high = digit(text[at + 2 * i]);
            int low = digit(text[at + 2 * i + 1]);
            if (high < 0 || low < 0) {
                return false;
            }
            value[i] = (byte) (high << 4 | low);
        }
        return true;
    }

    private static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
