package io.centerline.placement;

import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Shortfall;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision came out as it did.
 *
 * @param finding what was decided, as the summary begins
 * @param ground why, as the summary ends
 * @param counting what was counted over which days
 * @param tallies the Centers with votes, most lines first, then by code
 * @param notCounted the lines that did not vote, one entry a reason
 * @param detail the long form; null when only a summary was asked for
 */
public record Explanation(
        String finding,
        String ground,
        Window counting,
        List<CenterTally> tallies,
        List<Missed> notCounted,
        @Nullable Detail detail) {

    public Explanation {
        tallies = List.copyOf(tallies);
        notCounted = List.copyOf(notCounted);
    }

    /** One sentence that says what was decided and why. */
    public String summary() {
        return finding + ": " + ground;
    }

    /**
     * A Center's votes.
     *
     * @param tally count, value and shares
     * @param headings the headings that make them up, in order; with several rules for one heading, one entry each
     */
    public record CenterTally(Tally tally, List<HeadingCount> headings) {}

    /**
     * The votes of one heading.
     *
     * @param heading four digits
     * @param count lines
     * @param rule the membership rule
     */
    public record HeadingCount(int heading, long count, Rule rule) {}

    /**
     * Lines that did not vote.
     *
     * @param reason why
     * @param count how many
     * @param examples the first of them, as {@code ABC12345678/1} or {@code line 3}
     * @param rules the counting rules that say so, by id
     */
    public record Missed(NotCountedReason reason, long count, List<String> examples, List<Rule> rules) {}

    /**
     * The long form.
     *
     * @param steps the rules that fired, in the order of the reasoning
     * @param notFired the placement rules that did not, by id
     * @param flips what would change the answer
     */
    public record Detail(List<Step> steps, List<NotFired> notFired, List<Flip> flips) {
        public Detail {
            steps = List.copyOf(steps);
            notFired = List.copyOf(notFired);
            flips = List.copyOf(flips);
        }
    }

    /** What a step did to the decision. */
    public enum StepOutcome {
        /** Said what is counted. */
        COUNTED,
        /** Said where numbers belong. */
        CLASSIFIED,
        /** Decided. */
        DECIDED,
        /** Proposed what a stronger basis overrode. */
        SET_ASIDE,
        /** Proposed one of several Centers on the strongest basis. */
        CONFLICTING,
        /** Asked a person to look. */
        REVIEW
    }

    /**
     * One rule that fired.
     *
     * @param rule the rule, with citation, standing, file and line
     * @param outcome what it did
     * @param sentence one finished sentence
     * @param evidence of a membership rule: what sources say of the headings it claimed, the strongest first; null of other
     *     rules, and where the rulebook has no evidence
     */
    public record Step(
            Rule rule,
            StepOutcome outcome,
            String sentence,
            @Nullable List<Piece> evidence) {
        public Step {
            evidence = evidence == null ? null : List.copyOf(evidence);
        }

        /** A step of a rule that rests on no evidence of ranges. */
        public Step(Rule rule, StepOutcome outcome, String sentence) {
            this(rule, outcome, sentence, null);
        }
    }

    /**
     * A rule that did not fire.
     *
     * @param rule the rule
     * @param because the condition nothing satisfied
     */
    public record NotFired(Rule rule, Shortfall because) {}

    /**
     * The fewest additional lines in a Center that would place the importer there.
     *
     * @param center the Center
     * @param lines how many
     * @param pendingAt the least number, below {@code lines}, that would leave the case pending; 0 when none would
     * @param lostAt the least number, above {@code lines}, that would no longer place it there; 0 when none would
     * @param sentence the same in words
     */
    public record Flip(Center center, long lines, long pendingAt, long lostAt, String sentence) {}
}
