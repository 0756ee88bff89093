package io.centerline.application;

import io.centerline.activation.RulebookStore;
import io.centerline.activation.StoredRulebook;
import io.centerline.check.CheckReport;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores rule folders that are sound, under the hash of their rules, to be activated or compared. */
@Singleton
public final class RulebookUploads {
    private final RulebookChecks checks;
    private final RulebookStore store;

    RulebookUploads(RulebookChecks checks, RulebookStore store) {
        this.checks = checks;
        this.store = store;
    }

    /**
     * Checks a folder and stores it. What is stored already stays as it is.
     *
     * @param author who stores it
     * @throws RefusedException with every error of the check when it is not sound
     * @throws BusyException when its turn to be checked does not come
     */
    public StoredRulebook store(RuleFolder folder, String author) {
        CheckReport report = checks.check(folder);
        if (!report.sound()) {
            throw new RefusedException(FailureKind.UNSOUND_RULES, errors(report));
        }
        return store.store(folder, author);
    }

    private static List<Issue> errors(CheckReport report) {
        return report.errors().stream()
                .map(found ->
                        new Issue(IssueCode.RULES_UNSOUND, found.place().toString(), found.message(), found.help()))
                .toList();
    }
}
