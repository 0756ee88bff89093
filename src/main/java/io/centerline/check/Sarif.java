package io.centerline.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A report as SARIF 2.1.0, which editors and code hosts show beside the lines. One line of UTF-8. Stateless. */
public final class Sarif {
    private static final JsonFactory JSON = new JsonFactory();

    private final CheckReport report;
    private final UnaryOperator<String> path;
    private final JsonGenerator out;

    private Sarif(CheckReport report, UnaryOperator<String> path, JsonGenerator out) {
        this.report = report;
        this.path = path;
        this.out = out;
    }

    /**
     * Writes a report.
     *
     * @param version the program's version
     * @param path makes of {@code rules/…} the path a reader knows the file by
     */
    public static byte[] write(CheckReport report, String version, UnaryOperator<String> path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new Sarif(report, path, out).log(version);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a report can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void log(String version) throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        out.writeStringField("version", "2.1.0");
        out.writeArrayFieldStart("runs");
        out.writeStartObject();
        tool(version);
        out.writeStringField("columnKind", "utf16CodeUnits");
        out.writeArrayFieldStart("invocations");
        out.writeStartObject();
        out.writeBooleanField("executionSuccessful", true);
        out.writeEndObject();
        out.writeEndArray();
        out.writeArrayFieldStart("results");
        for (Diagnostic diagnostic : report.diagnostics()) {
            result(diagnostic);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private void tool(String version) throws IOException {
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "centerline check");
        out.writeStringField("version", version);
        out.writeArrayFieldStart("rules");
        for (DiagnosticCode code : DiagnosticCode.values()) {
            out.writeStartObject();
            out.writeStringField("id", code.name());
            text("shortDescription", code.title());
            text("help", code.help());
            out.writeObjectFieldStart("defaultConfiguration");
            out.writeStringField("level", level(code.severity()));
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void result(Diagnostic diagnostic) throws IOException {
        Finding finding = diagnostic.finding();
        out.writeStartObject();
        out.writeStringField("ruleId", diagnostic.code().name());
        out.writeNumberField("ruleIndex", diagnostic.code().ordinal());
        out.writeStringField("level", level(diagnostic.severity()));
        text("message", message(diagnostic));
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        physical(finding.place(), ReportJson.endColumn(finding), finding.sourceLine());
        out.writeEndObject();
        out.writeEndArray();
        related(diagnostic.related());
        out.writeEndObject();
    }

    private static String message(Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        String example =
                diagnostic.counterexample().isEmpty() ? "" : "; example: `" + diagnostic.counterexample() + "`";
        return finding.message() + example + (finding.help().isEmpty() ? "" : "; help: " + finding.help());
    }

    private void related(List<SourcePlace> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("relatedLocations");
        int id = 0;
        for (SourcePlace place : places) {
            out.writeStartObject();
            out.writeNumberField("id", ++id);
            physical(place, place.column() + 1, "");
            text("message", "see also");
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void physical(SourcePlace place, int endColumn, String line) throws IOException {
        out.writeObjectFieldStart("physicalLocation");
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField("uri", uri(path.apply(place.file())));
        out.writeEndObject();
        out.writeObjectFieldStart("region");
        out.writeNumberField("startLine", place.line());
        out.writeNumberField("startColumn", place.column());
        out.writeNumberField("endColumn", endColumn);
        out.writeEndObject();
        if (!line.isEmpty()) {
            out.writeObjectFieldStart("contextRegion");
            out.writeNumberField("startLine", place.line());
            text("snippet", line);
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** A path as a relative reference; blanks and the like are escaped. */
    private static String uri(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path is a reference", impossible);
        }
    }

    private void text(String field, String value) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", value);
        out.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
