package io.centerline.batch.data;

import java.time.LocalDate;

/**
 * What to make up. Equal plans give equal lines.
 *
 * @param lines how many entry lines
 * @param importers how many importers they are of; each has one line or more
 * @param seed tells plans of one size apart
 * @param asOf the last day of the twelve months that the entries are of
 */
public record DataPlan(long lines, int importers, long seed, LocalDate asOf) {
    /** The most lines of one plan. */
    public static final long MOST_LINES = 2_000_000_000L;

    /** The most importers of one plan; there are not so many numbers that all differ. */
    public static final int MOST_IMPORTERS = 5_000_000;

    public DataPlan {
        if (lines < 1 || lines > MOST_LINES || importers < 1 || importers > MOST_IMPORTERS || importers > lines) {
            throw new IllegalArgumentException(lines + " lines of " + importers + " importers");
        }
    }

    /** The first day of the twelve months. */
    public LocalDate firstDay() {
        return asOf.minusYears(1).plusDays(1);
    }
}
