package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.check.CheckReport;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores rule folders that are sound, under the hash of their rules, to be activated or compared. */
@Singleton
public final class RulebookUploads {
    private final RulebookChecks checks;
    private final RulebookStore store;
    private final RulebookHistory history;
    private final ActiveRulebook active;

    RulebookUploads(RulebookChecks checks, RulebookStore store, RulebookHistory history, ActiveRulebook active) {
        this.checks = checks;
        this.store = store;
        this.history = history;
        this.active = active;
    }

    /**
     * Checks a folder and stores it. What is stored already stays as it is. A draft that changes answers for past days is
     * stored too, and told: only its activation needs a correction.
     *
     * @param author who stores it
     * @throws RefusedException with every error of the check when it is not sound
     * @throws BusyException when its turn to be checked does not come
     */
    public UploadedRulebook store(RuleFolder folder, String author) {
        CheckReport report = checks.check(folder);
        Rulebook rulebook = report.rulebook();
        if (rulebook == null || !report.sound()) {
            throw new RefusedException(FailureKind.UNSOUND_RULES, errors(report));
        }
        return new UploadedRulebook(
                store.store(folder, author), history.findings(active.latest().rulebook(), rulebook));
    }

    static List<Issue> errors(CheckReport report) {
        return report.errors().stream()
                .map(found ->
                        new Issue(IssueCode.RULES_UNSOUND, found.place().toString(), found.message(), found.help()))
                .toList();
    }
}
