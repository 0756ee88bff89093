package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.util.ArrayList;
import java.util.List;

/** Collects diagnostics. Safe for any number of threads; the order is settled by the report. */
final class Diagnostics {
    private final List<Diagnostic> found = new ArrayList<>();

    synchronized void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    void add(DiagnosticCode code, Finding finding, List<SourcePlace> related, String counterexample) {
        add(code.severity(), code, finding, related, counterexample);
    }

    void add(DiagnosticCode code, Finding finding) {
        add(code, finding, List.of(), "");
    }

    void add(
            Severity severity, DiagnosticCode code, Finding finding, List<SourcePlace> related, String counterexample) {
        add(new Diagnostic(severity, code, finding, related, counterexample));
    }

    synchronized List<Diagnostic> list() {
        return List.copyOf(found);
    }

    /** Whether anything found is an error, codes aside that do not count here. */
    synchronized boolean anyErrors(DiagnosticCode... aside) {
        return found.stream()
                .anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR
                        && !List.of(aside).contains(diagnostic.code()));
    }
}
