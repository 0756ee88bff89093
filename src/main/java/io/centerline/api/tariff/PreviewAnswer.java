package io.centerline.api.tariff;

import io.centerline.api.CenterName;
import io.centerline.application.NumberPreview;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.HeadingCount;
import io.centerline.placement.Outcome;
import io.centerline.rulebook.language.Rule;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which Center would process imports of these numbers, each counted as one entry line, of an importer of whom nothing else is
 * known.
 *
 * @param caution what the answer is not
 * @param status PLACED or PENDING
 * @param center the Center; null while pending
 * @param basis the ground; null while pending without one
 * @param leads the Center with most numbers; null on a tie and when no number counts
 * @param summary one sentence
 * @param standing how much of it rests on inferred ranges, in one sentence
 * @param tallies the Centers with numbers, most first
 * @param notCounted numbers that do not vote, by reason
 * @param reviews what a person should look at
 * @param flips how many more lines elsewhere would change the answer
 */
public record PreviewAnswer(
        String caution,
        String status,
        @Nullable CenterName center,
        @Nullable String basis,
        @Nullable CenterName leads,
        String summary,
        String standing,
        List<TallyAnswer> tallies,
        List<MissedAnswer> notCounted,
        List<ReviewAnswer> reviews,
        List<FlipAnswer> flips) {

    /**
     * A Center's numbers.
     *
     * @param center its code
     * @param count how many
     * @param share their share, to four places
     * @param ranges the ranges they lie in, by rule
     */
    public record TallyAnswer(String center, long count, String share, List<RangeAnswer> ranges) {
        static TallyAnswer of(CenterTally tally) {
            return new TallyAnswer(
                    tally.tally().center().code(),
                    tally.tally().count(),
                    tally.tally().share().setScale(4, RoundingMode.HALF_EVEN).toPlainString(),
                    ranges(tally));
        }

        private static List<RangeAnswer> ranges(CenterTally tally) {
            return tally.headings().stream()
                    .collect(Collectors.groupingBy(
                            HeadingCount::rule,
                            () -> new TreeMap<>(Comparator.comparing(Rule::id)),
                            Collectors.summingLong(HeadingCount::count)))
                    .entrySet()
                    .stream()
                    .map(range -> RangeAnswer.of(range.getKey(), range.getValue()))
                    .toList();
        }
    }

    /**
     * The numbers of one range.
     *
     * @param rule the membership rule
     * @param title what the rule says
     * @param citation what it cites
     * @param standing what it rests on
     * @param count how many of the numbers lie in it
     */
    public record RangeAnswer(String rule, String title, String citation, String standing, long count) {
        static RangeAnswer of(Rule rule, long count) {
            return new RangeAnswer(
                    rule.id().text(),
                    rule.title(),
                    rule.citation(),
                    rule.standing().text(),
                    count);
        }
    }

    /**
     * Numbers that do not vote.
     *
     * @param reason why
     * @param count how many, at least 1
     */
    public record MissedAnswer(String reason, long count) {}

    /**
     * Something to look at.
     *
     * @param code what
     * @param message the sentence
     */
    public record ReviewAnswer(String code, String message) {}

    /**
     * What would change the answer.
     *
     * @param center code of another Center
     * @param lines how many more lines there
     * @param sentence the same in words
     */
    public record FlipAnswer(String center, long lines, String sentence) {}

    /** The answer to a decision with its long explanation. */
    static PreviewAnswer of(Decision decision) {
        Explanation explanation = decision.explanation();
        Explanation.Detail detail = explanation.detail();
        Outcome outcome = decision.outcome();
        return new PreviewAnswer(
                NumberPreview.CAUTION,
                outcome.status(),
                outcome instanceof Outcome.Placed placed ? CenterName.of(placed.center()) : null,
                outcome.basis() == null ? null : outcome.basis().name(),
                decision.indicated() == null ? null : CenterName.of(decision.indicated()),
                explanation.summary(),
                NumberPreview.standing(explanation.tallies()),
                explanation.tallies().stream().map(TallyAnswer::of).toList(),
                explanation.notCounted().stream()
                        .filter(missed -> missed.count() > 0)
                        .map(missed -> new MissedAnswer(missed.reason().name(), missed.count()))
                        .toList(),
                decision.reviews().stream()
                        .map(note -> new ReviewAnswer(note.code().name(), note.message()))
                        .toList(),
                detail == null
                        ? List.of()
                        : detail.flips().stream()
                                .map(flip -> new FlipAnswer(flip.center().code(), flip.lines(), flip.sentence()))
                                .toList());
    }
}
