package io.centerline.cli;

import io.centerline.check.CheckReport;
import io.centerline.check.CheckSummary;
import io.centerline.check.Diagnostic;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.check.DiagnosticCode;
import io.centerline.check.History;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A check's report as a person reads it: each finding with its line and a caret, then what was looked at. */
final class CheckText {
    private static final String INDENT = "  ";
    private static final int BEFORE_CARET = 40;

    private final UnaryOperator<String> path;
    private final StringBuilder text = new StringBuilder();

    private CheckText(UnaryOperator<String> path) {
        this.path = path;
    }

    /**
     * The report.
     *
     * @param history what the rules were compared with; null when they were not
     * @param strict whether warnings count as errors do
     * @param took how long the check took
     */
    static String of(
            CheckReport report, @Nullable History history, boolean strict, Duration took, UnaryOperator<String> path) {
        CheckText writer = new CheckText(path);
        report.diagnostics().forEach(writer::diagnostic);
        if (history != null) {
            writer.compared(report, history);
        }
        writer.summary(report, strict, took);
        return writer.text.toString();
    }

    private void diagnostic(Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        text.append(place(finding.place()))
                .append(": ")
                .append(diagnostic.severity().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(finding.message())
                .append(" [")
                .append(diagnostic.code())
                .append("]\n");
        if (!finding.sourceLine().isEmpty()) {
            source(finding);
        }
        if (!diagnostic.counterexample().isEmpty()) {
            text.append(INDENT)
                    .append("example: ")
                    .append(diagnostic.counterexample())
                    .append('\n');
        }
        for (SourcePlace related : diagnostic.related()) {
            text.append(INDENT).append("see: ").append(place(related)).append('\n');
        }
        if (!finding.help().isEmpty()) {
            text.append(INDENT).append("help: ").append(finding.help()).append('\n');
        }
        text.append('\n');
    }

    /** The line with a caret under the fault; of a long line, the part around it. */
    private void source(Finding finding) {
        String line = finding.sourceLine();
        int column = Math.min(finding.place().column() - 1, line.length());
        String number = String.valueOf(finding.place().line());
        int room = Page.WIDTH - number.length() - INDENT.length() - 3;
        int from = line.length() <= room ? 0 : Math.max(0, Math.min(column - BEFORE_CARET, line.length() - room + 1));
        int to = Math.min(line.length(), from + room - 2);
        to = line.length() - from <= room ? line.length() : to;
        String shown = (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
        String before = (from > 0 ? " " : "") + line.substring(from, column).replaceAll("[^\t]", " ");
        int width = Math.max(1, Math.min(finding.width(), to - column));
        text.append(INDENT).append(number).append(" | ").append(shown).append('\n');
        text.append(INDENT).append(" ".repeat(number.length())).append(" | ").append(before);
        text.append("^".repeat(width)).append('\n');
    }

    private void compared(CheckReport report, History history) {
        boolean edited = report.diagnostics().stream().anyMatch(found -> found.code() == DiagnosticCode.PAST_CHANGED);
        String outcome = edited ? "some past answers change" : "every past Center, status, basis and review stays";
        text.append(report.rulebook() == null ? "not compared with " : "compared with ")
                .append(history.rulebook().hash())
                .append(" for the days before ")
                .append(history.today())
                .append(": ")
                .append(report.rulebook() == null ? "mend the rules first" : outcome)
                .append('\n');
    }

    private void summary(CheckReport report, boolean strict, Duration took) {
        CheckSummary summary = report.summary();
        if (report.support() != null) {
            text.append(SupportTable.of(report.support()));
        }
        if (summary.rules() > 0) {
            text.append(count(summary.rules(), "rule"))
                    .append(summary.editions() == 0 ? "" : " in " + count(summary.editions(), "edition"))
                    .append(", ")
                    .append(count(summary.cases(), "case"))
                    .append(", ")
                    .append(count(summary.scenarioCases(), "question"))
                    .append(" of ")
                    .append(count(summary.scenarios(), "scenario"))
                    .append('\n');
            text.append(
                    summary.complete()
                            ? summary.fired() + " of " + count(summary.rules(), "rule")
                                    + " fired in a case or scenario\n"
                            : "cases and scenarios were not run: mend the rules first\n");
        }
        text.append(count(report.count(Severity.ERROR), "error"))
                .append(", ")
                .append(count(report.count(Severity.WARNING), "warning"))
                .append(", ")
                .append(count(report.count(Severity.NOTE), "note"))
                .append(passes(report, strict) ? ": the rulebook is sound" : ": the rulebook is refused")
                .append(String.format(Locale.ROOT, " (%.1f s)%n", took.toMillis() / 1000.0)
                        .replace("\r", ""));
    }

    /** Whether the rulebook may go on: no error, and no warning where these count too. */
    static boolean passes(CheckReport report, boolean strict) {
        return report.sound() && (!strict || report.count(Severity.WARNING) == 0);
    }

    private String place(SourcePlace place) {
        return path.apply(place.file()) + ":" + place.line() + ":" + place.column();
    }

    private static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
