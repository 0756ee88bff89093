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
        long cents) {

    /** The most numbers one line can report (8 before 2025-06-28, 16 since). */
    public static final int MOST_NUMBERS = 16;

    public EntryLine {
        hts = List.copyOf(hts);
        if (hts.isEmpty() || hts.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("a line reports 1 to 16 HTS numbers: " + hts.size());
        }
        if (count < 1 || line < 0 || cents < 0) {
            throw new IllegalArgumentException("count, line and value must not be negative, count not zero");
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
                .cents(cents);
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
        private long cents;

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

        /** The total value in US cents. */
        public Builder cents(@Nullable Long total) {
            cents = total == null ? 0 : total;
            return this;
        }

        /** Whether an entry date has arrived. */
        public boolean isDated() {
            return date != null;
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
         * @throws IllegalArgumentException when it reports no number or more than {@link #MOST_NUMBERS}, or an amount is
         *     negative
         */
        public EntryLine build() {
            return new EntryLine(entry, line, date, hts, set, role, count, quantity, cents);
        }
    }
}
