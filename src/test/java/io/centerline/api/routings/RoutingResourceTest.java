package io.centerline.api.routings;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
public class RoutingResourceTest {
    /** The contract's own example. */
    public static final String COURIER = """
            { "importer": {"number": "98-765432100", "name": "Fast Parcel", "kind": "COURIER"},
              "asOf": "2026-11-25", "activity": "ENTRY_SUMMARY", "account": null,
              "entry": {"number": "FPX00000011", "port": "1703",
                        "lines": [ {"hts": "6110.20.1010", "count": 3}, {"hts": "8471.30.0100"} ]} }
            """;

    /** A placed importer whose entry is of another industry. */
    public static final String PLACED = """
            { "importer": {"number": "31-550055000"}, "asOf": "2026-11-25", "activity": "REDELIVERY",
              "account": {"center": "CEE005", "since": "2019-04-01"},
              "entry": {"number": "OHC00000017", "port": "4101", "lines": [ {"hts": "8471.30.0100"} ]} }
            """;

    @Test
    void route_contractExample_answersEveryFieldInPlace() {
        json(COURIER)
                .post("/v1/routings")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/decisions/"))
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .body("importer.number", equalTo("98-765432100"))
                .body("importer.kind", equalTo("COURIER"))
                .body("activity", equalTo("ENTRY_SUMMARY"))
                .body("entry", equalTo("FPX00000011"))
                .body("status", equalTo("ROUTED"))
                .body("office", equalTo("CENTER"))
                .body("center.code", equalTo("CEE004"))
                .body("center.office", equalTo("San Francisco"))
                .body("port", nullValue())
                .body("basis", equalTo("PREDOMINANCE"))
                .body("reviews", empty())
                .body("warnings", empty())
                .body("explanation.summary", startsWith("Goes to Apparel, Footwear & Textiles: entry summaries are"))
                .body("explanation.tallies.center", contains("CEE004", "CEE007"))
                .body("explanation.tallies[0].share", equalTo("0.7500"))
                .body("explanation.tallies[0].headings[0].rule", equalTo("MEM-0403"))
                .body(
                        "explanation.steps.rule",
                        contains("ELG-002", "MEM-0403", "MEM-0712", "PRE-001", "RTE-001", "RTE-103"))
                .body("explanation.steps.stage", hasItems("activities", "entries", "eligibility"))
                .body("explanation.steps[4].standing", equalTo("found"))
                .body("explanation.steps[4].source.file", equalTo("rules/routing/activities.drl"))
                .body("explanation.notFired.rule", hasItems("ACC-001", "RTE-101", "RTE-102"))
                .body("explanation.flips[0].lines", equalTo(3))
                .body("receipt.rulebook", startsWith("sha256:"))
                .body("receipt.facts", startsWith("sha256:"))
                .body("receipt.schedule", equalTo("hts-2026-rev4"))
                .body("receipt.asOf", equalTo("2026-11-25"))
                .body("receipt.leaf", matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void route_placedImporter_goesToItsCenterAndThePort() {
        json(PLACED)
                .post("/v1/routings?explain=summary")
                .then()
                .statusCode(201)
                .body("office", equalTo("BOTH"))
                .body("center.code", equalTo("CEE005"))
                .body("port", equalTo("4101"))
                .body("basis", equalTo("ACCOUNT"))
                .body("explanation.tallies", empty())
                .body("explanation", not(hasItem("steps")));
    }

    @Test
    void route_seizureOfAPlacedImporter_isForThePort() {
        json(PLACED.replace("REDELIVERY", "FINES_PENALTIES_FORFEITURES"))
                .post("/v1/routings")
                .then()
                .statusCode(201)
                .body("office", equalTo("PORT"))
                .body("center", nullValue())
                .body("basis", nullValue())
                .body("port", equalTo("4101"))
                .body("explanation.steps.outcome", contains("SET_ASIDE", "DECIDED", "SET_ASIDE"));
    }

    @Test
    void route_drawbackOfNobodyPlaced_isForTheDrawbackOfficeAndFoundByIt() {
        json(PLACED.replace("REDELIVERY", "DRAWBACK").replaceAll("\"account\": \\{[^}]*}", "\"account\": null"))
                .post("/v1/routings")
                .then()
                .statusCode(201)
                .body("office", equalTo("DRAWBACK_OFFICE"))
                .body("center", nullValue())
                .body("port", nullValue());
        given().get("/v1/decisions?center=DRAWBACK_OFFICE")
                .then()
                .statusCode(200)
                .body("decisions.center", hasItem("DRAWBACK_OFFICE"));
    }

    @ParameterizedTest
    @CsvSource({"PSC, POST_SUMMARY_CORRECTION", "cf-28, REQUEST_FOR_INFORMATION", "1520(d), PREFERENCE_CLAIM"})
    void route_activityInTheTradesWords_isReadAndSaidSo(String word, String activity) {
        json(PLACED.replace("REDELIVERY", word))
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("activity", equalTo(activity))
                .body("warnings.code", contains("ACTIVITY_WORD"))
                .body("warnings[0].message", equalTo("`activity` `" + word + "` is read as `" + activity + "`"));
    }

    @Test
    void route_activityByItsNameInSmallLetters_needsNoWarning() {
        json(PLACED.replace("REDELIVERY", "post summary correction"))
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("activity", equalTo("POST_SUMMARY_CORRECTION"))
                .body("warnings", empty());
    }

    @Test
    void route_wordThatNobodyRoutes_saysWhereToAsk() {
        json(PLACED.replace("REDELIVERY", "PARTITION"))
                .post("/v1/routings?record=false")
                .then()
                .statusCode(400)
                .body("issues[0].message", equalTo("`activity` `PARTITION` is not an activity that the rules route"))
                .body("issues[0].help", containsString("ask the port of entry"))
                .body("issues[0].help", not(containsString("PETITION")));
    }

    @Test
    void route_recorded_locationReturnsTheSameBytes() {
        Response routing = json(COURIER).post("/v1/routings");

        assertThat(given().get(routing.header("Location")).asByteArray()).isEqualTo(routing.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "summary"})
    void replay_recordedRouting_isTheSameByteForByte(String explain) {
        for (String body : List.of(COURIER, PLACED, PLACED.replace("REDELIVERY", "EXAMINATION"))) {
            Response routing = json(body).queryParam("explain", explain).post("/v1/routings");

            given().post(routing.header("Location") + "/replay")
                    .then()
                    .statusCode(200)
                    .body("same", equalTo(true))
                    .body("differences", empty())
                    .body("leaf.recorded", equalTo(routing.path("receipt.leaf")))
                    .body("leaf.replayed", equalTo(routing.path("receipt.leaf")))
                    .body("decision.explanation", equalTo(routing.path("explanation")));
        }
    }

    @Test
    void facts_ofARouting_areMaskedAndWhole() {
        Response routing = json(COURIER.replace("98-765432100", "123-45-6789")).post("/v1/routings");

        given().get(routing.header("Location") + "/facts")
                .then()
                .statusCode(200)
                .body("facts.activity", equalTo("ENTRY_SUMMARY"))
                .body("facts.importer.number", equalTo("***-**-6789"))
                .body("facts.importer.name", equalTo("***"))
                .body("facts.entry.port", equalTo("1703"))
                .body("facts.entry.lines.hts[0]", contains("6110.20.1010"));
        assertThat(routing.asString()).doesNotContain("123-45-6789");
    }

    @Test
    void route_recordFalse_answersWithoutIdAndPlace() {
        json(COURIER)
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("receipt.index", nullValue())
                .body("center.code", equalTo("CEE004"));
    }

    @Test
    void route_sameKeySameBody_returnsTheFirstRouting() {
        String key = UUID.randomUUID().toString();
        Response first = json(COURIER).header("Idempotency-Key", key).post("/v1/routings");
        Response second = json(COURIER).header("Idempotency-Key", key).post("/v1/routings");

        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        json(PLACED).header("Idempotency-Key", key).post("/v1/routings").then().statusCode(409);
        json(EXAMPLE)
                .header("Idempotency-Key", key)
                .post("/v1/placements")
                .then()
                .statusCode(409);
    }

    @Test
    void route_accountOnFile_isUsedWhenTheRequestLeavesItOpen() {
        String number = "77-000000901";
        String open = PLACED.replace("31-550055000", number)
                .replace("\"account\": {\"center\": \"CEE005\", \"since\": \"2019-04-01\"},", "");
        json(open).post("/v1/routings?record=false").then().statusCode(200).body("center.code", equalTo("CEE007"));

        given().header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .body("{\"center\":\"CEE010\",\"since\":\"2020-01-01\",\"author\":\"jd\",\"reason\":\"test\"}")
                .put("/v1/accounts/" + number)
                .then()
                .statusCode(matchesOk());

        json(open)
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("center.code", equalTo("CEE010"))
                .body("basis", equalTo("ACCOUNT"));
        json(open.replace("\"asOf\"", "\"account\": null, \"asOf\""))
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("center.code", equalTo("CEE007"));
    }

    private static org.hamcrest.Matcher<Integer> matchesOk() {
        return org.hamcrest.Matchers.oneOf(200, 201);
    }

    @Test
    void route_faults_areAnsweredAllAtOnce() {
        json("{\"importer\":{\"number\":\"31-55\"},\"asOf\":\"2016-01-01\",\"activity\":\"PARTITION\",\"evidence\":[],"
                        + "\"entry\":{\"number\":\"OHC00000017\",\"port\":\"41\",\"lines\":[{\"hts\":\"8471.3\"}],\"ports\":1}}")
                .post("/v1/routings?explian=full")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-facts"))
                .body(
                        "issues.code",
                        contains(
                                "PARAMETER_UNKNOWN",
                                "IMPORTER_NUMBER_MALFORMED",
                                "AS_OF_BEFORE_COVERAGE",
                                "VALUE_UNKNOWN",
                                "FIELD_UNKNOWN",
                                "VALUE_MALFORMED",
                                "HTS_TOO_SHORT",
                                "FIELD_UNKNOWN"))
                .body("issues.pointer", hasItems("/activity", "/entry/port", "/entry/lines/0/hts"))
                .body("issues[3].help", containsString("`GET /v1/centers` lists them"))
                .body(
                        "issues[2].message",
                        equalTo("`asOf` `2016-01-01` lies before `2017-01-19`, the first day the rules cover"))
                .body("issues[5].message", equalTo("`entry.port` `41` is not the code of a port"));
    }

    @ParameterizedTest
    @CsvSource({"EXAMINATION", "SAMPLING"})
    void route_portMissing_isToldWithTheOtherFaults(String activity) {
        json("{\"importer\":{\"number\":\"31-550055000\"},\"activity\":\"" + activity
                        + "\",\"entry\":{\"lines\":[{\"hts\":\"\"}]}}")
                .post("/v1/routings")
                .then()
                .statusCode(400)
                .body("issues.code", contains("HTS_EMPTY", "PORT_MISSING"))
                .body("issues[1].pointer", equalTo("/entry/port"))
                .body(
                        "issues[1].message",
                        equalTo("`entry.port` is required, since the port director handles `" + activity + "`"));
    }

    @Test
    void route_nothingToGoBy_isRefused() {
        json("{\"importer\":{\"number\":\"31-550055000\"},\"activity\":\"PROTEST\",\"account\":null}")
                .post("/v1/routings")
                .then()
                .statusCode(400)
                .body("issues.code", contains("NO_CLASSIFIABLE_LINE"))
                .body("issues[0].pointer", equalTo("/entry/lines"));
    }

    @Test
    void route_lineOfAnotherEntry_isRefused() {
        json(COURIER.replace("{\"hts\": \"8471.30.0100\"}", "{\"hts\": \"8471.30.0100\", \"entry\": \"FPX-0000002-9\"}")
                        .replace("\"count\": 3", "\"count\": 3, \"entry\": \"fpx-0000001-1\""))
                .post("/v1/routings")
                .then()
                .statusCode(400)
                .body("issues.code", contains("ENTRY_OF_ANOTHER"))
                .body("issues[0].pointer", equalTo("/entry/lines/1/entry"))
                .body("issues[0].message", equalTo("entry line 2 is of entry `FPX-0000002-9`, not of `FPX00000011`"));
    }

    @Test
    void list_byKind_findsRoutingsAmongPlacements() {
        String number = "77-000000902";
        json(PLACED.replace("31-550055000", number)).post("/v1/routings").then().statusCode(201);
        json(PLACED.replace("31-550055000", number).replace("REDELIVERY", "EXPORT"))
                .post("/v1/routings")
                .then()
                .statusCode(201);
        json(EXAMPLE.replace("12-345678900", number))
                .post("/v1/placements")
                .then()
                .statusCode(201);

        given().get("/v1/decisions?importer=" + number)
                .then()
                .statusCode(200)
                .body("decisions.kind", contains("PLACEMENT", "ROUTING", "ROUTING"))
                .body("decisions.status", contains("PLACED", "ROUTED", "ROUTED"))
                .body("decisions.center", contains("CEE007", "PORT", "CEE005"));
        given().get("/v1/decisions?kind=ROUTING&center=PORT&status=ROUTED&importer=" + number)
                .then()
                .statusCode(200)
                .body("decisions.rules[0]", hasItem("RTE-034"))
                .body("decisions.center", contains("PORT"));
        given().get("/v1/decisions/counts?by=center&kind=PLACEMENT&importer=" + number)
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        given().get("/v1/decisions?kind=ROUTINGS")
                .then()
                .statusCode(400)
                .body("issues[0].help", equalTo("did you mean `ROUTING`?"));
    }

    @Test
    void proof_ofARouting_isGiven() {
        Response routing = json(COURIER).post("/v1/routings");
        given().get(routing.header("Location") + "/proof")
                .then()
                .statusCode(200)
                .body("leaf", equalTo(routing.path("receipt.leaf")))
                .body("index", equalTo(routing.path("receipt.index")));
    }

    @Test
    void batch_linesOfAllKinds_areAnsweredInTheirOrder() {
        String body = oneLine(COURIER) + "\n\n" + "{\"activity\":\n" + oneLine(PLACED) + "\r\n  \n"
                + oneLine(PLACED.replace("4101", "")) + "\n" + oneLine(PLACED.replace("REDELIVERY", "BOND"));
        Response answer = batch(body, "record=false");

        answer.then().statusCode(200).contentType("application/x-ndjson");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).contains("\"entry\":\"FPX00000011\"", "\"code\":\"CEE004\"");
        assertThat(lines.get(1)).startsWith("{\"line\":3,\"problem\":{\"type\":\"/problems/invalid-facts\"");
        assertThat(lines.get(2)).contains("\"office\":\"BOTH\"").doesNotContain("\"steps\"");
        assertThat(lines.get(3)).startsWith("{\"line\":6,").contains("VALUE_MALFORMED");
        assertThat(lines.get(4)).contains("\"activity\":\"BOND\"", "\"id\":null");
        assertThat(answer.asString()).endsWith("\n");
    }

    @Test
    void batch_recorded_eachLineIsARouting() {
        String key = UUID.randomUUID().toString();
        String body = oneLine(COURIER) + "\n" + "[]\n" + oneLine(PLACED) + "\n";
        List<String> first = keyed(key, body).asString().lines().toList();
        List<String> again = keyed(key, body).asString().lines().toList();

        assertThat(again).isEqualTo(first).hasSize(3);
        String id = first.get(2).replaceAll("^\\{\"id\":\"([^\"]+)\".*", "$1");
        assertThat(given().get("/v1/decisions/" + id).asString()).isEqualTo(first.get(2));
        given().post("/v1/decisions/" + id + "/replay").then().statusCode(200).body("same", equalTo(true));
        List<String> other =
                keyed(key, oneLine(PLACED) + "\n").asString().lines().toList();
        assertThat(other).hasSize(1);
        assertThat(other.get(0)).startsWith("{\"line\":1,\"problem\":{\"type\":\"/problems/idempotency-conflict\"");
    }

    @Test
    void batch_manyLines_keepTheirOrder() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            body.append(oneLine(COURIER.replace("FPX00000011", "E" + i))).append('\n');
        }
        List<String> lines =
                batch(body.toString(), "record=false").asString().lines().toList();

