package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.api.CenterName;
import io.centerline.api.Problem;
import io.centerline.application.LevelAnswer;
import io.centerline.rulebook.evidence.RangeEvidence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Centers hold the numbers of a chapter, heading or subheading.
 *
 * @param prefix its digits
 * @param text as the tariff prints it
 * @param level CHAPTER, HEADING or SUBHEADING
 * @param edition the edition of the schedule that applies on the day
 * @param numbers how many ten-digit numbers can be reported
 * @param withoutCenter how many of them belong to no Center, as those of chapters 98 and 99
 * @param centers the Centers that hold some, in the order of their codes; more than one where the numbers differ
 * @param description from the export the operator loaded; null when none was loaded or it lacks the level
 * @param asOf the day asked for
 * @param warnings what a caller should know
 * @param note why its numbers have no Center; absent outside chapters 98 and 99
 * @param evidence what sources say of some of its numbers; absent where the rulebook has none
 */
public record LevelFound(
        String prefix,
        String text,
        String level,
        String edition,
        int numbers,
        int withoutCenter,
        List<Holding> centers,
        @Nullable String description,
        String asOf,
        List<Problem.IssueAnswer> warnings,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EvidenceAnswer evidence) {

    /**
     * What one Center holds.
     *
     * @param center the Center
     * @param numbers how many numbers
     * @param rules the membership rules that say so
     * @param ranges where they are
     */
    public record Holding(CenterName center, int numbers, List<String> rules, List<LevelAnswer.Range> ranges) {}

    static LevelFound of(LevelAnswer answer, RangeEvidence evidence) {
        return new LevelFound(
                answer.level().digits(),
                answer.level().text(),
                answer.level().kind().name(),
                answer.edition(),
                answer.numbers(),
                answer.withoutCenter(),
                answer.centers().stream()
                        .map(held ->
                                new Holding(CenterName.of(held.center()), held.numbers(), held.rules(), held.ranges()))
                        .toList(),
                answer.description().isEmpty() ? null : answer.description(),
                answer.asOf().toString(),
                answer.warnings().stream().map(Problem.IssueAnswer::of).toList(),
                answer.note().isEmpty() ? null : answer.note(),
                EvidenceAnswer.of(
                        evidence,
                        EvidenceAnswer.under(answer.level().digits()),
                        answer.centers().stream()
                                .map(LevelAnswer.Holding::center)
                                .collect(Collectors.toSet()),
                        answer.asOf()));
    }
}
