package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.api.CenterName;
import io.centerline.api.Problem;
import io.centerline.application.NumberAnswer;
import io.centerline.rulebook.Classified;
import io.centerline.rulebook.evidence.RangeEvidence;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import java.util.Set;
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
 * @param note why it has no Center; absent outside chapters 98 and 99
 * @param evidence what sources say of the number; absent where many numbers are asked for, and where the rulebook has none
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
        List<Problem.IssueAnswer> warnings,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EvidenceAnswer evidence) {
    /** One of many answers, without evidence. */
    static HtsAnswer of(NumberAnswer answer) {
        return of(answer, (EvidenceAnswer) null);
    }

    /** The answer for one number, with what sources say of it. */
    static HtsAnswer of(NumberAnswer answer, RangeEvidence evidence) {
        Classified classified = answer.classified();
        return of(
                answer,
                EvidenceAnswer.of(
                        evidence,
                        EvidenceAnswer.under(answer.number().digits()),
                        classified == null ? Set.of() : Set.of(classified.center()),
                        answer.asOf()));
    }

    private static HtsAnswer of(NumberAnswer answer, @Nullable EvidenceAnswer evidence) {
        Classified classified = answer.classified();
        Rule rule = classified == null ? null : classified.rule();
        return new HtsAnswer(
                answer.number().digits(),
                answer.number().text(),
                answer.status().name(),
                classified == null ? null : CenterName.of(classified.center()),
                rule == null ? null : rule.id().text(),
                rule == null ? null : rule.citation(),
                rule == null ? null : rule.standing().text(),
                rule == null ? null : Source.of(rule.place()),
                answer.description().isEmpty() ? null : answer.description(),
                answer.asOf().toString(),
                answer.warnings().stream().map(Problem.IssueAnswer::of).toList(),
                answer.number().isSpecialProvision() ? NumberAnswer.NO_VOTE : null,
                evidence);
    }

    /** A rule file and the line of the rule. */
    public record Source(String file, int line) {
        public static Source of(SourcePlace place) {
            return new Source(place.file(), place.line());
        }
    }
}
