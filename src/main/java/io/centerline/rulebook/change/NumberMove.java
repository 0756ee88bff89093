package io.centerline.rulebook.change;

import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.language.InForce;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Center;
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

    /** The range in as few digits as name it: {@code `3303` to `3307`}. */
    public String prefixes() {
        return new HtsInterval(Long.parseLong(from), Long.parseLong(to)).prefixes();
    }

    /** The move as a finished sentence, the range in as few digits as name it. */
    public String sentence() {
        String prefixes = prefixes();
        return prefixes + (prefixes.contains(" to ") ? " move" : " moves") + " from " + told(before) + " to "
                + told(after) + " " + days.words() + ": " + numbers + (numbers == 1 ? " number" : " numbers")
                + " of the schedule";
    }

    private static String told(@Nullable Claim claim) {
        return claim == null ? "no Center" : claim.center().title() + " (" + claim.rule() + ")";
    }
}
