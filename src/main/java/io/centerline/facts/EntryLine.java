package io.centerline.facts;

import io.centerline.tariff.HtsNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

    /** The same line, its date forgotten. */
    public EntryLine undated() {
        return date == null ? this : new EntryLine(entry, line, null, hts, set, role, count, quantity, cents);
    }

    /** Total value in US dollars, scale 2. */
    public BigDecimal value() {
        return BigDecimal.valueOf(cents, 2);
    }
}
