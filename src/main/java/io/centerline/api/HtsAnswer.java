package io.centerline.api;

import io.centerline.rulebook.language.Place;
import io.centerline.tariff.Center;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one number.
 *
 * @param number its digits
 * @param text as entry summaries print it
 * @param status ACTIVE, EXPIRED or UNKNOWN in the schedule
 * @param center the Center it belongs to; null for chapters 98 and 99
 * @param rule the membership rule; null without a Center
 * @param citation what the rule cites; null without a Center
 * @param standing what the rule rests on; null without a Center
 * @param source where the rule stands; null without a Center
 * @param description from the export the operator loaded; null when none was loaded or it lacks the number
 * @param asOf the day asked for
 * @param warnings what a caller should know about the number
 */
public record HtsAnswer(
        String number,
        String text,
        String status,
        @Nullable CenterName center,
        @Nullable String rule,
        @Nullable String citation,
        @Nullable String standing,
        @Nullable Source source,
        @Nullable String description,
        String asOf,
        List<Problem.IssueAnswer> warnings) {

    /** A Center's code, name and office. */
    public record CenterName(String code, String name, String office) {
        static CenterName of(Center center) {
            return new CenterName(center.code(), center.title(), center.office());
        }
    }

    /** A rule file and the line of the rule. */
    public record Source(String file, int line) {
        static Source of(Place place) {
            return new Source(place.file(), place.line());
        }
    }
}
