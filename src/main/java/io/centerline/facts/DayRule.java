package io.centerline.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for days that callers write, in JSON, files, queries and on the command line: {@code YYYY-MM-DD}, a day of
 * the calendar, in the years 1900 to 9998. Stateless.
 */
public final class DayRule {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DayRule() {}

    /** Why a text is not accepted as a day. */
    public enum Fault {
        FORM(IssueCode.DATE_MALFORMED, "is not written YYYY-MM-DD"),
        CALENDAR(IssueCode.DATE_MALFORMED, "is not a day of the calendar"),
        YEAR(IssueCode.VALUE_OUT_OF_RANGE, "lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR);

        private final IssueCode code;
        private final String what;

        Fault(IssueCode code, String what) {
            this.code = code;
            this.what = what;
        }

        /** The code of its issue. */
        public IssueCode code() {
            return code;
        }

        /**
         * The end of a sentence that starts with the text that has the fault, such as {@code is not a day of the calendar:
         * June has 30 days}.
         */
        public String predicate(String text) {
            return this == CALENDAR ? what + ": " + why(text) : what;
        }
    }

    /** The day a text writes; null when the text is not accepted, and {@link #fault} tells why. */
    public static @Nullable LocalDate find(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        // Read by hand, since every entry line has a day and the formatter of the JDK takes many times as long.
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean accepted = year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return accepted ? LocalDate.of(year, month, day) : null;
    }

    /** Why {@link #find} found no day in the text. */
    public static Fault fault(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Fault.FORM;
        }
        try {
            LocalDate.parse(text);
            return Fault.YEAR;
        } catch (DateTimeException noSuchDay) {
            return Fault.CALENDAR;
        }
    }

    /** Why the calendar does not have a day that is written as one. */
    private static String why(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        if (month < 1 || month > 12) {
            return "there is no month " + text.substring(5, 7);
        }
        String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (number(text, 8, 10) == 0) {
            return name + " begins with day 01";
        }
        return name + (month == 2 ? " " + text.substring(0, 4) : "") + " has "
                + YearMonth.of(year, month).lengthOfMonth() + " days";
    }

    /**
     * The issue of a day that lies before the first one covered.
     *
     * @param pointer where the day stands
     * @param subject the day as the subject of a sentence, such as {@code `asOf` `2013-01-01`}
     * @param first the first covered day
     * @param covering what covers it, as the end of a sentence, such as {@code the rules cover}
     */
    public static Issue beforeCoverage(String pointer, String subject, LocalDate first, String covering) {
        return new Issue(
                IssueCode.AS_OF_BEFORE_COVERAGE,
                pointer,
                subject + " lies before `" + first + "`, the first day " + covering,
                "use `" + first + "` or a later day");
    }

    /** The number these characters write; -1 when one of them is no digit. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
