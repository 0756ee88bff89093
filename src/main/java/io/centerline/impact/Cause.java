package io.centerline.impact;

import org.jspecify.annotations.Nullable;

/**
 * Rules that make a difference to one case.
 *
 * @param before the rule that applied; null when none did
 * @param after the rule that applies; null when none does any more
 * @param heading the heading whose lines change hands, four digits; empty when the rules are not about membership
 * @param lines how many lines change hands; 0 when the rules are not about membership
 */
public record Cause(@Nullable Side before, @Nullable Side after, String heading, long lines) {

    /**
     * A rule, and the Center it gives lines to.
     *
     * @param rule the rule's id
     * @param center the Center's name; empty when the rule is not about membership
     */
    public record Side(String rule, String center) implements Comparable<Side> {
        @Override
        public int compareTo(Side other) {
            int byRule = rule.compareTo(other.rule);
            return byRule != 0 ? byRule : center.compareTo(other.center);
        }

        private String named() {
            return rule + " (" + center + ")";
        }
    }

    /** The rules as {@code MEM-0923 to MEM-1033}, with {@code none} for no rule. */
    public String rules() {
        return (before == null ? "none" : before.rule()) + " to " + (after == null ? "none" : after.rule());
    }

    /** The cause in words: {@code 12 lines of 4010 pass from MEM-0923 (…) to MEM-1033 (…)}. */
    public String phrase() {
        if (heading.isEmpty()) {
            return after != null
                    ? after.rule() + " now applies"
                    : before == null ? "" : before.rule() + " no longer applies";
        }
        String counted = lines + (lines == 1 ? " line of " : " lines of ") + heading;
        String ending = lines == 1 ? "s" : "";
        if (before == null) {
            return counted + " now vote" + ending + (after == null ? "" : " under " + after.named());
        }
        return after == null
                ? counted + " no longer vote" + ending + " under " + before.named()
                : counted + " pass" + (lines == 1 ? "es" : "") + " from " + before.named() + " to " + after.named();
    }
}
