package io.centerline.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of canonical JSON (RFC 8785). The writer gives keys in canonical order; this class escapes strings
 * and encodes them as UTF-8. Not thread-safe.
 */
final class CanonicalBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    CanonicalBytes(int expectedLength) {
        bytes = new byte[expectedLength];
    }

    /** ASCII that is JSON already: keys, punctuation, words that need no escape. */
    CanonicalBytes raw(String ascii) {
        int added = ascii.length();
        room(added);
        for (int i = 0; i < added; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += added;
        return this;
    }

    /** A string value with its quotation marks; throws when it holds half a surrogate pair. */
    CanonicalBytes string(String text) {
        int added = text.length();
        // No character takes more than six bytes: the escape of a control character.
        room(6 * added + 2);
        put('"');
        for (int i = 0; i < added; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                put(c);
            } else if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
                put(0x80 | c & 0x3F);
            } else {
                pair(text, i++);
            }
        }
        put('"');
        return this;
    }

    /** A number that JSON writes as it stands. */
    CanonicalBytes integer(int value) {
        return value >= 0 && value < 10 ? raw1((char) ('0' + value)) : raw(Integer.toString(value));
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private CanonicalBytes raw1(char ascii) {
        room(1);
        put(ascii);
        return this;
    }

    private void escaped(char c) {
        put('\\');
        switch (c) {
            case '"', '\\' -> put(c);
            case '\b' -> put('b');
            case '\t' -> put('t');
            case '\n' -> put('n');
            case '\f' -> put('f');
            case '\r' -> put('r');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[c >> 4]);
                put(HEX[c & 0xF]);
            }
        }
    }

    private void pair(String text, int i) {
        boolean whole = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!whole) {
            throw new IllegalArgumentException("half a surrogate pair has no canonical form");
        }
        int point = text.codePointAt(i);
        put(0xF0 | point >> 18);
        put(0x80 | point >> 12 & 0x3F);
        put(0x80 | point >> 6 & 0x3F);
        put(0x80 | point & 0x3F);
    }

    private void put(int value) {
        bytes[length++] = (byte) value;
    }

    private void room(int added) {
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + added, 2 * bytes.length));
        }
    }
}
