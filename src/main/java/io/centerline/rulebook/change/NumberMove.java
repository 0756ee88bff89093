package io.centerline.rulebook.change;

import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Center;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contiguous range of numbers that belongs to another Center than before, under one rule each.
 *
 * @param from the first ten digits
 * @param to the last ten digits
 * @param days the days on which it does; the last one is {@link InForce#OPEN} when there is no end
 * @param before the claim it was under; null when it belonged to no Center
 * @param after the claim it is under; null when it belongs to no Center any more
 * @param numbers how many numbers of the schedule lie in it, of 8 and of 10 digits, active and expired
 */
public record NumberMove(
        String from,
        String to,
        InForce days,
        @Nullable Claim before,
        @Nullable Claim after,
        int numbers) {

    /**
     * The claim that wins a number.
     *
     * @param center the Center
     * @param rule the rule
     */
    public record Claim(Center center, RuleId rule) {}

    /** The claim it was under, if any. */
    public Optional<Claim> findBefore() {
        return Optional.ofNullable(before);
    }

    /** The claim it is under, if any. */
    public Optional<Claim> findAfter() {
        return Optional.ofNullable(after);
    }

    /** The move as a finished sentence, the range in as few digits as name it. */
    public String sentence() {
        int digits = 8;
        while (digits > 2
                && from.substring(digits - 2, 10).chars().allMatch(c -> c == '0')
                && to.substring(digits - 2, 10).chars().allMatch(c -> c == '9')) {
            digits -= 2;
        }
        String first = from.substring(0, digits);
        String last = to.substring(0, digits);
        boolean one = first.equals(last);
        String when = days.until().equals(InForce.OPEN)
                ? "from " + days.from() + " on"
                : "from " + days.from() + " to " + days.until();
        return "`" + first + "`" + (one ? "" : " to `" + last + "`")
                + (one ? " moves" : " move")
                + " from " + told(before) + " to " + told(after) + " " + when + ": "
                + numbers + (numbers == 1 ? " number" : " numbers") + " of the schedule";
    }

    private static String told(@Nullable Claim claim) {
        return claim == null ? "no Center" : claim.center().title() + " (" + claim.rule() + ")";
    }
}
