package io.centerline.check;

import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import io.centerline.rulebook.yaml.FindingSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Collects diagnostics and keeps as many as are told, the graver ones first: which ones does not depend on the order in
 * which they come. Safe for any number of threads; the order is settled by the report.
 */
final class Diagnostics {
    /** A report tells no more; nobody mends more at once. */
    static final int MOST = 500;

    /** Those that are told before others: errors before the rest, then in file order. */
    private static final Comparator<Diagnostic> FIRST =
            Comparator.comparing(Diagnostic::severity).thenComparing(Comparator.naturalOrder());

    /** One more than is told, so that a report can tell that there are more; the last one on top. */
    private final PriorityQueue<Diagnostic> kept = new PriorityQueue<>(FIRST.reversed());

    private final Set<DiagnosticCode> errors = EnumSet.noneOf(DiagnosticCode.class);

    synchronized void add(Diagnostic diagnostic) {
        if (diagnostic.severity() == Severity.ERROR) {
            errors.add(diagnostic.code());
        }
        kept.add(diagnostic);
        if (kept.size() > MOST + 1) {
            kept.remove();
        }
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

    /** The same collection, for a reader whose findings are all of one kind. */
    FindingSink as(DiagnosticCode code) {
        return new FindingSink() {
            @Override
            public void add(Finding finding) {
                Diagnostics.this.add(code, finding);
            }

            @Override
            public boolean hasRoom() {
                return Diagnostics.this.hasRoom();
            }
        };
    }

    /** Whether there are fewer errors than a report tells, so that one more is worth the search for its line. */
    synchronized boolean hasRoom() {
        return kept.size() <= MOST || Objects.requireNonNull(kept.peek()).severity() != Severity.ERROR;
    }

    synchronized List<Diagnostic> list() {
        return List.copyOf(kept);
    }

    /** Whether anything found is an error, codes aside that do not count here. */
    synchronized boolean anyErrors(DiagnosticCode... aside) {
        return !List.of(aside).containsAll(errors);
    }

    /** The first diagnostics, sorted; of more than are told, a last one says so. */
    static List<Diagnostic> first(List<Diagnostic> diagnostics) {
        if (diagnostics.size() <= MOST) {
            return diagnostics.stream().sorted().toList();
        }
        List<Diagnostic> urgent = diagnostics.stream().sorted(FIRST).toList();
        List<Diagnostic> told = new ArrayList<>(urgent.subList(0, MOST));
        told.sort(Comparator.naturalOrder());
        Diagnostic next = urgent.get(MOST);
        told.add(new Diagnostic(next.severity(), next.code(), next.finding().more(), List.of(), ""));
        return told;
    }
}
