package io.centerline.rulebook.change;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleEdit.Facet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the claims on a number say the same in two rulebooks. Remembers pairs of rules, which many numbers share. */
final class ClaimComparison {
    private record Pair(Rule was, Rule is) {}

    private final Map<Pair, Boolean> known = new HashMap<>();

    /** All claims are compared, not only the deepest: without rules of low standing a shallower one decides. */
    boolean same(List<Rule> was, List<Rule> is) {
        if (was.size() != is.size()) {
            return false;
        }
        for (int i = 0; i < was.size(); i++) {
            if (!known.computeIfAbsent(new Pair(was.get(i), is.get(i)), ClaimComparison::same)) {
                return false;
            }
        }
        return true;
    }

    /** A decision does not show the range of a rule, only the number that lies in it. */
    private static boolean same(Pair pair) {
        return pair.was().id().equals(pair.is().id())
                && PastChanges.shown(pair.was(), pair.is()).stream()
                        .map(RuleEdit::facet)
                        .allMatch(facet -> facet == Facet.RANGE);
    }
}
