package io.centerline.facts;

import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry summary, or several alike lines that the caller added up.
 *
 * @param entry the entry number; empty when none was given
 * @param line the line number within the entry; 0 when none was given
 * @param date the entry date; null when unknown
 * @param hts the numbers reported on the line, 1 to 16, in the order reported
 * @param set the part the line plays in an article set
 * @param role the importer's part on the line
 * @param count how many lines this one stands for, at least 1
 * @param quantity total quantity in the tariff's unit; null when unknown
 * @param cents total value in US cents, not negative
 * @param entryType the two digits of the entry type; empty when none was given
 * @param centsByNumber the value of each number of {@code hts}, in its order, which add up to {@code cents}; 0 for a number
 *     without a value, empty when no number's value was given
 */
public record EntryLine(
        String entry,
        int line,
        @Nullable LocalDate date,
        List<HtsNumber> hts,
        ArticleSet set,
        Role role,
        int count,
        @Nullable BigDecimal quantity,
        long cents,
        String entryType,
        List<Long> centsByNumber) {

    /** The most numbers one line can report (8 before 2025-06-28, 16 since). */
    public static final int MOST_NUMBERS = 16;

    public EntryLine {
        hts = List.copyOf(hts);
        centsByNumber = List.copyOf(centsByNumber);
        if (hts.isEmpty() || hts.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("a line reports 1 to 16 HTS numbers: " + hts.size());
        }
        if (count < 1 || line < 0 || cents < 0) {
            throw new IllegalArgumentException("count, line and value must not be negative, count not zero");
        }
        if (!entryType.isEmpty() && !isEntryType(entryType)) {
            throw new IllegalArgumentException("an entry type has two digits: " + entryType);
        }
        if (!centsByNumber.isEmpty() && (centsByNumber.size() != hts.size() || sum(centsByNumber) != cents)) {
            throw new IllegalArgumentException("each number has a value, and together they are the line's");
        }
    }

    /**
     * The number of the goods: the last reported number outside chapters 98 and 99, since additional numbers come first;
     * null when the line has only special provisions.
     */
    public @Nullable HtsNumber commodity() {
        for (int i = hts.size() - 1; i >= 0; i--) {
            HtsNumber number = hts.get(i);
            if (!number.isSpecialProvision()) {
                return number;
            }
        }
        return null;
    }

    /** The same line with another date; null for none. */
    public EntryLine on(@Nullable LocalDate day) {
        return Objects.equals(date, day) ? this : toBuilder().date(day).build();
    }

    /** The number of the entry type, 1 to 99; 0 when none was given. */
    public int entryTypeNumber() {
        return typeNumber(entryType);
    }

    private static int typeNumber(String entryType) {
        return entryType.isEmpty() ? 0 : (entryType.charAt(0) - '0') * 10 + entryType.charAt(1) - '0';
    }

    /** Whether another line says the same of all but the entry number and the line number. */
    public boolean isEqualBesideNumber(EntryLine other) {
        return Objects.equals(date, other.date)
                && hts.equals(other.hts)
                && set == other.set
                && role == other.role
                && count == other.count
                && cents == other.cents
                && isEqual(quantity, other.quantity)
                && entryType.equals(other.entryType)
                && centsByNumber.equals(other.centsByNumber);
    }

    private static boolean isEqual(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** Whether a text is the code of an entry type: two digits, not both zero. */
    public static boolean isEntryType(String text) {
        return text.length() == 2 && isDigit(text.charAt(0)) && isDigit(text.charAt(1)) && !text.equals("00");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long sum(List<Long> amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /** Total value in US dollars, scale 2. */
    public BigDecimal value() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** A line of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** A line in the making that starts as this one. */
    public Builder toBuilder() {
        return new Builder()
                .entry(entry)
                .line(line)
                .date(date)
                .numbers(hts)
                .set(set)
                .role(role)
                .count(count)
                .quantity(quantity)
                .cents(cents == 0 ? null : cents)
                .entryType(entryType)
                .centsByNumber(centsByNumber);
    }

    /**
     * A line while its fields arrive, in whatever order. A field that never arrives, or arrives as null, has the value that
     * stands for "not given". Use a new one for each line. Not thread-safe.
     */
    public static final class Builder {
        private final List<HtsNumber> hts = new ArrayList<>(2);
        private String entry = "";
        private int line;
        private @Nullable LocalDate date;
        private ArticleSet set = ArticleSet.NONE;
        private Role role = Role.IMPORTER_OF_RECORD;
        private int count = 1;
        private @Nullable BigDecimal quantity;
        private @Nullable Long cents;
        private String entryType = "";
        private List<Long> centsByNumber = List.of();

        private Builder() {}

        /** The entry number. */
        public Builder entry(@Nullable String number) {
            entry = number == null ? "" : number;
            return this;
        }

        /** The line number within the entry. */
        public Builder line(@Nullable Integer number) {
            line = number == null ? 0 : number;
            return this;
        }

        /** The entry date. */
        public Builder date(@Nullable LocalDate day) {
            date = day;
            return this;
        }

        /** Adds a reported number behind those before it. */
        public Builder number(HtsNumber number) {
            hts.add(number);
            return this;
        }

        /** Replaces the reported numbers. */
        public Builder numbers(List<HtsNumber> numbers) {
            hts.clear();
            hts.addAll(numbers);
            return this;
        }

        /** The part the line plays in an article set. */
        public Builder set(@Nullable ArticleSet part) {
            set = part == null ? ArticleSet.NONE : part;
            return this;
        }

        /** The importer's part on the line. */
        public Builder role(@Nullable Role part) {
            role = part == null ? Role.IMPORTER_OF_RECORD : part;
            return this;
        }

        /** How many lines this one stands for. */
        public Builder count(@Nullable Integer lines) {
            count = lines == null ? 1 : lines;
            return this;
        }

        /** The total quantity in the tariff's unit. */
        public Builder quantity(@Nullable BigDecimal total) {
            quantity = total;
            return this;
        }

        /** The total value in US cents; not given, it is the sum of {@link #centsByNumber}. */
        public Builder cents(@Nullable Long total) {
            cents = total;
            return this;
        }

        /** The two digits of the entry type. */
        public Builder entryType(@Nullable String digits) {
            entryType = digits == null ? "" : digits;
            return this;
        }

        /** The value of each number in US cents, in the order of the numbers. */
        public Builder centsByNumber(@Nullable List<Long> values) {
            centsByNumber = values == null ? List.of() : values;
            return this;
        }

        /** The values of the numbers that have arrived. */
        public List<Long> centsByNumber() {
            return centsByNumber;
        }

        /** Whether the line's value has arrived and the values of its numbers do not add up to it. */
        public boolean isAddedUpWrongly() {
            return cents != null && !centsByNumber.isEmpty() && cents != sum(centsByNumber);
        }

        /** The entry date that has arrived; null when none has. */
        public @Nullable LocalDate day() {
            return date;
        }

        /** Whether an entry date has arrived. */
        public boolean isDated() {
            return date != null;
        }

        /** The number of the entry type given so far; 0 when none was. */
        public int entryTypeNumber() {
            return typeNumber(entryType);
        }

        /** How many reported numbers lie outside chapters 98 and 99. */
        public int commodities() {
            int commodities = 0;
            for (HtsNumber number : hts) {
                commodities += number.isSpecialProvision() ? 0 : 1;
            }
            return commodities;
        }

        /**
         * The line.
         *
         * @throws IllegalArgumentException when it reports no number or more than {@link #MOST_NUMBERS}, an amount is
         *     negative, or the values of the numbers are not one for each or do not add up
         */
        public EntryLine build() {
            long total = cents == null ? sum(centsByNumber) : cents;
            return new EntryLine(entry, line, date, hts, set, role, count, quantity, total, entryType, centsByNumber);
        }
    }
}
