package io.centerline.api.rulebooks;

import io.centerline.application.RulebookComparison;
import io.centerline.rulebook.change.NumberMove;
import io.centerline.rulebook.change.RuleChange;
import io.centerline.rulebook.change.RulebookDiff;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one rulebook differs from another, as answers show it.
 *
 * @param before hash of the one it is compared with
 * @param after hash of the other
 * @param rules what became of every rule that is not the same
 * @param moves the ranges of numbers that belong to another Center
 * @param movedNumbers how many numbers of the schedule lie in them
 * @param history in what the other departs from the history of the one, as of today
 * @param corrections the activations that let the other follow the one as a correction of history, the last one first
 */
public record DiffAnswer(
        String before,
        String after,
        List<Change> rules,
        List<Move> moves,
        int movedNumbers,
        List<HistoryFindingAnswer> history,
        List<ActivationAnswer> corrections) {

    /**
     * What became of one rule.
     *
     * @param kind ADDED, REMOVED or CHANGED
     * @param rule its id
     * @param title the sentence of its name
     * @param inForce its days as an ISO interval
     * @param before where it stood; null when it is new
     * @param after where it stands; null when it is gone
     * @param edits what changed in it; empty unless it is changed
     * @param sentences the change in words
     */
    public record Change(
            String kind,
            String rule,
            String title,
            String inForce,
            @Nullable Source before,
            @Nullable Source after,
            List<Edit> edits,
            List<String> sentences) {}

    /**
     * One thing that changed in a rule.
     *
     * @param facet which part of the rule
     * @param before how it read
     * @param after how it reads
     * @param sentence the same in words
     */
    public record Edit(String facet, String before, String after, String sentence) {}

    /**
     * Where a rule stands.
     *
     * @param file below the product's folder
     * @param line from 1
     */
    public record Source(String file, int line) {}

    /**
     * Contiguous numbers that change their Center.
     *
     * @param from the first ten digits
     * @param to the last ten digits
     * @param inForce on which days, as an ISO interval
     * @param before what they were under; null for no Center
     * @param after what they are under; null for no Center
     * @param numbers how many numbers of the schedule lie in it
     * @param sentence the same in words
     */
    public record Move(
            String from,
            String to,
            String inForce,
            @Nullable Claim before,
            @Nullable Claim after,
            int numbers,
            String sentence) {}

    /**
     * A Center and the rule that gives numbers to it.
     *
     * @param center its code
     * @param name its name
     * @param rule the rule's id
     */
    public record Claim(String center, String name, String rule) {}

    static DiffAnswer of(RulebookComparison.Compared compared) {
        RulebookDiff diff = compared.diff();
        return new DiffAnswer(
                diff.before(),
                diff.after(),
                diff.rules().stream().map(DiffAnswer::change).toList(),
                diff.moves().stream().map(DiffAnswer::move).toList(),
                diff.movedNumbers(),
                HistoryFindingAnswer.of(compared.history()),
                compared.corrections().stream().map(ActivationAnswer::of).toList());
    }

    private static Change change(RuleChange change) {
        return new Change(
                change.kind().name(),
                change.id().text(),
                change.title(),
                change.inForce().toString(),
                source(change.before()),
                source(change.after()),
                change.edits().stream().map(DiffAnswer::edit).toList(),
                change.sentences());
    }

    private static Edit edit(RuleEdit edit) {
        return new Edit(edit.facet().name().toLowerCase(Locale.ROOT), edit.before(), edit.after(), edit.sentence());
    }

    private static Move move(NumberMove move) {
        return new Move(
                move.from(),
                move.to(),
                move.days().toString(),
                claim(move.before()),
                claim(move.after()),
                move.numbers(),
                move.sentence());
    }

    private static @Nullable Claim claim(NumberMove.@Nullable Claim claim) {
        return claim == null
                ? null
                : new Claim(
                        claim.center().code(),
                        claim.center().title(),
                        claim.rule().text());
    }

    private static @Nullable Source source(@Nullable SourcePlace place) {
        return place == null ? null : new Source(place.file(), place.line());
    }
}
