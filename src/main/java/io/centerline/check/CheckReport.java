package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param hash hash of the rule files, also when they are not sound; empty when they could not be read
 * @param diagnostics everything found, sorted; of more than 500, those that matter most and a last one that says that
 *     there are more
 * @param rulebook the rulebook when its files could be read without an error; null otherwise
 * @param summary how much was looked at
 * @param support what the numbers of the tariff rest on; null when the rules could not be read or come without evidence
 */
public record CheckReport(
        String hash,
        List<Diagnostic> diagnostics,
        @Nullable Rulebook rulebook,
        CheckSummary summary,
        @Nullable Support support) {

    public CheckReport {
        diagnostics = Diagnostics.first(diagnostics);
    }

    /**
     * The report on a folder that could not be read.
     *
     * @param findings why
     */
    public static CheckReport unreadable(List<Finding> findings) {
        Diagnostics diagnostics = new Diagnostics();
        findings.forEach(finding -> diagnostics.add(DiagnosticCode.UNREADABLE, finding));
        return new CheckReport("", diagnostics.list(), null, CheckSummary.NONE, null);
    }

    /** Whether the rulebook may serve: it was read, and nothing found is an error. */
    public boolean sound() {
        return rulebook != null && count(Severity.ERROR) == 0;
    }

    /** What keeps the rulebook from serving, in file order. */
    public List<Finding> errors() {
        return diagnostics.stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(Diagnostic::finding)
                .toList();
    }

    /** How many of the diagnostics matter so much. */
    public long count(Severity severity) {
        return diagnostics.stream()
                .filter(found -> found.severity() == severity)
                .count();
    }
}
