package io.centerline.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A report as JSON in UTF-8, on one line:
 * {@code {rulebook, sound, complete, errors, warnings, notes, summary: {rules, editions, cases, scenarios, scenarioCases,
 * fired}, diagnostics: [{severity, code, message, help, file, line, column, endColumn, source, counterexample, related:
 * [{file, line, column}]}]}}. Lines and columns count from 1, {@code endColumn} is the one behind the fault; empty texts
 * are null. Stateless.
 */
public final class ReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param path makes of {@code rules/…} the path a reader knows the file by
     */
    public static byte[] write(CheckReport report, UnaryOperator<String> path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            write(report, path, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a report can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(CheckReport report, UnaryOperator<String> path, JsonGenerator out) throws IOException {
        CheckSummary summary = report.summary();
        out.writeStartObject();
        text(out, "rulebook", report.hash());
        out.writeBooleanField("sound", report.sound());
        out.writeBooleanField("complete", summary.complete());
        out.writeNumberField("errors", report.count(Severity.ERROR));
        out.writeNumberField("warnings", report.count(Severity.WARNING));
        out.writeNumberField("notes", report.count(Severity.NOTE));
        out.writeObjectFieldStart("summary");
        out.writeNumberField("rules", summary.rules());
        out.writeNumberField("editions", summary.editions());
        out.writeNumberField("cases", summary.cases());
        out.writeNumberField("scenarios", summary.scenarios());
        out.writeNumberField("scenarioCases", summary.scenarioCases());
        out.writeNumberField("fired", summary.fired());
        out.writeEndObject();
        out.writeArrayFieldStart("diagnostics");
        for (Diagnostic diagnostic : report.diagnostics()) {
            write(diagnostic, path, out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(Diagnostic diagnostic, UnaryOperator<String> path, JsonGenerator out) throws IOException {
        Finding finding = diagnostic.finding();
        out.writeStartObject();
        out.writeStringField("severity", diagnostic.severity().name());
        out.writeStringField("code", diagnostic.code().name());
        out.writeStringField("message", finding.message());
        text(out, "help", finding.help());
        place(out, finding.place(), path);
        out.writeNumberField("endColumn", endColumn(finding));
        text(out, "source", finding.sourceLine());
        text(out, "counterexample", diagnostic.counterexample());
        related(out, diagnostic.related(), path);
        out.writeEndObject();
    }

    private static void related(JsonGenerator out, List<SourcePlace> places, UnaryOperator<String> path)
            throws IOException {
        out.writeArrayFieldStart("related");
        for (SourcePlace place : places) {
            out.writeStartObject();
            place(out, place, path);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void place(JsonGenerator out, SourcePlace place, UnaryOperator<String> path) throws IOException {
        out.writeStringField("file", path.apply(place.file()));
        out.writeNumberField("line", place.line());
        out.writeNumberField("column", place.column());
    }

    /** The column behind what a finding covers of its line. */
    static int endColumn(Finding finding) {
        int column = finding.place().column();
        int end = column + finding.width();
        return finding.sourceLine().isEmpty()
                ? end
                : Math.max(column + 1, Math.min(end, finding.sourceLine().length() + 1));
    }

    private static void text(JsonGenerator out, String field, String value) throws IOException {
        out.writeFieldName(field);
        if (value.isEmpty()) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
    }
}
