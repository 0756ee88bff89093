package io.centerline.application;

import io.centerline.facts.Activity;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Office;
import java.util.List;

/**
 * Who handles an activity after release, and which rule says so.
 *
 * @param activity the activity
 * @param accounts what must be said of the account; all of them where it makes no difference
 * @param office who handles it
 * @param rule the rule of routing
 */
public record ActivityHandling(Activity activity, List<AccountStatus> accounts, Office office, Rule rule) {
    public ActivityHandling {
        accounts = List.copyOf(accounts);
    }
}
