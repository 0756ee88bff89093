package io.centerline.api.tariff;

import io.centerline.facts.Activity;
import io.centerline.rulebook.Edition;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Handling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who handles an activity after release, and which rule says so.
 *
 * @param activity the activity
 * @param accounts what must be said of the account: PLACED, PENDING, NOT_ELIGIBLE, CONFLICT; all of them where it makes no
 *     difference
 * @param office CENTER, PORT, BOTH, DRAWBACK_OFFICE, REVENUE_DIVISION or HEADQUARTERS
 * @param rule the rule of routing
 * @param title what the rule says
 * @param citation what it cites
 * @param standing what it rests on
 */
public record FunctionAnswer(
        String activity,
        List<String> accounts,
        String office,
        String rule,
        String title,
        String citation,
        String standing) {

    /**
     * Every activity that a rule of the edition speaks of, in the order of activities, once for each rule that does; none
     * before the first such rule.
     */
    static List<FunctionAnswer> all(Edition edition) {
        return Arrays.stream(Activity.values())
                .flatMap(activity -> all(edition, activity))
                .toList();
    }

    private static Stream<FunctionAnswer> all(Edition edition, Activity activity) {
        Map<Firing, List<String>> accounts = new LinkedHashMap<>();
        for (AccountStatus account : AccountStatus.values()) {
            edition.handling(activity, account)
                    .ifPresent(handling -> accounts.computeIfAbsent(handling, key -> new ArrayList<>())
                            .add(account.name()));
        }
        return accounts.entrySet().stream().map(entry -> of(activity, entry.getValue(), entry.getKey()));
    }

    private static FunctionAnswer of(Activity activity, List<String> accounts, Firing handling) {
        Rule rule = handling.rule();
        return new FunctionAnswer(
                activity.name(),
                accounts,
                ((Handling) handling.conclusion()).office().name(),
                rule.id().text(),
                rule.title(),
                rule.citation(),
                rule.standing().text());
    }
}
