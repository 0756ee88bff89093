package io.centerline.cli;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.activation.ActiveRulebook;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose decisions the running service records. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class RunRecordTest {
    private static final String TITLES = "Importer,Entry Number,Line,Date,HTS,Value\n";

    @TempDir
    Path folder;

    @Inject
    ActiveRulebook active;

    @Test
    void record_ofARun_recordsEachImporterOnceAndTellsWhatIsOnFile() throws Exception {
        String first = "77-" + (1_000_000 + System.nanoTime() % 8_000_000) + "00";
        String second = first.replaceFirst("^77", "78");
        json("{\"center\":\"CEE005\",\"since\":\"2020-01-01\",\"author\":\"jd\",\"reason\":\"as of old\"}")
                .put("/v1/accounts/" + first)
                .then()
                .statusCode(201);
        Path lines = folder.resolve("lines.csv");
        Files.writeString(
                lines,
                TITLES + first + ",ABC00000001,1,2026-03-02,8471.30.0100,5.00\n" + first
                        + ",ABC00000001,2,2026-03-02,8471.30.0100,6.00\n" + second
                        + ",ABC00000002,1,2026-03-02,7208.10.1500,7.00\n");

        Run once = record(lines, "once");
        Run again = record(lines, "again");

        assertThat(once.exitCode()).as(once.said()).isEqualTo(ExitCode.DONE);
        assertThat(again.exitCode()).as(again.said()).isEqualTo(ExitCode.DONE);
        Map<String, String> ids = ids("once");
        assertThat(ids("again")).isEqualTo(ids).hasSize(2);
        for (Map.Entry<String, String> each : ids.entrySet()) {
            get("/v1/decisions/" + each.getValue())
                    .then()
                    .statusCode(200)
                    .body("importer.number", org.hamcrest.Matchers.equalTo(each.getKey()));
            assertThat(get("/v1/decisions?importer=" + each.getKey())
                            .asString()
                            .split("\"" + each.getValue() + "\"", -1))
                    .hasSize(2);
        }
        assertThat(once.out()).contains("compared with what is on file: 1 of 1 importers move");
    }

    @Test
    void record_underOtherRules_isRefusedBeforeAnythingIsDone() throws Exception {
        Path lines = folder.resolve("lines.csv");
        Files.writeString(lines, TITLES + "77-123456700,ABC00000001,1,2026-03-02,8471.30.0100,5.00\n");

        Run run = Run.of(
                "run",
                lines.toString(),
                "--as-of",
                "2026-09-30",
                "--out",
                folder.resolve("out").toString(),
                "--rules",
                "src/test/resources/cli/rules",
                "--record",
                "--from",
                "http://localhost:" + RestAssured.port);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err()).contains("decides under sha256:").contains("rules pull");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Run record(Path lines, String out) {
        return Run.of(
                "run",
                lines.toString(),
                "--as-of",
                "2026-09-30",
                "--out",
                folder.resolve(out).toString(),
                "--format",
                "csv",
                "--rules",
                activeRules(),
                "--record",
                "--from",
                "http://localhost:" + RestAssured.port);
    }

    /** The rules that serve, whatever other tests activated. */
    private String activeRules() {
        Path rules = folder.resolve("rules.zip");
        try {
            Files.write(
                    rules,
                    given().accept("application/zip")
                            .get("/v1/rulebooks/" + active.serving().rulebook().hash())
                            .asByteArray());
            return rules.toString();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Map<String, String> ids(String out) throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(folder.resolve(out).resolve("decisions.csv")));
        List<String> titles = List.of(lines.remove(0).split(","));
        Map<String, String> ids = new TreeMap<>();
        for (String line : lines) {
            // The summary is quoted and may hold commas; id and Center on file stand behind it.
            String rest = line.substring(line.lastIndexOf('"') + 1);
            String[] behind = rest.substring(rest.indexOf(',') + 1).split(",", -1);
            ids.put(line.substring(0, line.indexOf(',')), behind[behind.length - 2]);
        }
        assertThat(titles).endsWith("recorded", "onFile");
        return ids;
    }
}
