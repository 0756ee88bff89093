package io.centerline.rulebook.change;

import io.centerline.rulebook.change.NumberMove.Claim;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleEdit;
import io.centerline.rulebook.language.RuleId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that no longer says for past days what it said. At least one of the two rules is there.
 *
 * @param days the past days, without a gap
 * @param before the rule in force on these days; null when none under its id was
 * @param after the rule in force on these days now; null when none under its id is
 * @param edits what differs between the two; empty when one is missing
 * @param numbers of a membership rule, its numbers that other rules claim than before on the last of the days; else empty
 */
public record PastChange(
        InForce days, @Nullable Rule before, @Nullable Rule after, List<RuleEdit> edits, List<Numbers> numbers) {

    /**
     * Numbers that other rules claim than before.
     *
     * @param stretch the numbers
     * @param before the claim that won; null when there was none
     * @param after the claim that wins, which can be the same above another claim; null when there is none
     */
    public record Numbers(
            HtsInterval stretch,
            @Nullable Claim before,
            @Nullable Claim after) {}

    public PastChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change is of a rule");
        }
        edits = List.copyOf(edits);
        numbers = List.copyOf(numbers);
    }

    /** The id of the rule. */
    public RuleId id() {
        return rule().id();
    }

    /** The change in words, without a final period. */
    public String sentence() {
        String what = before == null
                ? id() + " is in force on days on which it was not"
                : after == null
                        ? id() + " is no longer in force on days on which it was"
                        : edits.stream().map(RuleEdit::sentence).collect(Collectors.joining("; "));
        return "past answers change " + days.words() + ": " + what;
    }

    /** The same change since an earlier day. */
    PastChange since(LocalDate first) {
        return new PastChange(new InForce(first, days.until()), before, after, edits, numbers);
    }

    private Rule rule() {
        if (after != null) {
            return after;
        }
        if (before == null) {
            throw new IllegalStateException("a change is of a rule");
        }
        return before;
    }
}
