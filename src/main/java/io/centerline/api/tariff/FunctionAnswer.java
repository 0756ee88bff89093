package io.centerline.api.tariff;

import io.centerline.application.ActivityHandling;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.AccountStatus;
import java.util.List;

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

    static FunctionAnswer of(ActivityHandling handling) {
        Rule rule = handling.rule();
        return new FunctionAnswer(
                handling.activity().name(),
                handling.accounts().stream().map(AccountStatus::name).toList(),
                handling.office().name(),
                rule.id().text(),
                rule.title(),
                rule.citation(),
                rule.standing().text());
    }
}
