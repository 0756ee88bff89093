package io.centerline.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.evidence.Support;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON in UTF-8, on one line:
 * {@code {rulebook, sound, complete, errors, warnings, notes, summary: {rules, editions, cases, scenarios, scenarioCases,
 * fired}, diagnostics: [{severity, code, message, help, file, line, column, endColumn, source, counterexample, related:
 * [{file, line, column}]}]}} and, where the rulebook has evidence, {@code support: {day, rows: [{center, strength,
 * headings, numbers}]}} behind the summary. Lines and columns count from 1, {@code endColumn} is the one behind the fault; empty texts
 * are null. Stateless.
 */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param path makes of {@code rules/…} the path a reader knows the file by
     */
    public static byte[] write(CheckReport report, UnaryOperator<String> path) {
        try {
            return JSON.writeValueAsBytes(Document.of(report, path));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a report can be written", impossible);
        }
    }

    private record Document(
            @Nullable String rulebook,
            boolean sound,
            boolean complete,
            long errors,
            long warnings,
            long notes,
            Looked summary,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Rests support,

            List<Told> diagnostics) {

        static Document of(CheckReport report, UnaryOperator<String> path) {
            CheckSummary summary = report.summary();
            return new Document(
                    text(report.hash()),
                    report.sound(),
                    summary.complete(),
                    report.count(Severity.ERROR),
                    report.count(Severity.WARNING),
                    report.count(Severity.NOTE),
                    new Looked(
                            summary.rules(),
                            summary.editions(),
                            summary.cases(),
                            summary.scenarios(),
                            summary.scenarioCases(),
                            summary.fired()),
                    report.support() == null ? null : Rests.of(report.support()),
                    report.diagnostics().stream()
                            .map(diagnostic -> Told.of(diagnostic, path))
                            .toList());
        }
    }

    private record Looked(int rules, int editions, int cases, int scenarios, int scenarioCases, int fired) {}

    private record Rests(String day, List<Row> rows) {
        static Rests of(Support support) {
            return new Rests(
                    support.day().toString(),
                    support.rows().stream()
                            .map(row ->
                                    new Row(row.center().code(), row.strength().name(), row.headings(), row.numbers()))
                            .toList());
        }
    }

    private record Row(String center, String strength, long headings, long numbers) {}

    private record Told(
            Severity severity,
            DiagnosticCode code,
            String message,
            @Nullable String help,
            String file,
            int line,
            int column,
            int endColumn,
            @Nullable String source,
            @Nullable String counterexample,
            List<Related> related) {

        static Told of(Diagnostic diagnostic, UnaryOperator<String> path) {
            Finding finding = diagnostic.finding();
            SourcePlace place = finding.place();
            return new Told(
                    diagnostic.severity(),
                    diagnostic.code(),
                    finding.message(),
                    text(finding.help()),
                    path.apply(place.file()),
                    place.line(),
                    place.column(),
                    ReportJson.endColumn(finding),
                    text(finding.sourceLine()),
                    text(diagnostic.counterexample()),
                    diagnostic.related().stream()
                            .map(other -> new Related(path.apply(other.file()), other.line(), other.column()))
                            .toList());
        }
    }

    private record Related(String file, int line, int column) {}

    /** The column behind what a finding covers of its line. */
    static int endColumn(Finding finding) {
        int column = finding.place().column();
        int end = column + finding.width();
        return finding.sourceLine().isEmpty()
                ? end
                : Math.max(column + 1, Math.min(end, finding.sourceLine().length() + 1));
    }

    private static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }
}