        assertThat(lines).hasSize(3_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).contains("\"entry\":\"E" + i + "\"");
        }
    }

    @Test
    void route_socialSecurityNumberAsEntryNumber_isAnsweredMasked() {
        String lost = COURIER.replace("FPX00000011", "123-45-6789")
                .replace("{\"hts\": \"8471.30.0100\"}", "{\"hts\": \"9903.88.15\", \"entry\": \"123-45-6789\"}");

        json(lost)
                .post("/v1/routings?record=false")
                .then()
                .statusCode(200)
                .body("entry", equalTo("***-**-6789"))
                .body("explanation.notCounted.examples.flatten()", contains("***-**-6789"));
    }

    @Test
    void batch_faultyRequest_isRefusedAsAWhole() {
        batch(oneLine(COURIER), "record=perhaps")
                .then()
                .statusCode(400)
                .body("issues.code", everyItem(equalTo("VALUE_UNKNOWN")));
        given().header("Content-Type", "application/json")
                .body(COURIER)
                .post("/v1/routings/batch")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        batch("", "record=false").then().statusCode(200).body(equalTo(""));
    }

    private static Response batch(String body, String query) {
        return given().header("Content-Type", "application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/routings/batch?" + query);
    }

    private static Response keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/routings/batch?explain=full");
    }

    public static String oneLine(String body) {
        return body.replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
