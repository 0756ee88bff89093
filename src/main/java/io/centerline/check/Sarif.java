package io.centerline.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A report as SARIF 2.1.0, which editors and code hosts show beside the lines. One line of UTF-8. Stateless. */
@SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array, or a bit
public final class Sarif {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** What stands unescaped in a reference: a colon could end a scheme. */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=@/";

    private Sarif() {}

    /**
     * Writes a report.
     *
     * @param version the program's version
     * @param path makes of {@code rules/…} the path a reader knows the file by
     */
    public static byte[] write(CheckReport report, String version, UnaryOperator<String> path) {
        try {
            return JSON.writeValueAsBytes(Log.of(report, version, path));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a report can be written", impossible);
        }
    }

    private record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

        static Log of(CheckReport report, String version, UnaryOperator<String> path) {
            List<Descriptor> rules =
                    Arrays.stream(DiagnosticCode.values()).map(Descriptor::of).toList();
            List<Result> results = report.diagnostics().stream()
                    .map(diagnostic -> Result.of(diagnostic, path))
                    .toList();
            return new Log(
                    "https://json.schemastore.org/sarif-2.1.0.json",
                    "2.1.0",
                    List.of(new Run(
                            new Tool(new Driver("centerline check", version, rules)),
                            "utf16CodeUnits",
                            List.of(Invocation.of(report, path)),
                            results)));
        }
    }

    private record Run(Tool tool, String columnKind, List<Invocation> invocations, List<Result> results) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, String version, List<Descriptor> rules) {}

    /** A folder that cannot be read was not checked, which viewers shall not take for a check without findings. */
    private record Invocation(
            boolean executionSuccessful,
            @JsonInclude(Include.NON_EMPTY) List<Notification> toolExecutionNotifications) {

        static Invocation of(CheckReport report, UnaryOperator<String> path) {
            List<Notification> notifications = report.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.code() == DiagnosticCode.UNREADABLE)
                    .map(diagnostic -> Notification.of(diagnostic, path))
                    .toList();
            return new Invocation(notifications.isEmpty(), notifications);
        }
    }

    private record Notification(String level, Text message, List<Location> locations, AssociatedRule associatedRule) {

        static Notification of(Diagnostic unreadable, UnaryOperator<String> path) {
            return new Notification(
                    Sarif.level(unreadable.severity()),
                    new Text(describe(unreadable)),
                    List.of(location(unreadable, path)),
                    new AssociatedRule(
                            unreadable.code().name(), unreadable.code().ordinal()));
        }
    }

    private record AssociatedRule(String id, int index) {}

    private record Descriptor(String id, Text shortDescription, Text help, Configuration defaultConfiguration) {

        static Descriptor of(DiagnosticCode code) {
            return new Descriptor(
                    code.name(),
                    new Text(code.title()),
                    new Text(code.help()),
                    new Configuration(level(code.severity())));
        }
    }

    private record Configuration(String level) {}

    private record Text(String text) {}

    private record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            @JsonInclude(Include.NON_EMPTY) List<Location> relatedLocations) {

        static Result of(Diagnostic diagnostic, UnaryOperator<String> path) {
            return new Result(
                    diagnostic.code().name(),
                    diagnostic.code().ordinal(),
                    Sarif.level(diagnostic.severity()),
                    new Text(describe(diagnostic)),
                    List.of(location(diagnostic, path)),
                    related(diagnostic.related(), path));
        }
    }

    @JsonInclude(Include.NON_NULL)
    private record Location(
            @Nullable Integer id,
            PhysicalLocation physicalLocation,
            @Nullable Text message) {}

    private record PhysicalLocation(
            ArtifactLocation artifactLocation,
            Region region,
            @JsonInclude(Include.NON_NULL) @Nullable ContextRegion contextRegion) {

        static PhysicalLocation of(SourcePlace place, int endColumn, String line, UnaryOperator<String> path) {
            return new PhysicalLocation(
                    new ArtifactLocation(escaped(path.apply(place.file()))),
                    new Region(place.line(), place.column(), endColumn),
                    line.isEmpty() ? null : new ContextRegion(place.line(), new Text(line)));
        }
    }

    private record ArtifactLocation(String uri) {}

    private record Region(int startLine, int startColumn, int endColumn) {}

    private record ContextRegion(int startLine, Text snippet) {}

    private static Location location(Diagnostic diagnostic, UnaryOperator<String> path) {
        Finding finding = diagnostic.finding();
        PhysicalLocation place =
                PhysicalLocation.of(finding.place(), ReportJson.endColumn(finding), finding.sourceLine(), path);
        return new Location(null, place, null);
    }

    private static String describe(Diagnostic diagnostic) {
        Finding finding = diagnostic.finding();
        String example =
                diagnostic.counterexample().isEmpty() ? "" : "; example: `" + diagnostic.counterexample() + "`";
        return finding.message() + example + (finding.help().isEmpty() ? "" : "; help: " + finding.help());
    }

    private static List<Location> related(List<SourcePlace> places, UnaryOperator<String> path) {
        List<Location> related = new ArrayList<>();
        for (SourcePlace place : places) {
            PhysicalLocation physical = PhysicalLocation.of(place, place.column() + 1, "", path);
            related.add(new Location(related.size() + 1, physical, new Text("see also")));
        }
        return related;
    }

    /** A path as a relative reference: in each part, the UTF-8 bytes of all but plain characters are escaped. */
    private static String escaped(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(each) >= 0) {
                uri.append((char) each);
            } else {
                uri.append('%').append(HEX.toHexDigits(each));
            }
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
