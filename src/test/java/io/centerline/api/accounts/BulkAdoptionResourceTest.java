package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.centerline.api.accounts.ReassessmentResourceTest.account;
import static io.centerline.api.accounts.ReassessmentResourceTest.lines;
import static io.centerline.api.accounts.ReassessmentResourceTest.request;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.centerline.api.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class BulkAdoptionResourceTest {
    private static final String DAY = "2026-11-25";
    private static final String UNKNOWN = "01234567-89ab-7def-8123-456789abcdef";

    @Test
    void adopt_proposals_movesTheirAccountsOnce() {
        String one = account("CEE005");
        String other = account("CEE005");
        String first = proposal(one);
        String second = proposal(other);

        adopt("", first, second)
                .statusCode(200)
                .body("adopted.decision", contains(first, second))
                .body("adopted.importer", contains(one, other))
                .body("adopted.center", contains("CEE007", "CEE007"))
                .body("adopted.since", contains(DAY, DAY))
                .body("adopted.version", contains(2, 2))
                .body("adopted.effect", contains("PLACED", "PLACED"));
        get("/v1/accounts/" + other + "?asOf=" + DAY)
                .then()
                .body("center", equalTo("CEE007"))
                .body("placements[1].decision", equalTo(second));
        get("/v1/accounts/" + one + "/history")
                .then()
                .body("entries.author", contains("jd", "jd", "mk"))
                .body("entries[2].reason", equalTo("reviewed"));
        assertThat(get("/v1/reassessments?limit=1000").asString()).doesNotContain(one, other);

        adopt("", first, second)
                .statusCode(200)
                .body("adopted.version", contains(2, 2))
                .body("adopted.effect", contains("ADOPTED_BEFORE", "ADOPTED_BEFORE"));
        adopt("").statusCode(200).body("adopted", empty());
    }

    @Test
    void adopt_fromAnotherDay_placesFromThen() {
        String number = account("CEE005");
        adopt("\"since\": \"2027-01-01\",", proposal(number))
                .statusCode(200)
                .body("adopted.since", contains("2027-01-01"));
        get("/v1/accounts/" + number + "?asOf=2026-12-31").then().body("center", equalTo("CEE005"));
        get("/v1/accounts/" + number + "?asOf=2027-01-01").then().body("center", equalTo("CEE007"));
    }

    @Test
    void adopt_anyIssue_movesNothingAndTellsAll() {
        String sound = account("CEE005");
        String soundProposal = proposal(sound);
        String moved = account("CEE005");
        String movedProposal = proposal(moved);
        put(moved, placed("CEE009", DAY), "\"1\"").then().statusCode(200);
        String renamed = account("CEE005");
        String renamedProposal = proposal(renamed);
        put(renamed, "{\"name\": \"New name\", \"author\": \"jd\", \"reason\": \"letter\"}", "\"1\"")
                .then()
                .statusCode(200);
        String superseded = account("CEE005");
        String supersededProposal = proposal(superseded);
        proposal(superseded);
        String neverReassessed = AdoptionResourceTest.decide(Requests.of(number(), "IMPORTER", 1));
        String courier = AdoptionResourceTest.decide(Requests.of(number(), "COURIER", 1));

        adopt(
                        "",
                        soundProposal,
                        UNKNOWN,
                        movedProposal,
                        renamedProposal,
                        supersededProposal,
                        neverReassessed,
                        courier,
                        soundProposal)
                .statusCode(409)
                .body("type", equalTo("/problems/account-conflict"))
                .body(
                        "issues.pointer",
                        contains(
                                "/decisions/1",
                                "/decisions/2",
                                "/decisions/3",
                                "/decisions/4",
                                "/decisions/5",
                                "/decisions/6",
                                "/decisions/7"))
                .body(
                        "issues.code",
                        contains(
                                "DECISION_UNKNOWN",
                                "REASSESSMENT_OVERTAKEN",
                                "REASSESSMENT_OVERTAKEN",
                                "DECISION_NOT_ADOPTABLE",
                                "DECISION_NOT_ADOPTABLE",
                                "DECISION_NOT_ADOPTABLE",
                                "DECISION_NOT_ADOPTABLE"))
                .body("issues[2].message", containsString("reassessed at version 1 and is at version 2 now"))
                .body("issues[3].message", containsString("not what the last reassessment of the account proposes"))
                .body("issues[5].message", containsString("places nobody"))
                .body("issues[6].message", containsString("same importer as `/decisions/0`"));
        adopt("", soundProposal, renamedProposal)
                .statusCode(409)
                .body("issues.pointer", contains("/decisions/1"))
                .body("issues.code", contains("REASSESSMENT_OVERTAKEN"));
        get("/v1/accounts/" + sound).then().body("version", equalTo(1)).body("center", equalTo("CEE005"));

        adopt("", soundProposal, proposal(renamed)).statusCode(200).body("adopted.version", contains(2, 3));
    }

    @Test
    void adopt_faultyRequest_isRefusedAtOnce() {
        json("{\"author\": \" \", \"since\": \"May\", \"decisions\": [\"x\", 7], \"whose\": 1}")
                .post("/v1/reassessments/adoption?force=true")
                .then()
                .statusCode(400)
                .body(
                        "issues.pointer",
                        contains("?force", "/author", "/since", "/decisions/0", "/decisions/1", "/whose", "/reason"));
        adopt("", Collections.nCopies(1_001, UNKNOWN).toArray(String[]::new))
                .statusCode(400)
                .body("issues.code", contains("TOO_MANY_RECORDS"))
                .body("issues.pointer", contains("/decisions"));
    }

    private static String proposal(String number) {
        return lines(request(number, DAY, 3, 1)).get(0).at("/drift/proposal").asText();
    }

    private static ValidatableResponse adopt(String more, String... ids) {
        String list = ids.length == 0 ? "" : "\"" + String.join("\", \"", ids) + "\"";
        return json("{\"author\": \"mk\", \"reason\": \"reviewed\"," + more + " \"decisions\": [" + list + "]}")
                .post("/v1/reassessments/adoption")
                .then();
    }
}
