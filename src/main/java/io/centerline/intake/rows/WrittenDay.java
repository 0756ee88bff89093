package io.centerline.intake.rows;

import io.centerline.facts.DayRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as a cell writes it, in one number, so that a million rows can keep theirs. A day whose order cannot be told from its
 * own text is open, and is read once the column tells the order. Stateless.
 */
final class WrittenDay {
    /** No day. */
    static final int NONE = 0;
    /** The text is no day. */
    static final int FAULT = -1;
    /** A year of two digits. */
    static final int SHORT_YEAR = -2;
    /** A day and month that no calendar has. */
    static final int NO_SUCH_DAY = -3;

    private static final int OPEN = 1 << 30;
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 80_000;
    /** Day 0 of the 1900 system, for days after its 29 February 1900, which never was. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern SERIAL = Pattern.compile("[2-7][0-9]{4}(?:\\.[0-9]+)?");
    private static final Pattern TIME = Pattern.compile("(.*?[0-9])(?:T| +)[0-9]{1,2}:[0-9]{2}.*");
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})([-/.])([0-9]{1,2})\\2([0-9]{1,4})");
    private static final Pattern DAY_NAME_YEAR =
            Pattern.compile("([0-9]{1,2})\\.?[- /]?(\\p{L}{3,9})\\.?[- /,]{0,2}([0-9]{4}|[0-9]{2})");
    private static final Pattern NAME_DAY_YEAR =
            Pattern.compile("(\\p{L}{3,9})\\.?[- ]?([0-9]{1,2})(?:, ?|[- ])([0-9]{4})");
    private static final List<List<String>> MONTHS = List.of(
            List.of("january", "januar"),
            List.of("february", "februar"),
            List.of("march", "märz", "maerz"),
            List.of("april"),
            List.of("may", "mai"),
            List.of("june", "juni"),
            List.of("july", "juli"),
            List.of("august"),
            List.of("september", "sept"),
            List.of("october", "oktober"),
            List.of("november"),
            List.of("december", "dezember"));

    private WrittenDay() {}

    /**
     * Reads a cell.
     *
     * @param order the order of day and month when it is known; null otherwise
     * @return a day, perhaps open, or one of the faults
     */
    static int read(String text, @Nullable DayOrder order) {
        LocalDate plain = DayRule.find(text);
        if (plain != null) {
            return pack(plain.getYear(), plain.getMonthValue(), plain.getDayOfMonth());
        }
        int length = text.length();
        if (length == 8 && areDigits(text)) {
            return checked(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        }
        if (isSerial(text)) {
            LocalDate day = SERIAL_ZERO.plusDays(number(text, 0, 5));
            return pack(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        Matcher time = TIME.matcher(text);
        String day = time.matches() ? time.group(1).strip() : text;
        Matcher numbers = NUMBERS.matcher(day);
        if (numbers.matches()) {
            return ofNumbers(numbers.group(1), numbers.group(3), numbers.group(4), order);
        }
        Matcher named = DAY_NAME_YEAR.matcher(day);
        if (named.matches()) {
            return ofName(named.group(1), named.group(2), named.group(3));
        }
        named = NAME_DAY_YEAR.matcher(day);
        return named.matches() ? ofName(named.group(2), named.group(1), named.group(3)) : plainTime(day, text);
    }

    /** Whether a spreadsheet wrote the day as a serial number. */
    static boolean isSerial(String text) {
        if (!SERIAL.matcher(text).matches()) {
            return false;
        }
        int days = number(text, 0, 5);
        return days >= FIRST_SERIAL && days < LAST_SERIAL;
    }

    /** Whether dots separate the numbers of a day that is written in numbers. */
    static boolean isDotted(String text) {
        int dot = text.indexOf('.');
        return dot == 1 || dot == 2;
    }

    /** Whether the text alone does not tell the order of day and month. */
    static boolean isOpen(int day) {
        return day > 0 && (day & OPEN) != 0;
    }

    /** The day in an order; the same when it is not open. */
    static int inOrder(int day, DayOrder order) {
        if (!isOpen(day)) {
            return day;
        }
        int closed = day & ~OPEN;
        return order == DayOrder.MONTH_FIRST ? closed : pack(year(closed), dayOfMonth(closed), month(closed));
    }

    /** The day of the calendar; null for none. */
    static @Nullable LocalDate date(int day) {
        return day == NONE ? null : LocalDate.of(year(day), month(day), dayOfMonth(day));
    }

    /** Which order a cell proves: the day is above 12. Null when it proves none. */
    static @Nullable DayOrder proof(String text) {
        Matcher time = TIME.matcher(text);
        Matcher numbers = NUMBERS.matcher(time.matches() ? time.group(1).strip() : text);
        if (!numbers.matches() || numbers.group(1).length() > 2) {
            return null;
        }
        return Integer.parseInt(numbers.group(1)) > 12
                ? DayOrder.DAY_FIRST
                : Integer.parseInt(numbers.group(3)) > 12 ? DayOrder.MONTH_FIRST : null;
    }

    private static int plainTime(String day, String text) {
        LocalDate plain = day.equals(text) ? null : DayRule.find(day);
        return plain == null ? FAULT : pack(plain.getYear(), plain.getMonthValue(), plain.getDayOfMonth());
    }

    private static int ofNumbers(String first, String second, String third, @Nullable DayOrder order) {
        int one = Integer.parseInt(first);
        int two = Integer.parseInt(second);
        int three = Integer.parseInt(third);
        if (first.length() == 4) {
            return third.length() > 2 ? FAULT : checked(one, two, three);
        }
        if (first.length() == 3 || third.length() == 3 || third.length() == 1) {
            return FAULT;
        }
        int year = three;
        if (third.length() == 2) {
            if (order == null) {
                return SHORT_YEAR;
            }
            year = century(three);
        }
        if (order != null) {
            return order == DayOrder.MONTH_FIRST ? checked(year, one, two) : checked(year, two, one);
        }
        if (one > 12) {
            return checked(year, two, one);
        }
        int monthFirst = checked(year, one, two);
        return monthFirst > 0 && two <= 12 && one != two ? monthFirst | OPEN : monthFirst;
    }

    private static int ofName(String day, String name, String year) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.size(); month++) {
            for (String known : MONTHS.get(month)) {
                if (known.equals(wanted) || wanted.length() == 3 && known.startsWith(wanted)) {
                    int written = Integer.parseInt(year);
                    return checked(year.length() == 2 ? century(written) : written, month + 1, Integer.parseInt(day));
                }
            }
        }
        return FAULT;
    }

    /** The year that two digits mean; the tariff has none before 1989. */
    private static int century(int year) {
        return year < 80 ? 2000 + year : 1900 + year;
    }

    private static int checked(int year, int month, int day) {
        boolean real = year >= 1900
                && year <= 9998
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? pack(year, month, day) : NO_SUCH_DAY;
    }

    private static int pack(int year, int month, int day) {
        return year << 9 | month << 5 | day;
    }

    private static int year(int day) {
        return day >> 9;
    }

    private static int month(int day) {
        return day >> 5 & 15;
    }

    private static int dayOfMonth(int day) {
        return day & 31;
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
