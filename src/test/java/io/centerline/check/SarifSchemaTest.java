package io.centerline.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.centerline.rulebook.language.Finding;
import io.centerline.rulebook.language.SourcePlace;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A SARIF report, whatever it says, is one by the schema that OASIS publishes. */
class SarifSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (InputStream schema =
                Objects.requireNonNull(SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(
                            schema,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void write_reportWithoutFindings_isSarif() throws IOException {
        assertThat(faults(report(List.of()))).isEmpty();
    }

    @Test
    void write_everyKindOfFinding_isSarif() throws IOException {
        List<Diagnostic> all = new ArrayList<>();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            all.add(diagnostic(code, "rules/membership/a b.drl", "    heading >= \"9\" \u20ac\t\u0001", List.of()));
            all.add(diagnostic(code, "rules/x.yaml", "", List.of(place("rules/y%.drl"), place("rules/a:b.drl"))));
        }
        JsonNode log = log(report(all));
        assertThat(log.at("/runs/0/results")).hasSize(all.size());
        assertThat(SCHEMA.validate(log)).isEmpty();
    }

    /** A viewer shall not take it for a check that found one thing. */
    @Test
    void write_unreadableFolder_isSarifOfARunThatFailed() throws IOException {
        JsonNode log = log(CheckReport.unreadable(
                List.of(new Finding(place("rules"), 1, "the folder is empty", "put rules there", ""))));

        assertThat(SCHEMA.validate(log)).isEmpty();
        JsonNode invocation = log.at("/runs/0/invocations/0");
        assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").textValue())
                .isEqualTo("the folder is empty; help: put rules there");
        assertThat(invocation.at("/toolExecutionNotifications/0/level").textValue())
                .isEqualTo("error");
        assertThat(log(report(List.of())).at("/runs/0/invocations/0"))
                .isEqualTo(JSON.createObjectNode().put("executionSuccessful", true));
    }

    @Test
    void write_pathOfAnyLetters_isAnAddressOfItsBytes() throws IOException {
        Map<String, String> addresses = Map.of(
                "rules/été/a.drl", "rules/%C3%A9t%C3%A9/a.drl",
                // An e with an accent of its own, as some file systems write it.
                "rules/e\u0301.drl", "rules/e%CC%81.drl",
                "rules/\u65e5 \ud83d\ude00.drl", "rules/%E6%97%A5%20%F0%9F%98%80.drl",
                "rules\\a#b?c.drl", "rules/a%23b%3Fc.drl",
                "a:b/rules/100%.drl", "a%3Ab/rules/100%25.drl");
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            JsonNode log = log(report(List.of(diagnostic(DiagnosticCode.LANGUAGE, each.getKey(), "rule", List.of()))));

            assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                            .textValue())
                    .isEqualTo(each.getValue());
            assertThat(SCHEMA.validate(log)).isEmpty();
        }
    }

    /** So that the tests above can fail. */
    @Test
    void schema_wrongLevelAndLineZero_areRefused() throws IOException {
        JsonNode log = log(report(List.of(diagnostic(DiagnosticCode.LANGUAGE, "rules/a.drl", "rule", List.of()))));
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");
        ((ObjectNode) log.at("/runs/0/results/0/locations/0/physicalLocation/region")).put("startLine", 0);
        assertThat(SCHEMA.validate(log)).hasSize(2);
    }

    private static Set<ValidationMessage> faults(CheckReport report) throws IOException {
        return SCHEMA.validate(log(report));
    }

    private static JsonNode log(CheckReport report) throws IOException {
        return JSON.readTree(Sarif.write(report, "0.1.0", UnaryOperator.identity()));
    }

    private static CheckReport report(List<Diagnostic> diagnostics) {
        return new CheckReport("sha256:00", diagnostics, null, CheckSummary.NONE, null);
    }

    private static Diagnostic diagnostic(DiagnosticCode code, String file, String line, List<SourcePlace> related) {
        return new Diagnostic(
                code.severity(), code, new Finding(place(file), 4, "said", "mend", line), related, "8471300100");
    }

    private static SourcePlace place(String file) {
        return new SourcePlace(file, 3, 5);
    }
}
