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

    /** What is known of an entry when nothing is. */
    public static final EntrySummary UNKNOWN = new EntrySummary("", "", List.of());

    public EntrySummary {
        lines = List.copyOf(lines);
    }

    /** The number as it is compared: without dashes and blanks, in upper case. */
    public String bareNumber() {
        return bare(number);
    }

    /** An entry number as it is compared; it is written with and without dashes. */
    public static String bare(String number) {
        return number.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
