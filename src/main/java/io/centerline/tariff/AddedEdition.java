package io.centerline.tariff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the schedule that an operator added to that of the program.
 *
 * @param schedule its numbers
 * @param from the first day on which it applies
 * @param until the last one; null when it applies until an edition begins that replaces it
 */
public record AddedEdition(
        Schedule schedule, LocalDate from, @Nullable LocalDate until) {
    public AddedEdition {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("an edition cannot end before it begins: " + from + " to " + until);
        }
    }

    /** Its name, {@code hts-2014-basic}. */
    public String name() {
        return schedule.edition();
    }

    /** Whether it has begun by a day and has not ended. */
    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
