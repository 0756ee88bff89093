package io.centerline.rulebook.change;

import io.centerline.rulebook.change.PastChange.Numbers;
import io.centerline.rulebook.claims.ClaimMap;
import io.centerline.rulebook.claims.ClaimMap.Piece;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers that other rules claim in one rulebook than in another on the days of one period, by intervals: no
 * number is tried one by one.
 */
final class PastClaims {
    private record Maps(ClaimMap before, ClaimMap after) {}

    private final InForce days;
    private final List<Rule> before;
    private final List<Rule> after;
    private final ClaimComparison comparison;
    private @Nullable Maps maps;

    /** Works nothing out yet. No rule of either rulebook begins or ends within the period. */
    PastClaims(InForce days, List<Rule> before, List<Rule> after, ClaimComparison comparison) {
        this.days = days;
        this.before = before;
        this.after = after;
        this.comparison = comparison;
    }

    /** The numbers of these membership rules that have other claims, in order. */
    List<Numbers> differing(List<Rule> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        Maps both = maps != null ? maps : new Maps(ClaimMap.of(days, before), ClaimMap.of(days, after));
        maps = both;
        TreeMap<Long, Numbers> differing = new TreeMap<>();
        for (Rule rule : rules) {
            differing(both, HtsInterval.of(rule.range().orElseThrow()))
                    .forEach(numbers -> differing.put(numbers.stretch().from(), numbers));
        }
        return List.copyOf(differing.values());
    }

    private List<Numbers> differing(Maps both, HtsInterval range) {
        List<Numbers> differing = new ArrayList<>();
        long from = range.from();
        while (from <= range.to()) {
            Piece was = both.before().at(from);
            Piece is = both.after().at(from);
            long to = Math.min(
                    range.to(), Math.min(was.stretch().to(), is.stretch().to()));
            if (!comparison.same(was.claims(), is.claims())) {
                differing.add(new Numbers(new HtsInterval(from, to), NumberMoves.claim(was), NumberMoves.claim(is)));
            }
            from = to + 1;
        }
        return differing;
    }
}
