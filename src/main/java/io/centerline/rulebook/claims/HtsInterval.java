package io.centerline.rulebook.claims;

import io.centerline.rulebook.language.NumberRange;
import io.centerline.tariff.HtsNumber;

/**
 * Contiguous 10-digit numbers, both ends included.
 *
 * @param from the first, read as a decimal number
 * @param to the last
 */
public record HtsInterval(long from, long to) {
    private static final int DIGITS = 10;

    /** All numbers under the prefixes of a range. */
    public static HtsInterval of(NumberRange range) {
        return of(range.digits(), range.from(), range.to());
    }

    /** All numbers under some prefixes. */
    public static HtsInterval of(int digits, long first, long last) {
        long width = width(digits);
        return new HtsInterval(first * width, (last + 1) * width - 1);
    }

    private static long width(int digits) {
        long width = 1;
        for (int i = digits; i < DIGITS; i++) {
            width *= 10;
        }
        return width;
    }

    public boolean overlaps(HtsInterval other) {
        return from <= other.to && other.from <= to;
    }

    /** The part that lies in another stretch, which it overlaps. */
    public HtsInterval within(HtsInterval other) {
        return new HtsInterval(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Whether it starts in the chapter that has no numbers. */
    public boolean isChapter77() {
        return from / width(2) == 77;
    }

    /** The first number as entry summaries print it. */
    public String first() {
        return text(from);
    }

    /** The last number as entry summaries print it. */
    public String last() {
        return text(to);
    }

    /** A number in chapters that exist, as entry summaries print it: {@code 8471.30.0100}. */
    public static String text(long number) {
        return new HtsNumber(digits(number)).text();
    }

    /** A number's ten digits, leading zeros kept. */
    public static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** The prefixes that make up the stretch, as few digits as name it: {@code `3303` to `3307`}. */
    public String prefixes() {
        int digits = 2;
        while (digits < DIGITS && (from % width(digits) != 0 || (to + 1) % width(digits) != 0)) {
            digits += 2;
        }
        int level = Math.min(digits, 8);
        return HtsNumber.rangeText(Math.toIntExact(from / width(level)), Math.toIntExact(to / width(level)), level);
    }
}
