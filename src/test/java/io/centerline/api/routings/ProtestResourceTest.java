package io.centerline.api.routings;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.api.accounts.AccountResourceTest;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
public class ProtestResourceTest {
    public static final String TWO_PORTS = """
            { "importer": {"number": "31-550055000", "name": "Ohio Castings"}, "asOf": "2026-11-25",
              "account": {"center": "CEE005", "since": "2019-04-01"},
              "entries": [ {"number": "OHC00000025", "port": "2704", "lines": [ {"hts": "8471.30.0100"} ],
                            "merchandise": "castings", "decision": "classification"},
                           {"number": "OHC00000017", "port": "4101", "merchandise": "Castings", "decision": "classification"},
                           {"number": "HBR00000018", "port": "4101", "importer": {"number": "98-765432101", "kind": "BROKER"}} ] }
            """;

    @Test
    void consolidate_placedImporter_isOneProtest() {
        json(TWO_PORTS)
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(200)
                .body("importer.number", equalTo("31-550055000"))
                .body("asOf", equalTo("2026-11-25"))
                .body("summary", equalTo("1 protest covers 2 entries at 2 ports; 1 entry could not join"))
                .body("protests.size()", equalTo(1))
                .body("protests[0].center.code", equalTo("CEE005"))
                .body("protests[0].center.office", equalTo("Chicago"))
                .body("protests[0].basis", equalTo("ACCOUNT"))
                .body("protests[0].merchandise", equalTo("Castings"))
                .body("protests[0].decision", equalTo("classification"))
                .body("protests[0].assumes", empty())
                .body("protests[0].ports", contains("2704", "4101"))
                .body("protests[0].entries.number", contains("OHC00000017", "OHC00000025"))
                .body("protests[0].entries.port", contains("4101", "2704"))
                .body(
                        "protests[0].reasons",
                        contains(startsWith("Goes to Base Metals: protests are decided by the Center")))
                .body("apart.number", contains("HBR00000018"))
                .body("apart.code", contains("BROKERS_ENTRY"))
                .body("apart[0].reason", containsString("a customs broker, 98-765432101, is its importer of record"))
                .body("conditions.find { it.citation == '19 CFR 174.13(b)' }.standing", equalTo("found"))
                .body("conditions.standing", hasItem("inferred:low"))
                .body("warnings", empty())
                .body("rulebook", startsWith("sha256:"));
    }

    @Test
    void consolidate_faults_areAnsweredAllAtOnce() {
        json("{\"importer\":{\"number\":\"31-550055000\"},\"account\":null,\"entries\":[{\"number\":\" \",\"port\":\"27\"},"
                        + "{\"number\":\"A1\",\"lines\":[{\"hts\":\"8471.3\"}]},"
                        + "{\"number\":\"A2\",\"port\":\"2704\",\"lines\":[{\"hts\":\"8471.30.0100\",\"entry\":\"A3\"}]}]}")
                .post("/v1/protests/consolidations?record=false")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-facts"))
                .body(
                        "issues.code",
                        contains(
                                "PARAMETER_UNKNOWN",
                                "VALUE_MALFORMED",
                                "VALUE_MALFORMED",
                                "HTS_TOO_SHORT",
                                "FIELD_MISSING"))
                .body("issues[1].pointer", equalTo("/entries/0/number"))
                .body("issues[2].message", equalTo("entry 1: `port` `27` is not the code of a port"))
                .body("issues[4].message", equalTo("entry 2: `port` is required"));
        json("{\"importer\":{\"number\":\"31-550055000\"},\"entries\":[]}")
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/entries"));
        json("{\"importer\":{\"number\":\"31-550055000\"},\"entries\":[{\"number\":\"A2\",\"port\":\"2704\",\"lines\":"
                        + "[{\"hts\":\"8471.30.0100\",\"entry\":\"A3\"}]}]}")
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(400)
                .body("issues.code", contains("ENTRY_OF_ANOTHER"))
                .body("issues.pointer", contains("/entries/0/lines/0/entry"));
    }

    @Test
    void consolidate_accountLeftOpen_isWhatIsOnFile() {
        String number = "47-110220033";
        AccountResourceTest.put(number, AccountResourceTest.placed("CEE010", "2019-04-01"), null)
                .then()
                .statusCode(201);
        String entries = "\"asOf\":\"2026-11-25\",\"entries\":[{\"number\":\"A1\",\"port\":\"2704\"}]}";

        json("{\"importer\":{\"number\":\"" + number + "\"}," + entries)
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(200)
                .body("protests[0].center.code", equalTo("CEE010"))
                .body("protests[0].merchandise", nullValue());
        json("{\"importer\":{\"number\":\"" + number + "\"},\"account\":null," + entries)
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(200)
                .body("protests", empty())
                .body("apart.code", contains("NO_CLASSIFIABLE_LINE"));
    }

    @Test
    void consolidate_brokersEntryThatRepeatsItsNumberAlone_isNotContradicted() {
        String goods = "\"port\":\"2704\",\"lines\":[{\"hts\":\"8471.30.0100\"}]";
        json("{\"importer\":{\"number\":\"98-765432102\",\"kind\":\"BROKER\"},\"account\":null,\"entries\":["
                        + "{\"number\":\"A1\"," + goods + ",\"importer\":{\"number\":\"98-765432102\"}},"
                        + "{\"number\":\"A2\"," + goods + "},"
                        + "{\"number\":\"A2\",\"port\":\"2704\",\"merchandise\":\"circuits\"}]}")
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(200)
                .body("importer.kind", equalTo("BROKER"))
                .body("apart", empty())
                .body("protests.center.code", contains("CEE007", "CEE007"));
    }

    @Test
    void consolidate_tooManyEntries_isTooLarge() {
        String entry = "{\"number\":\"A1\",\"port\":\"2704\"}";
        json("{\"importer\":{\"number\":\"31-550055000\"},\"entries\":["
                        + String.join(",", Collections.nCopies(10_001, entry)) + "]}")
                .post("/v1/protests/consolidations")
                .then()
                .statusCode(413)
                .body("issues.code", contains("TOO_MANY_RECORDS"))
                .body("issues.pointer", contains("/entries"));
    }

    @Test
    void consolidate_afterwards_nothingIsRecorded() {
        int before = given().get("/v1/decisions/counts?by=center").path("total");

        json(TWO_PORTS).post("/v1/protests/consolidations").then().statusCode(200);

        given().get("/v1/decisions/counts?by=center").then().body("total", equalTo(before));
    }
}
