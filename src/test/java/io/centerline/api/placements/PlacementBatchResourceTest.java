package io.centerline.api.placements;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.api.Requests;
import io.centerline.api.routings.RoutingResourceTest;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PlacementBatchResourceTest {
    private static final String LINE = RoutingResourceTest.oneLine(EXAMPLE);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void batch_badLineAmongGoodOnes_isAnsweredInItsPlaceAndTheRestGoesOn() {
        String body = LINE + "\n\n" + LINE.replace("8471.30.0100", "8471.3") + "\r\n" + "{nonsense\n"
                + LINE.replace("12-345678900", "45-678901200");

        List<JsonNode> answers = lines(batch(body, ""));

        assertThat(answers).extracting(each -> each.path("line").asInt()).containsExactly(1, 3, 4, 5);
        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(201, 400, 400, 201);
        assertThat(answers.get(0).at("/decision/center/code").asText()).isEqualTo("CEE007");
        assertThat(answers.get(1).at("/problem/type").asText()).isEqualTo("/problems/invalid-facts");
        assertThat(answers.get(1).at("/problem/issues/0/code").asText()).isEqualTo("HTS_TOO_SHORT");
        assertThat(answers.get(1).at("/problem/issues/0/pointer").asText()).isEqualTo("/lines/0/hts/1");
        assertThat(answers.get(2).at("/problem/issues/0/code").asText()).isEqualTo("JSON_SYNTAX");
        assertThat(answers.get(3).at("/decision/receipt/leaf").asText()).hasSize(64);
    }

    @Test
    void batch_recorded_isTheDecisionThatTheJournalKeeps() throws IOException {
        JsonNode answer = lines(batch(LINE, "")).get(0);

        JsonNode kept = JSON.readTree(
                given().get("/v1/decisions/" + answer.at("/decision/id").asText())
                        .asByteArray());

        assertThat(answer.path("decision")).isEqualTo(kept);
        assertThat(answer.path("decision").path("explanation").has("steps")).isTrue();
    }

    @Test
    void batch_recordFalse_keepsNothingAndSaysWhatTheSingleRequestSays() throws IOException {
        JsonNode answer = lines(batch(LINE, "record=false&explain=summary")).get(0);
        JsonNode single = JSON.readTree(json(EXAMPLE)
                .post("/v1/placements?record=false&explain=summary")
                .asByteArray());

        assertThat(answer.path("status").asInt()).isEqualTo(200);
        assertThat(answer.at("/decision/id").isNull()).isTrue();
        ((ObjectNode) answer.at("/decision/receipt")).remove("decidedAt");
        ((ObjectNode) single.path("receipt")).remove("decidedAt");
        assertThat(answer.path("decision")).isEqualTo(single);
    }

    @Test
    void batch_keysOfLines_areThoseOfSingleRequests() {
        String key = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        String alone =
                json(LINE).header("Idempotency-Key", key).post("/v1/placements").path("id");
        String first = LINE.substring(0, LINE.length() - 1).stripTrailing();

        List<JsonNode> answers = lines(batch(
                LINE + "\n" + first + ", \"idempotencyKey\": \"" + other + "\"}\n"
                        + "{\"idempotencyKey\" : \"" + other + "\" ," + LINE.substring(1) + "\n"
                        + LINE.replace("}], \"evidence\"", "}], \"idempotencyKey\":\"" + key + "\", \"evidence\"")
                                .replace("} ], \"evidence\"", "} ], \"idempotencyKey\":\"" + key + "\", \"evidence\"")
                        + "\n" + first.replace("Acme", "Acme 2") + ", \"idempotencyKey\": \"" + other + "\"}\n"
                        + first + ", \"idempotencyKey\": \"a b\"}",
                ""));

        assertThat(answers)
                .extracting(each -> each.path("status").asInt())
                .containsExactly(201, 201, 409, 201, 409, 400);
        assertThat(answers.get(3).at("/decision/id").asText()).isEqualTo(alone);
        assertThat(answers.get(3).path("replayed").asBoolean()).isTrue();
        assertThat(answers.get(4).at("/problem/type").asText()).isEqualTo("/problems/idempotency-conflict");
        assertThat(answers.get(5).at("/problem/issues/0/pointer").asText()).isEqualTo("/idempotencyKey");
    }

    @Test
    void batch_sentAgainUnderOneKey_getsTheFirstDecisions() {
        String key = UUID.randomUUID().toString();
        String body = LINE + "\n" + LINE;

        List<JsonNode> first = lines(keyed(key, body));
        List<JsonNode> second = lines(keyed(key, body + "\n" + LINE));

        assertThat(first).extracting(BatchIds::of).doesNotHaveDuplicates();
        assertThat(second.subList(0, 2))
                .extracting(BatchIds::of)
                .isEqualTo(first.stream().map(BatchIds::of).toList());
        assertThat(second).extracting(each -> each.path("replayed").asBoolean()).containsExactly(true, true, false);
        given().header("Idempotency-Key", "a b")
                .header("Content-Type", "application/x-ndjson")
                .body(LINE.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch")
                .then()
                .statusCode(400);
    }

    @Test
    void batch_accountLeftOpen_isWhatIsOnFile() {
        given().header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .body("{\"center\":\"CEE010\",\"since\":\"2020-01-01\",\"author\":\"jd\",\"reason\":\"test\"}")
                .put("/v1/accounts/77-000000951");
        String placed = Requests.of("77-000000951", "IMPORTER", 1);

        List<JsonNode> answers = lines(batch(
                placed + "\n" + Requests.of("77-000000952", "IMPORTER", 1) + "\n"
                        + placed.replace("\"asOf\"", "\"account\":null,\"asOf\"") + "\n"
                        + placed.replace("2026-11-25", "2019-11-25"),
                "record=false"));

        assertThat(answers)
                .extracting(each -> each.at("/decision/center/code").asText())
                .containsExactly("CEE010", "CEE007", "CEE007", "PNDING");
        assertThat(answers.get(0).at("/decision/basis").asText()).isEqualTo("ACCOUNT");
    }

    @Test
    void batch_tenThousandLines_areAnsweredInOrder() throws Exception {
        String body = IntStream.range(0, 10_000)
                .mapToObj(i -> Requests.of(String.format("12-%07d00", i), "IMPORTER", 1)
                        .replace("\"asOf\"", "\"account\":null,\"asOf\""))
                .collect(Collectors.joining("\n"));

        List<String> answers = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/v1/placements/batch?explain=summary"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();

        assertThat(answers).hasSize(10_000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i))
                    .startsWith("{\"line\":" + (i + 1) + ",\"status\":201,\"decision\":{\"id\":\"")
                    .contains("\"number\":\"" + String.format("12-%07d00", i));
        }
        assertThat(answers.stream().map(answer -> answer.replaceFirst(".*\"index\":([0-9]+).*", "$1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void batch_nothingToAnswer_isEmpty() {
        batch("", "").then().statusCode(200).body(equalTo(""));
        batch("\n \r\n\n", "").then().statusCode(200).body(equalTo(""));
    }

    @Test
    void batch_compressed_isReadAsIfItWereNot() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write((LINE + "\n").repeat(100).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }

        List<JsonNode> answers = lines(given().header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(sent.toByteArray())
                .post("/v1/placements/batch?record=false&explain=summary"));

        assertThat(answers).hasSize(100).allMatch(each -> each.path("status").asInt() == 200);
    }

    @Test
    void batch_faultyRequest_isRefusedAsAWhole() {
        batch(LINE, "record=perhaps&explian=full")
                .then()
                .statusCode(400)
                .body("issues.code", everyItem(oneOf("VALUE_UNKNOWN", "PARAMETER_UNKNOWN")));
        json(EXAMPLE).post("/v1/placements/batch").then().statusCode(415).contentType("application/problem+json");
        json(LINE.substring(0, LINE.length() - 1) + ", \"idempotencyKey\": \"k\"}")
                .post("/v1/placements")
                .then()
                .statusCode(400)
                .body("issues[0].code", equalTo("FIELD_UNKNOWN"));
    }

    private static final class BatchIds {
        static String of(JsonNode answer) {
            return answer.at("/decision/id").asText();
        }
    }

    private static Response batch(String body, String query) {
        return given().header("Content-Type", "application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch" + (query.isEmpty() ? "" : "?" + query));
    }

    private static Response keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch");
    }

    static List<JsonNode> lines(Response response) {
        response.then().statusCode(200).contentType("application/x-ndjson");
        return response.asString().lines().map(PlacementBatchResourceTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
