package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Moves a range of numbers to a Center from a day on: rules that had them end the day before, what they had beside goes on under
 * new ids, and the Center gets a rule. Every number outside the range stays where it is on every day.
 */
final class RangeMoves {
    private final MembershipEdits edits;
    private final RangeMove move;

    private RangeMoves(MembershipEdits edits, RangeMove move) {
        this.edits = edits;
        this.move = move;
    }

    /**
     * The files of a folder after a move, by path.
     *
     * @param used ids that rules elsewhere have, such as those of what is active
     * @throws EditRefused when it cannot be made
     */
    static SortedMap<String, String> moved(
            RuleFolder folder, Schedule schedule, Collection<RuleId> used, RangeMove move) {
        RangeMoves moves = new RangeMoves(new MembershipEdits(folder, schedule, used, move.from()), move);
        return moves.made(moves.plan());
    }

    /**
     * The files of a folder after a move of numbers that a coarser rule has, and goes on to have beside them.
     *
     * @param used ids that rules elsewhere have, such as those of what is active
     * @throws EditRefused when it cannot be made, or is no exception
     */
    static SortedMap<String, String> excepted(
            RuleFolder folder, Schedule schedule, Collection<RuleId> used, RangeMove move) {
        RangeMoves moves = new RangeMoves(new MembershipEdits(folder, schedule, used, move.from()), move);
        MovePlan plan = moves.plan();
        plan.refuseNoException(moves.edits.rules(), move.range(), move.from());
        return moves.made(plan);
    }

    private MovePlan plan() {
        return MovePlan.of(edits.rules(), move.range(), move.from());
    }

    private SortedMap<String, String> made(MovePlan plan) {
        for (int i = 0; i < plan.ended().size(); i++) {
            Rule rule = plan.ended().get(i);
            edits.end(rule);
            plan.left().get(i).forEach(left -> edits.begin(left(rule, left), rule));
        }
        plan.moved().forEach(part -> edits.begin(draft(plan, part), null));
        if (move.evidence() != null) {
            edits.evidence(move, move.evidence());
        }
        return edits.files();
    }

    private RuleDraft left(Rule rule, NumberRange left) {
        RuleName name = RuleName.of(rule.title(), edits.words(left.center()));
        return new RuleDraft(
                edits.nextId(left.center()),
                name.text(left.written(), edits.days(), true),
                rule.citation(),
                rule.standing(),
                edits.days(),
                left,
                "What " + rule.id() + " had beside " + move.range().written() + ".");
    }

    private RuleDraft draft(MovePlan plan, NumberRange part) {
        List<Rule> had = plan.ended().isEmpty() ? plan.departs() : plan.ended();
        RuleName was = had.isEmpty()
                ? new RuleName(part.written(), "are", "")
                : RuleName.of(had.get(0).title(), "");
        RuleName name = new RuleName(
                move.goods() == null ? was.goods() : move.goods(),
                move.goods() == null ? was.verb() : "are",
                edits.words(part.center()));
        String from = had.stream()
                .map(rule ->
                        rule.id() + " (" + rule.range().orElseThrow().center().title() + ")")
                .collect(Collectors.joining(", "));
        return new RuleDraft(
                edits.nextId(part.center()),
                name.text(part.written(), edits.days(), true),
                move.citation(),
                move.standing(),
                edits.days(),
                part,
                (plan.ended().isEmpty() ? "Departs from " : "Taken out of ") + from + "."
                        + (move.reason().isEmpty() ? "" : " " + move.reason()));
    }
}
