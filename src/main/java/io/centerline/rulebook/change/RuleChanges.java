package io.centerline.rulebook.change;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleEdits;
import io.centerline.rulebook.language.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Pairs the rules of two rulebooks by id, and where an id stands for several in turn, by their days. */
final class RuleChanges {
    private static final List<BiPredicate<Rule, Rule>> LIKENESS = List.of(
            (was, is) -> was.inForce().equals(is.inForce()),
            (was, is) -> was.inForce().from().equals(is.inForce().from()),
            (was, is) -> was.inForce().until().equals(is.inForce().until()),
            (was, is) -> was.inForce().overlaps(is.inForce()),
            (was, is) -> true);

    private RuleChanges() {}

    /** What became of every rule that is not the same, by id and first day. */
    static List<RuleChange> between(List<Rule> before, List<Rule> after) {
        Map<RuleId, List<Rule>> old = byId(before);
        Map<RuleId, List<Rule>> young = byId(after);
        TreeSet<RuleId> ids = new TreeSet<>(old.keySet());
        ids.addAll(young.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (RuleId id : ids) {
            List<Rule> gone = new ArrayList<>(old.getOrDefault(id, List.of()));
            List<Rule> come = new ArrayList<>(young.getOrDefault(id, List.of()));
            for (BiPredicate<Rule, Rule> alike : LIKENESS) {
                pair(gone, come, alike, changes);
            }
            gone.forEach(rule -> changes.add(RuleChange.removed(rule)));
            come.forEach(rule -> changes.add(RuleChange.added(rule)));
        }
        changes.sort(Comparator.comparing(RuleChange::id)
                .thenComparing(change -> change.inForce().from())
                .thenComparing(RuleChange::kind));
        return changes;
    }

    private static void pair(
            List<Rule> gone, List<Rule> come, BiPredicate<Rule, Rule> alike, List<RuleChange> changes) {
        for (Iterator<Rule> left = gone.iterator(); left.hasNext(); ) {
            Rule was = left.next();
            for (Iterator<Rule> right = come.iterator(); right.hasNext(); ) {
                Rule is = right.next();
                if (alike.test(was, is)) {
                    left.remove();
                    right.remove();
                    List<RuleEdit> edits = RuleEdits.between(was, is);
                    if (!edits.isEmpty()) {
                        changes.add(RuleChange.changed(was, is, edits));
                    }
                    break;
                }
            }
        }
    }

    private static Map<RuleId, List<Rule>> byId(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(Rule::id)
                        .thenComparing(rule -> rule.inForce().from()))
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toList()));
    }
}
