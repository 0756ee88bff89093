package io.centerline.rulebook.edit;

import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.NumberRange;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Ends a membership rule from a day on: its parts go on under new ids, or coarser rules take its numbers. */
final class RuleSplits {
    private RuleSplits() {}

    /**
     * The files of a folder after a rule was cut into parts that keep its Center, citation and standing.
     *
     * @param id its id; the rule in force on the day and without end is meant
     * @param parts all of its numbers, in order, each at its level
     * @param used ids that rules elsewhere have
     * @throws EditRefused when there is no such rule, or the parts are not what it has
     */
    static SortedMap<String, String> split(
            RuleFolder folder,
            Schedule schedule,
            Collection<RuleId> used,
            String id,
            LocalDate from,
            List<NumberRange> parts) {
        MembershipEdits edits = new MembershipEdits(folder, schedule, used, from);
        Rule rule = find(edits, id, from);
        NumberRange range = rule.range().orElseThrow();
        refuseOtherParts(rule, range, parts);
        edits.end(rule);
        RuleName name = RuleName.of(rule.title(), edits.words(range.center()));
        for (NumberRange part : parts) {
            edits.begin(
                    new RuleDraft(
                            edits.nextId(range.center()),
                            name.text(part.written(), edits.days(), true),
                            rule.citation(),
                            rule.standing(),
                            edits.days(),
                            new NumberRange(part.digits(), part.from(), part.to(), range.center()),
                            "A part of " + rule.id() + " (" + range.written() + ")."),
                    rule);
        }
        return edits.files();
    }

    /**
     * The files of a folder after a rule ended the day before, so that its numbers fall to the rules of coarser levels.
     *
     * @param id its id; the rule in force on the day and without end is meant
     * @param used ids that rules elsewhere have
     * @throws EditRefused when there is no such rule, or some of its numbers would be in no Center
     */
    static SortedMap<String, String> end(
            RuleFolder folder, Schedule schedule, Collection<RuleId> used, String id, LocalDate from) {
        MembershipEdits edits = new MembershipEdits(folder, schedule, used, from);
        Rule rule = find(edits, id, from);
        HtsInterval numbers = HtsInterval.of(rule.range().orElseThrow());
        List<Rule> others =
                edits.rules().stream().filter(other -> other != rule).toList();
        ClaimMap.of(new InForce(from, from), others).pieces().stream()
                .filter(piece -> piece.claims().isEmpty() && piece.stretch().overlaps(numbers))
                .findFirst()
                .ifPresent(gap -> {
                    String bare = gap.stretch().within(numbers).prefixes();
                    throw new EditRefused(
                            bare + " would be in no Center from " + from + " on",
                            "`centerline rules move` gives numbers to another Center and ends the rules that had them");
                });
        edits.end(rule);
        return edits.files();
    }

    private static Rule find(MembershipEdits edits, String id, LocalDate from) {
        Rule named = FolderRules.named(edits.rules(), id, from);
        if (named.range().isEmpty()) {
            throw new EditRefused(id + " claims no range of the tariff", "name a membership rule");
        }
        return FolderRules.ending(edits.rules(), id, from);
    }

    private static void refuseOtherParts(Rule rule, NumberRange range, List<NumberRange> parts) {
        int next = range.from();
        boolean same = parts.size() > 1;
        for (NumberRange part : parts) {
            same &= part.digits() == range.digits() && part.from() == next;
            next = part.to() + 1;
        }
        if (!same || next != range.to() + 1) {
            throw new EditRefused(
                    "the parts are not what " + rule.id() + " has, which is " + range.text(),
                    "name two or more parts of its level, from its first number to its last, without a hole");
        }
    }
}
