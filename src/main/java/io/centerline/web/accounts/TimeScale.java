package io.centerline.web.accounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days as places on a line, in percent of its length.
 *
 * @param first the first day on the line
 * @param last the last one
 */
record TimeScale(LocalDate first, LocalDate last) {
    private static final int MOST_TICKS = 5;
    private static final int LEAST_DAYS = 60;

    /** A line that has room for all of some days, with a margin at both ends. */
    static TimeScale of(List<LocalDate> days) {
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        long length = Math.max(LEAST_DAYS, ChronoUnit.DAYS.between(first, last));
        return new TimeScale(first.minusDays(length / 40), last.plusDays(length / 12));
    }

    /** Where a day is, from 0 to 100. */
    BigDecimal percent(LocalDate day) {
        LocalDate within = day.isBefore(first) ? first : day.isAfter(last) ? last : day;
        return BigDecimal.valueOf(100 * ChronoUnit.DAYS.between(first, within))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last)), 2, RoundingMode.HALF_EVEN);
    }

    /** The days to write below the line: first days of years, or of quarters on a short line. */
    List<LocalDate> ticks() {
        long years = ChronoUnit.YEARS.between(first, last);
        int months = years < 2 ? 3 : 12 * (int) (years / MOST_TICKS + 1);
        if (years >= 1 && years < 2) {
            months = 6;
        }
        List<LocalDate> ticks = new ArrayList<>();
        LocalDate day = LocalDate.of(first.getYear(), Month.JANUARY, 1);
        while (!day.isAfter(last)) {
            if (!day.isBefore(first)) {
                ticks.add(day);
            }
            day = day.plusMonths(months);
        }
        return ticks;
    }
}
