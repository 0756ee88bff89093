package io.centerline.application;

import io.centerline.facts.Issue;
import io.centerline.rulebook.Classified;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one HTS number on a day.
 *
 * @param number the number
 * @param status its status in the schedule
 * @param classified the Center it belongs to and the rule that says so; null when no rule claims it
 * @param description from the export the operator loaded; empty when none was loaded or it lacks the number
 * @param asOf the day
 * @param warnings what a caller should know about the number
 */
public record NumberAnswer(
        HtsNumber number,
        NumberStatus status,
        @Nullable Classified classified,
        String description,
        LocalDate asOf,
        List<Issue> warnings) {
    /** What is to know of numbers of chapters 98 and 99. */
    public static final String NO_VOTE =
            "numbers of chapters 98 and 99 are special provisions: they belong to no Center and never vote";

    public NumberAnswer {
        warnings = List.copyOf(warnings);
    }

    /** Why it has no Center; empty outside chapters 98 and 99. */
    public String note() {
        return number.isSpecialProvision() ? NO_VOTE : "";
    }
}
