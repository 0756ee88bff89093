package io.centerline.batch.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.activation.ActiveRulebook;
import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Placement.Explain;
import io.centerline.tariff.Schedule;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same importers, sent to the service one by one and read from a file at once. */
@QuarkusTest
@Tag("service")
class RunAndServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.parse("2026-09-30");
    private static final int IMPORTERS = 60;

    @Inject
    ActiveRulebook active;

    @Inject
    Schedule schedule;

    @TempDir
    private Path folder;

    @Test
    void run_ofRandomImporters_decidesAndExplainsAsTheService() throws Exception {
        List<List<String>> rows = new RandomLines(20_260_930, schedule, DAY).sound(IMPORTERS);
        Path lines = folder.resolve("lines.ndjson");
        Files.write(lines, rows.stream().map(row -> json(row).toString()).toList());
        Map<String, List<List<String>>> byImporter = new LinkedHashMap<>();
        rows.forEach(row -> byImporter
                .computeIfAbsent(row.get(0), none -> new ArrayList<>())
                .add(row));

        new FileRun(
                        new RunRequest(
                                List.of(lines.toString()),
                                folder.resolve("out"),
                                DAY,
                                RowOptions.LENIENT,
                                active.serving().rulebook(),
                                schedule,
                                "test",
                                Explain.FULL,
                                RunRequest.Format.NDJSON,
                                2,
                                500_000_000,
                                false,
                                null,
                                null),
                        RunProgress.SILENT)
                .run();

        Map<String, String> ofRun = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("out/decisions.ndjson"))) {
            JsonNode document = JSON.readTree(line);
            ofRun.put(document.at("/importer/number").asText() + document.at("/explanation/tallies"), plain(document));
        }
        Map<String, String> ofService = new TreeMap<>();
        for (List<List<String>> of : byImporter.values()) {
            JsonNode document = JSON.readTree(given().contentType("application/json")
                    .body(request(of).toString())
                    .queryParam("record", "false")
                    .post("/v1/placements")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            ofService.put(
                    document.at("/importer/number").asText() + document.at("/explanation/tallies"), plain(document));
        }
        assertThat(ofRun).hasSize(byImporter.size()).isEqualTo(ofService);
    }

    /** What the file cannot know or knows more of is left out: places of warnings, siblings, and the receipt of single lines. */
    private static String plain(JsonNode document) {
        ObjectNode plain = document.deepCopy();
        ((ObjectNode) plain.get("receipt")).remove(List.of("facts", "decidedAt", "program"));
        ArrayNode reviews = (ArrayNode) plain.get("reviews");
        for (int i = reviews.size() - 1; i >= 0; i--) {
            if (reviews.get(i).get("code").asText().equals("SIBLING_DIFFERS")) {
                reviews.remove(i);
            }
        }
        List<String> codes = new ArrayList<>();
        plain.remove("warnings")
                .forEach(warning -> codes.add(warning.get("code").asText()));
        codes.remove("IMPORTER_WITHOUT_SUFFIX");
        return plain.toPrettyString() + codes.stream().sorted().collect(Collectors.joining(" "));
    }

    private static ObjectNode request(List<List<String>> rows) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode importer = request.putObject("importer");
        importer.put("number", rows.get(0).get(0));
        importer.put("name", rows.get(0).get(1));
        if (!rows.get(0).get(2).isEmpty()) {
            importer.put("kind", rows.get(0).get(2));
        }
        request.put("asOf", DAY.toString());
        request.putNull("account");
        ArrayNode lines = request.putArray("lines");
        for (List<String> row : rows) {
            ObjectNode line = lines.addObject();
            text(line, "entry", row.get(3));
            line.put("line", Integer.parseInt(row.get(4)));
            text(line, "date", row.get(5));
            text(line, "entryType", row.get(6));
            ArrayNode numbers = line.putArray("hts");
            List.of(row.get(7), row.get(8)).stream()
                    .filter(text -> !text.isEmpty())
                    .forEach(numbers::add);
            text(line, "set", row.get(9));
            text(line, "role", row.get(10));
            if (!row.get(11).isEmpty()) {
                line.put("count", Integer.parseInt(row.get(11)));
            }
            text(line, "quantity", row.get(12));
            text(line, "value", row.get(13));
        }
        return request;
    }

    private static void text(ObjectNode line, String key, String text) {
        if (!text.isEmpty()) {
            line.put(key, text);
        }
    }

    /** A row as a line of NDJSON, with the keys of the service. */
    private static ObjectNode json(List<String> row) {
        ObjectNode json = JSON.createObjectNode();
        json.put("importer", row.get(0));
        json.put("name", row.get(1));
        json.put("kind", row.get(2));
        json.put("entry", row.get(3));
        json.put("line", Integer.parseInt(row.get(4)));
        json.put("date", row.get(5));
        json.put("entryType", row.get(6));
        ArrayNode numbers = json.putArray("hts");
        List.of(row.get(7), row.get(8)).stream().filter(text -> !text.isEmpty()).forEach(numbers::add);
        json.put("set", row.get(9));
        json.put("role", row.get(10));
        json.put("count", row.get(11));
        json.put("quantity", row.get(12));
        json.put("value", row.get(13));
        return json;
    }
}
