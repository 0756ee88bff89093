package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.Standing;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an edition makes of a number. Numbers of one heading that one rule claims share one instance, unless they would
 * fall to different rules without it.
 *
 * @param slot a small number of its own within the edition, for counting into arrays; its value carries no meaning
 * @param heading the four-digit heading
 * @param center the Center the number belongs to
 * @param rule the rule that says so
 * @param firm what the edition makes of the number when rules of low standing are left out; null when the rule is not
 *     of low standing, and when no other rule claims the number
 */
public record Classified(
        int slot,
        int heading,
        Center center,
        Rule rule,
        @Nullable Classified firm) {

    /** Whether the rule is no more than a guess. */
    public boolean isLow() {
        return rule.standing() == Standing.INFERRED_LOW;
    }

    /** What an auditor reads of one number: that it belongs to the Center, under which rule, by which source. */
    public String sentence(HtsNumber number) {
        return "`" + number.text() + "` belongs to " + center.title() + " under " + rule.id() + " (" + rule.citation()
                + ")";
    }
}
