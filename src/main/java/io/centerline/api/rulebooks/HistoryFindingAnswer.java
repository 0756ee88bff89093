package io.centerline.api.rulebooks;

import io.centerline.check.HistoryFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a rulebook departs from the history of another, as answers show it.
 *
 * @param code PAST_CHANGED or ID_REUSED
 * @param rule id of the rule
 * @param inForce the past days that change, or the days of a rule whose id is reused, as an ISO interval
 * @param place file, line and column
 * @param message what is wrong
 * @param help how to mend it
 * @param example a number or facts, and a day, that come out otherwise; null when there is none to show
 */
public record HistoryFindingAnswer(
        String code,
        String rule,
        String inForce,
        String place,
        String message,
        String help,
        @Nullable String example) {

    static List<HistoryFindingAnswer> of(List<HistoryFinding> findings) {
        return findings.stream().map(HistoryFindingAnswer::of).toList();
    }

    private static HistoryFindingAnswer of(HistoryFinding found) {
        return new HistoryFindingAnswer(
                found.code().name(),
                found.rule().text(),
                found.days().toString(),
                found.finding().place().toString(),
                found.finding().message(),
                found.finding().help(),
                found.example().isEmpty() ? null : found.example());
    }
}
