package io.centerline.web.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the steps of two decisions beside each other, each beside the step of the same rule, in the order of both. */
final class StepPairs {
    private StepPairs() {}

    /**
     * Two steps side by side.
     *
     * @param left of the one decision; null where it has none
     * @param right of the other; null where it has none
     * @param same whether both say the same
     * @param parts whether the two decisions part here for the first time
     */
    public record Pair(
            DecisionView.@Nullable Step left, DecisionView.@Nullable Step right, boolean same, boolean parts) {}

    static List<Pair> of(List<DecisionView.Step> left, List<DecisionView.Step> right) {
        int[][] common = common(left, right);
        List<Pair> pairs = new ArrayList<>();
        boolean together = true;
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            boolean both = l < left.size() && r < right.size() && sameRule(left.get(l), right.get(r));
            boolean onlyLeft =
                    !both && (r == right.size() || (l < left.size() && common[l + 1][r] >= common[l][r + 1]));
            DecisionView.Step one = both || onlyLeft ? left.get(l++) : null;
            DecisionView.Step other = both || !onlyLeft ? right.get(r++) : null;
            boolean same = one != null && other != null && says(one, other);
            pairs.add(new Pair(one, other, same, together && !same));
            together &= same;
        }
        return pairs;
    }

    /** How many rules the two lists have in common from two places on, in the same order. */
    private static int[][] common(List<DecisionView.Step> left, List<DecisionView.Step> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] = sameRule(left.get(l), right.get(r))
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }

    private static boolean sameRule(DecisionView.Step left, DecisionView.Step right) {
        return Objects.equals(left.rule(), right.rule());
    }

    private static boolean says(DecisionView.Step left, DecisionView.Step right) {
        return Objects.equals(left.sentence(), right.sentence())
                && Objects.equals(left.outcome(), right.outcome())
                && Objects.equals(left.standing(), right.standing())
                && Objects.equals(left.citation(), right.citation());
    }
}
