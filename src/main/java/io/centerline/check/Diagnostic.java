package io.centerline.check;

import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.util.Comparator;
import java.util.List;

/**
 * One thing a check has to say.
 *
 * @param severity how much it matters
 * @param code what kind it is
 * @param finding where it is and what is wrong
 * @param related other places it speaks of, such as the other rule of a contradiction; the first 20
 * @param counterexample a number or day that shows it; empty when there is none
 */
public record Diagnostic(
        Severity severity, DiagnosticCode code, Finding finding, List<SourcePlace> related, String counterexample)
        implements Comparable<Diagnostic> {
    private static final int MOST_RELATED = 20;

    /** How much a diagnostic matters. */
    public enum Severity {
        /** The rulebook must not serve. */
        ERROR,
        /** It may serve, and a person should look. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    public Diagnostic {
        related = List.copyOf(related.subList(0, Math.min(related.size(), MOST_RELATED)));
    }

    /** By file, in each the notes last, then in file order and by code. */
    @Override
    public int compareTo(Diagnostic other) {
        return Comparator.comparing((Diagnostic told) -> told.finding.place().file())
                .thenComparing(told -> told.severity == Severity.NOTE)
                .thenComparing(Diagnostic::finding)
                .thenComparing(Diagnostic::code)
                .thenComparing(Diagnostic::counterexample)
                .compare(this, other);
    }
}
