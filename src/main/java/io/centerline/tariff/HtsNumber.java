package io.centerline.tariff;

/**
 * One number of the Harmonized Tariff Schedule of the United States, with 8 digits (rate line) or 10 (statistical
 * suffix).
 *
 * <p>Equal digits are equal numbers; an 8-digit number and the 10-digit numbers under it are different numbers. Use
 * {@link HtsReader} for text from outside.
 *
 * @param digits 8 or 10 ASCII digits, chapter 01-76 or 78-99, leading zeros kept
 */
public record HtsNumber(String digits) implements Comparable<HtsNumber> {

    public HtsNumber {
        int length = digits.length();
        if (length != 8 && length != 10) {
            throw new IllegalArgumentException("an HTS number has 8 or 10 digits: " + digits);
        }
        for (int i = 0; i < length; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                throw new IllegalArgumentException("an HTS number has digits only: " + digits);
            }
        }
        int chapter = leading(digits, 2);
        if (chapter == 0 || chapter == 77) {
            throw new IllegalArgumentException("there is no such chapter: " + digits);
        }
    }

    /** The first two digits, 1 to 99. */
    public int chapter() {
        return leading(digits, 2);
    }

    /** The first four digits, 101 to 9999. */
    public int heading() {
        return leading(digits, 4);
    }

    /** The first six digits, an HS subheading. */
    public int subheading() {
        return leading(digits, 6);
    }

    /** The first eight digits, a rate line. */
    public int rateLine() {
        return leading(digits, 8);
    }

    /**
     * A prefix as text, leading zeros kept: heading 101 of four digits is {@code 0101}.
     *
     * @param prefix a chapter, heading, subheading or rate line
     * @param digits how many digits such a prefix has: 2, 4, 6 or 8
     */
    public static String prefixText(int prefix, int digits) {
        String text = Integer.toString(prefix);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /**
     * Contiguous prefixes as a sentence names them: {@code `3303`} or {@code `3303` to `3307`}.
     *
     * @param from the first prefix
     * @param to the last prefix
     * @param digits how many digits such a prefix has: 2, 4, 6 or 8
     */
    public static String rangeText(int from, int to, int digits) {
        String first = "`" + prefixText(from, digits) + "`";
        return from == to ? first : first + " to `" + prefixText(to, digits) + "`";
    }

    /**
     * Whether the number lies in chapter 98 or 99, the special provisions that are reported in addition to the number of
     * the goods.
     */
    public boolean isSpecialProvision() {
        return digits.charAt(0) == '9' && digits.charAt(1) >= '8';
    }

    /** The number as entry summaries print it: {@code 8471.30.0100}, or {@code 9903.88.15} with eight digits. */
    public String text() {
        String rateLine = digits.substring(0, 4) + "." + digits.substring(4, 6) + "." + digits.substring(6, 8);
        return digits.length() == 8 ? rateLine : rateLine + digits.substring(8);
    }

    @Override
    public int compareTo(HtsNumber other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return text();
    }

    private static int leading(String digits, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }
}
