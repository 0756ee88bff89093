package io.centerline.facts;

import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        copy(ascii, 0, added);
        return this;
    }

    /** Makes an object of the members written since a length was taken, each with a comma before it. */
    CanonicalBytes object(int start) {
        bytes[start] = '{';
        return raw("}");
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
                put(0xC0 | (c >> 6));
                put(0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | (c >> 12));
                put(0x80 | ((c >> 6) & 0x3F));
                put(0x80 | (c & 0x3F));
            } else {
                pair(text, i++);
            }
        }
        put('"');
        return this;
    }

    /** A number that JSON writes as it stands; not negative. */
    CanonicalBytes integer(long value) {
        room(20);
        if (value < 10) {
            put('0' + (int) value);
            return this;
        }
        int end = length;
        for (long rest = value; rest > 0; rest /= 10) {
            end++;
        }
        length = end;
        for (long rest = value; rest > 0; rest /= 10) {
            bytes[--end] = (byte) ('0' + rest % 10);
        }
        return this;
    }

    /** A day as a string value; null as null. */
    CanonicalBytes date(@Nullable LocalDate date) {
        if (date == null) {
            return raw("null");
        }
        if (date.getYear() < 1000 || date.getYear() > 9999) {
            return raw("\"").raw(date.toString()).raw("\"");
        }
        room(12);
        put('"');
        twoDigits(date.getYear() / 100);
        twoDigits(date.getYear() % 100);
        put('-');
        twoDigits(date.getMonthValue());
        put('-');
        twoDigits(date.getDayOfMonth());
        put('"');
        return this;
    }

    /** An HTS number as a string value, dotted as entry summaries print it. */
    CanonicalBytes number(HtsNumber number) {
        String digits = number.digits();
        room(14);
        put('"');
        copy(digits, 0, 4);
        put('.');
        copy(digits, 4, 6);
        put('.');
        copy(digits, 6, digits.length());
        put('"');
        return this;
    }

    /** HTS numbers as a list of string values. */
    CanonicalBytes numbers(List<HtsNumber> numbers) {
        raw("[");
        for (int i = 0; i < numbers.size(); i++) {
            raw(i == 0 ? "" : ",").number(numbers.get(i));
        }
        return raw("]");
    }

    /** The name of a constant as a string value; null as null. */
    CanonicalBytes word(@Nullable Enum<?> constant) {
        return constant == null ? raw("null") : raw("\"").raw(constant.name()).raw("\"");
    }

    /** A decimal as a string value, without exponent; null as null. */
    CanonicalBytes decimal(@Nullable BigDecimal value) {
        return value == null
                ? raw("null")
                : raw("\"").raw(value.toPlainString()).raw("\"");
    }

    /** An amount of cents as a string value in dollars with two decimals. */
    CanonicalBytes dollars(long cents) {
        raw("\"").integer(cents / 100);
        room(4);
        put('.');
        twoDigits((int) (cents % 100));
        put('"');
        return this;
    }

    /** Amounts of cents as a list of string values. */
    CanonicalBytes dollars(List<Long> amounts) {
        raw("[");
        for (int i = 0; i < amounts.size(); i++) {
            raw(i == 0 ? "" : ",").dollars(amounts.get(i));
        }
        return raw("]");
    }

    int length() {
        return length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void twoDigits(int value) {
        put('0' + value / 10);
        put('0' + value % 10);
    }

    @SuppressWarnings(
            "deprecation") // drops the high byte of each character, which ASCII does not use, and is a plain copy
    private void copy(String ascii, int from, int to) {
        ascii.getBytes(from, to, bytes, length);
        length += to - from;
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
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
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
