package io.centerline.api.tariff;

import io.centerline.facts.Activity;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Handling;
import java.util.Arrays;
import java.util.List;

/**
 * Who handles an activity after release, and which rule says so.
 *
 * @param activity the activity
 * @param office CENTER, PORT or BOTH
 * @param rule the rule of routing
 * @param title what the rule says
 * @param citation what it cites
 * @param standing what it rests on
 */
public record FunctionAnswer(
        String activity, String office, String rule, String title, String citation, String standing) {

    /** Every activity that a rule of the edition speaks of, in the order of activities; none before the first such rule. */
    static List<FunctionAnswer> all(Edition edition) {
        return Arrays.stream(Activity.values())
                .flatMap(activity -> edition.handling(activity).stream().map(handling -> of(activity, handling)))
                .toList();
    }

    private static FunctionAnswer of(Activity activity, Firing handling) {
        Rule rule = handling.rule();
        return new FunctionAnswer(
                activity.name(),
                ((Handling) handling.conclusion()).office().name(),
                rule.id().text(),
                rule.title(),
                rule.citation(),
                rule.standing().text());
    }
}
