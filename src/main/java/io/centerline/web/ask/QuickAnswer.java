package io.centerline.web.ask;

import io.centerline.api.MaskedQuery;
import io.centerline.application.LevelAnswer;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberPreview;
import io.centerline.placement.Decision;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import io.centerline.web.Formats;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked in the one field, and the answer.
 *
 * @param asked as it was typed; empty before anything was
 * @param asOf the day as it was typed
 * @param day the day
 * @param answer the answer; null when there is none
 * @param ofAsked what is wrong with what was typed
 * @param ofAsOf what is wrong with the day
 */
record QuickAnswer(
        String asked,
        String asOf,
        LocalDate day,
        @Nullable Found answer,
        List<AskForm.Fault> ofAsked,
        List<AskForm.Fault> ofAsOf) {
    /** Servers and proxies on the way take at least so much. */
    private static final int LONGEST_ADDRESS = 2_000;

    /**
     * The answer; one of the parts is there.
     *
     * @param number what is known of a number
     * @param level what is known of a chapter, heading or subheading
     * @param rules the rules that have some words; null when none were asked for
     * @param centers the Centers that have them
     * @param numbers what is known of several numbers
     */
    record Found(
            @Nullable NumberAnswer number,
            @Nullable LevelAnswer level,
            @Nullable List<Rule> rules,
            List<Center> centers,
            @Nullable Numbers numbers) {

        static Found of(NumberAnswer number) {
            return new Found(number, null, null, List.of(), null);
        }

        static Found of(LevelAnswer level) {
            return new Found(null, level, null, List.of(), null);
        }

        static Found of(List<Rule> rules, List<Center> centers) {
            return new Found(null, null, rules, centers, null);
        }

        static Found of(Numbers numbers) {
            return new Found(null, null, null, List.of(), numbers);
        }

        /** Whether words were asked for that neither a rule nor a Center has. */
        public boolean foundNothing() {
            return rules != null && rules.isEmpty() && centers.isEmpty();
        }
    }

    /**
     * Several numbers.
     *
     * @param answers the first of them
     * @param count how many there are
     * @param together where an importer of them all would be placed
     * @param standing how much of it rests on inferred ranges
     */
    record Numbers(List<NumberAnswer> answers, int count, PlacedImporter together, String standing) {
        static Numbers of(List<NumberAnswer> all, Decision decision, String standing) {
            return new Numbers(
                    all.stream().limit(AskForm.MOST_SHOWN).toList(),
                    all.size(),
                    new PlacedImporter(1, decision),
                    standing);
        }

        /** What such an answer is not. */
        public String caution() {
            return NumberPreview.CAUTION;
        }

        /** How many numbers the page does not show. */
        public int more() {
            return count - answers.size();
        }
    }

    /** The part of an address behind its path that asks the same. */
    public String address() {
        return address(asked, asOf);
    }

    /** Whether an address may hold what was asked. */
    public boolean fitsAddress() {
        return fits(address());
    }

    static String address(String asked, String asOf) {
        return "?q=" + Formats.encoded(asked) + (asOf.isEmpty() ? "" : "&asOf=" + Formats.encoded(asOf));
    }

    /** An address is not to be too long, nor to hold what may be the number of a person. */
    static boolean fits(String address) {
        return address.length() <= LONGEST_ADDRESS
                && MaskedQuery.of(address.substring(1)).isEmpty();
    }

    static QuickAnswer blank(LocalDate today) {
        return new QuickAnswer("", today.toString(), today, null, List.of(), List.of());
    }
}
