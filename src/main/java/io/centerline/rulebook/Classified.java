package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;

/**
 * What an edition makes of a number. Numbers of one heading that one rule claims share one instance.
 *
 * @param slot a small number of its own within the edition, for counting into arrays; its value carries no meaning
 * @param heading the four-digit heading
 * @param center the Center the number belongs to
 * @param rule the rule that says so
 */
public record Classified(int slot, int heading, Center center, Rule rule) {

    /** What an auditor reads of one number: that it belongs to the Center, under which rule, by which source. */
    public String sentence(HtsNumber number) {
        return "`" + number.text() + "` belongs to " + center.title() + " under " + rule.id() + " (" + rule.citation()
                + ")";
    }
}
