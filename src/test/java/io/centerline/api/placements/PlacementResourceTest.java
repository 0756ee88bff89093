package io.centerline.api.placements;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.centerline.api.Requests.place;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.api.Requests;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PlacementResourceTest {

    @TestHTTPResource("/v1/placements?record=false")
    URI address;

    /** Java's client offers HTTP/2 unless told otherwise, and so do others. */
    @Test
    void place_byAClientThatOffersHttp2_isAnswered() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(EXAMPLE))
                .build();

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void place_contractExample_answersEveryFieldInPlace() {
        place(EXAMPLE)
                .statusCode(201)
                .header("Content-Type", startsWith("application/json"))
                .header("Idempotency-Replayed", nullValue())
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("importer.number", equalTo("12-345678900"))
                .body("status", equalTo("PLACED"))
                .body("center.code", equalTo("CEE007"))
                .body("center.name", equalTo("Electronics"))
                .body("center.office", equalTo("Los Angeles"))
                .body("basis", equalTo("PREDOMINANCE"))
                .body("indicated.code", equalTo("CEE007"))
                .body("reviews.code", hasItem("THIN_EVIDENCE"))
                .body(
                        "reviews.find { it.code == 'THIN_EVIDENCE' }.message",
                        equalTo("1 line counted; 5 or more are usual"))
                .body("explanation.summary", startsWith("Placed in Electronics: 1 of 1 entry line"))
                .body("explanation.counting.measure", equalTo("LINES"))
                .body("explanation.counting.from", equalTo("2025-11-26"))
                .body("explanation.counting.to", equalTo("2026-11-25"))
                .body("explanation.tallies.size()", equalTo(1))
                .body("explanation.tallies[0].center", equalTo("CEE007"))
                .body("explanation.tallies[0].count", equalTo(1))
                .body("explanation.tallies[0].share", equalTo("1.0000"))
                .body("explanation.tallies[0].value", equalTo("5400.00"))
                .body("explanation.tallies[0].valueShare", equalTo("1.0000"))
                .body("explanation.tallies[0].headings[0].heading", equalTo("8471"))
                .body("explanation.tallies[0].headings[0].count", equalTo(1))
                .body("explanation.tallies[0].headings[0].rule", startsWith("MEM-"))
                .body("explanation.notCounted", notNullValue())
                .body("explanation.steps.find { it.rule == 'PRE-001' }.outcome", equalTo("DECIDED"))
                .body("explanation.steps.find { it.rule == 'PRE-001' }.stage", equalTo("predominance"))
                .body("explanation.steps.find { it.rule == 'PRE-001' }.sentence", containsString("Electronics"))
                .body("explanation.steps.find { it.rule == 'PRE-001' }.citation", containsString("19 CFR 101.10"))
                .body(
                        "explanation.steps.find { it.rule == 'PRE-001' }.source.file",
                        equalTo("rules/placement/predominance.drl"))
                .body("explanation.steps.find { it.rule == 'PRE-001' }.source.line", equalTo(4))
                .body("explanation.notFired.find { it.rule == 'APL-001' }.because[0].condition", startsWith("Appeal("))
                .body("explanation.notFired.find { it.rule == 'APL-001' }.because[0].found", equalTo("no Appeal"))
                .body("explanation.flips", notNullValue())
                .body("warnings", empty())
                .body("receipt.rulebook", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("receipt.facts", matchesPattern("sha256:[0-9a-f]{64}"))
                .body("receipt.schedule", equalTo("hts-2026-rev4"))
                .body("receipt.program", notNullValue())
                .body("receipt.asOf", equalTo("2026-11-25"))
                .body("receipt.decidedAt", matchesPattern("[0-9]{4}-[0-9-]{5}T[0-9:]{8}\\.[0-9]{3}Z"))
                .body("receipt.index", greaterThanOrEqualTo(0))
                .body("receipt.leaf", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void place_recorded_locationReturnsTheSameBytes() {
        Response created = json(EXAMPLE).post("/v1/placements");

        Response found = get(created.header("Location"));

        assertThat(created.header("Location")).isEqualTo("/v1/decisions/" + created.path("id"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.asByteArray()).isEqualTo(created.asByteArray());
    }

    @Test
    void place_recordFalse_answersWithoutIdAndPlace() {
        json(EXAMPLE)
                .queryParam("record", "false")
                .post("/v1/placements")
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .body("$", hasKey("id"))
                .body("id", nullValue())
                .body("status", equalTo("PLACED"))
                .body("receipt", not(hasKey("index")))
                .body("receipt", not(hasKey("leaf")));
    }

    @Test
    void place_equalFactsRecorded_haveDifferentHashesForOthersCannotTryThemOut() {
        String first = json(EXAMPLE).post("/v1/placements").path("receipt.facts");
        String second = json(EXAMPLE).post("/v1/placements").path("receipt.facts");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void place_equalFactsNotRecorded_haveEqualHashes() {
        String first = json(EXAMPLE).post("/v1/placements?record=false").path("receipt.facts");
        String second = json(EXAMPLE).post("/v1/placements?record=false").path("receipt.facts");

        assertThat(first).isEqualTo(second);
    }

    @Test
    void place_explainSummary_leavesOutTheDetailAndDecidesAlike() {
        json(EXAMPLE)
                .queryParam("explain", "summary")
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .body("center.code", equalTo("CEE007"))
                .body("explanation.summary", startsWith("Placed in Electronics"))
                .body("explanation", not(hasKey("steps")))
                .body("explanation", not(hasKey("flips")))
                .body("explanation", not(hasKey("notFired")))
                .body("explanation.tallies[0]", not(hasKey("headings")));
    }

    @Test
    void place_sameKeySameBody_returnsTheFirstDecision() {
        String key = UUID.randomUUID().toString();
        Response first = json(EXAMPLE).header("Idempotency-Key", key).post("/v1/placements");

        Response second = json(EXAMPLE).header("Idempotency-Key", key).post("/v1/placements");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void place_sameKeyOtherBodyOrQuery_isAConflict() {
        String key = UUID.randomUUID().toString();
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements")
                .then()
                .statusCode(201);

        json(EXAMPLE + " ")
                .header("Idempotency-Key", key)
                .post("/v1/placements")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/idempotency-conflict"));
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements?explain=summary")
                .then()
                .statusCode(409);
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements?explain=full")
                .then()
                .statusCode(201);
    }

    @Test
    void place_sameKeyThirtyTwoTimesAtOnce_recordsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService callers = Executors.newFixedThreadPool(32);
        try {
            List<Future<Response>> answers = IntStream.range(0, 32)
                    .mapToObj(i -> callers.submit(
                            () -> json(EXAMPLE).header("Idempotency-Key", key).post("/v1/placements")))
                    .toList();

            byte[] first = answers.get(0).get().asByteArray();
            int fresh = 0;
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().asByteArray()).isEqualTo(first);
                fresh += answer.get().header("Idempotency-Replayed") == null ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void place_keyTooLong_isRefused() {
        json(EXAMPLE)
                .header("Idempotency-Key", "k".repeat(256))
                .post("/v1/placements")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("header Idempotency-Key"));
    }

    @Test
    void place_faultsInQueryAndBody_answersAllAtOnce() {
        json("""
                        {"importer":{"number":"1","kind":"importer"},"asOf":"2026-02-30",
                        "lines":[{"hts":"8471.3"},{"hts":8471300100}],"extra":1}
                        """)
                .post("/v1/placements?explain=ful")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-facts"))
                .body("title", notNullValue())
                .body("status", equalTo(400))
                .body("detail", startsWith("7 issues; the first: "))
                .body(
                        "issues.code",
                        contains(
                                "VALUE_UNKNOWN",
                                "IMPORTER_NUMBER_MALFORMED",
                                "VALUE_UNKNOWN",
                                "DATE_MALFORMED",
                                "HTS_TOO_SHORT",
                                "FIELD_WRONG_TYPE",
                                "FIELD_UNKNOWN"))
                .body(
                        "issues.pointer",
                        contains(
                                "?explain",
                                "/importer/number",
                                "/importer/kind",
                                "/asOf",
                                "/lines/0/hts",
                                "/lines/1/hts",
                                "/extra"));
    }

    @Test
    void place_recordMisspelt_isRefusedNamingTheParameter() {
        String key = UUID.randomUUID().toString();
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements?recrod=false")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("issues.code", contains("PARAMETER_UNKNOWN"))
                .body("issues.pointer", contains("?recrod"))
                .body("issues.help", contains("did you mean `record`?"));
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "record=true&record=false, PARAMETER_REPEATED",
        "record=yes, VALUE_UNKNOWN",
        "record, VALUE_UNKNOWN",
        "explain=%ff%fe, PARAMETER_MALFORMED",
        "%00=1, PARAMETER_UNKNOWN"
    })
    void place_faultyQuery_isRefused(String query, String code) {
        given().urlEncodingEnabled(false)
                .header("Content-Type", "application/json")
                .body(EXAMPLE)
                .post("/v1/placements?" + query)
                .then()
                .statusCode(400)
                .body("issues.code", contains(code));
    }

    @Test
    void place_dayBeforeCoverage_isRefusedNamingTheFirst() {
        place(EXAMPLE.replace("\"2026-11-25\"", "\"2013-04-03\""))
                .statusCode(400)
                .body("issues.code", contains("AS_OF_BEFORE_COVERAGE"))
                .body("issues.pointer", contains("/asOf"))
                .body("issues[0].message", containsString("`2013-04-04`"));
    }

    @Test
    void place_firstCoveredDay_decides() {
        place(EXAMPLE.replace("\"2026-11-25\"", "\"2013-04-04\"").replace("2026-03-02", "2013-03-02"))
                .statusCode(201)
                .body("center.code", equalTo("CEE007"))
                .body("receipt.asOf", equalTo("2013-04-04"));
    }

    @Test
    void place_socialSecurityNumber_isMaskedEverywhere() {
        Response created = json(Requests.of("123-45-6789", "IMPORTER", 1)).post("/v1/placements");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.<String>path("importer.number")).isEqualTo("***-**-6789");
        assertThat(created.asString()).doesNotContain("123-45").doesNotContain("12345");
        assertThat(get(created.header("Location")).asString()).doesNotContain("123-45");
    }

    @Test
    void place_accountAbsentOrNull_decidesOnTheCount() {
        String absent = EXAMPLE.replace(", \"account\": null", "");
        assertThat(absent).doesNotContain("account");

        place(absent).statusCode(201).body("basis", equalTo("PREDOMINANCE"));
        place(EXAMPLE).statusCode(201).body("basis", equalTo("PREDOMINANCE"));
    }

    @Test
    void place_accountOnFile_staysThereWithDrift() {
        place(EXAMPLE.replace("\"account\": null", "\"account\": {\"center\": \"CEE005\", \"since\": \"2019-04-01\"}"))
                .statusCode(201)
                .body("basis", equalTo("ACCOUNT"))
                .body("center.code", equalTo("CEE005"))
                .body("indicated.code", equalTo("CEE007"))
                .body("reviews.code", hasItem("DRIFT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BROKER", "COURIER"})
    void place_notOnOwnAccount_isNotEligible(String kind) {
        place(Requests.of("12-345678900", kind, 3))
                .statusCode(201)
                .body("status", equalTo("NOT_ELIGIBLE"))
                .body("basis", equalTo("ELIGIBILITY"))
                .body("center.code", equalTo("NOTELG"))
                .body("center.office", nullValue());
    }

    @Test
    void place_noLines_isPending() {
        place(Requests.of("12-345678900", "IMPORTER", 0))
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .body("basis", nullValue())
                .body("center.code", equalTo("PNDING"))
                .body("indicated", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/decisions/019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11",
                "/v1/decisions/1-1-1-1-1",
                "/v1/decisions/nobody",
                "/v1/decisions/' or 1=1",
                "/v1/nothing",
                "/nothing"
            })
    void get_unknown_isNotFound(String path) {
        get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"))
                .body("$", not(hasKey("issues")));
    }

    @Test
    void metrics_afterADecision_countAndTimeIt() {
        place(EXAMPLE).statusCode(201);

        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("centerline_decisions_total{basis=\"PREDOMINANCE\",status=\"PLACED\"}"))
                .body(containsString("centerline_deciding_seconds_count"));
    }

    @Test
    void operations_always_answer() {
        get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger-ui"));
    }
}
