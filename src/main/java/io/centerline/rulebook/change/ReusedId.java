package io.centerline.rulebook.change;

import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleEdit.Facet;
import io.centerline.rulebook.language.RuleEdits;
import io.centerline.rulebook.language.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An id that stands for a rule with another range, condition or conclusion than before, on whatever days. An interval that
 * ends, and one that begins anew with the same condition and conclusion, keep the id.
 *
 * @param before the rule the id stood for; of several, the last one
 * @param after the rule it stands for now
 * @param edits what differs, at least one
 */
public record ReusedId(Rule before, Rule after, List<RuleEdit> edits) {
    private static final Set<Facet> MEANING = EnumSet.of(Facet.RANGE, Facet.CENTER, Facet.CONDITION, Facet.CONCLUSION);

    public ReusedId {
        edits = List.copyOf(edits);
    }

    /** Every rule of a rulebook whose id meant something else in another one, by id and first day. */
    public static List<ReusedId> between(Rulebook before, Rulebook after) {
        Map<RuleId, List<Rule>> known = before.rules().stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.inForce().from()))
                .collect(Collectors.groupingBy(Rule::id, TreeMap::new, Collectors.toList()));
        List<ReusedId> reused = new ArrayList<>();
        for (Rule rule : after.rules()) {
            List<Rule> earlier = known.getOrDefault(rule.id(), List.of());
            if (!earlier.isEmpty()
                    && earlier.stream().noneMatch(was -> meaning(was, rule).isEmpty())) {
                Rule last = earlier.get(earlier.size() - 1);
                reused.add(new ReusedId(last, rule, meaning(last, rule)));
            }
        }
        reused.sort(Comparator.comparing((ReusedId one) -> one.after().id())
                .thenComparing(one -> one.after().inForce().from()));
        return reused;
    }

    /** What the id means now and meant before, in words. */
    public String sentence() {
        return "the id `" + after.id() + "` means something else than before: "
                + edits.stream().map(RuleEdit::sentence).collect(Collectors.joining("; "));
    }

    private static List<RuleEdit> meaning(Rule before, Rule after) {
        return RuleEdits.between(before, after).stream()
                .filter(edit -> MEANING.contains(edit.facet()))
                .toList();
    }
}
