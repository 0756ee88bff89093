package io.centerline.placement;

import io.centerline.rulebook.vocabulary.Counting;
import io.centerline.rulebook.vocabulary.Measure;
import io.centerline.rulebook.vocabulary.Timing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is counted over which days.
 *
 * @param measure what one vote is
 * @param from first day counted
 * @param to last day counted, the as-of date
 */
public record Window(Measure measure, LocalDate from, LocalDate to) {

    /** The window of a counting rule that ends with a day: twelve months before 2026-11-25 start on 2025-11-26. */
    static Window ending(LocalDate asOf, Counting counting) {
        return new Window(
                counting.measure(), asOf.minusMonths(counting.months()).plusDays(1), asOf);
    }

    Timing timing(@Nullable LocalDate date) {
        if (date == null) {
            return Timing.UNDATED;
        }
        if (date.isBefore(from)) {
            return Timing.BEFORE_WINDOW;
        }
        return date.isAfter(to) ? Timing.AFTER_WINDOW : Timing.IN_WINDOW;
    }
}
