package io.centerline.facts;

import java.util.List;
import java.util.Locale;

/**
 * The entry an activity is about.
 *
 * @param number the entry number; empty when none was given
 * @param port the four digits of the port of entry; empty when none was given
 * @param lines the lines of its entry summary, in the order received
 */
public record EntrySummary(String number, String port, List<EntryLine> lines) {
    /** The most characters an entry number may have. */
    public static final int LONGEST_NUMBER = 20;

    /** Minus, bullets, dots, slashes and the underscore in other forms than ASCII has. */
    private static final String OTHER_MARKS = "\u2212\u2022\u2043\u00B7\u2024\uFF0E\u2044\u2215\uFF0F\uFF3F";

    /** What is known of an entry when nothing is. */
    public static final EntrySummary UNKNOWN = new EntrySummary("", "", List.of());

    public EntrySummary {
        lines = List.copyOf(lines);
    }

    /** The number as it is compared; see {@link #bare}. */
    public String bareNumber() {
        return bare(number);
    }

    /** An entry number as it is compared: the characters that {@linkplain #counts count}, in upper case. */
    public static String bare(String number) {
        StringBuilder bare = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (counts(number.charAt(i))) {
                bare.append(number.charAt(i));
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether a character tells entry numbers apart. Blanks, dashes, dots, slashes, underscores and characters that nobody sees
     * do not: the same number is written with and without them.
     */
    public static boolean counts(char c) {
        if (c < 0x7F) {
            return c > ' ' && c != '-' && c != '.' && c != '/' && c != '_';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION -> false;
            default -> OTHER_MARKS.indexOf(c) < 0;
        };
    }
}
