package io.centerline.web.decisions;

import static io.centerline.api.Requests.json;
import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.centerline.journal.ErasedFacts;
import io.centerline.journal.Journal;
import io.centerline.journal.StoreResource;
import io.centerline.journal.Tampering;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the pages of a decision answer, whoever asks. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class DecisionAnswersTest {
    private final Journal journal;
    private final AgroalDataSource pool;

    DecisionAnswersTest(Journal journal, AgroalDataSource pool) {
        this.journal = journal;
        this.pool = pool;
    }

    @Test
    void replay_decisionThatSaysSomethingElse_namesEveryDifference() throws Exception {
        UUID id = RecordedBodies.altered(journal, record(SHARES), body -> {
            ((ObjectNode) body.path("explanation")).put("summary", "Placed in Electronics: by hand");
            return body;
        });

        given().post("/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body(containsString("not the same"))
                .body(
                        containsString(
                                "summary: was <code>Placed in Electronics: by hand</code>, is <code>Placed in Electronics: 39 of 51"));
    }

    @Test
    void decision_ofEarlierContractsAndRoutings_areShown() throws Exception {
        for (int contract : new int[] {1, 2, 3}) {
            UUID placed = RecordedBodies.ofContract(
                    journal,
                    contract,
                    body -> !body.has("activity") && body.path("explanation").has("steps"));
            UUID routed = RecordedBodies.ofContract(
                    journal, contract, body -> body.path("office").asText().equals("PORT"));
            UUID summary = RecordedBodies.ofContract(
                    journal,
                    contract,
                    body -> body.path("status").asText().equals("PENDING")
                            && !body.path("explanation").has("steps"));
            for (UUID id : new UUID[] {placed, routed, summary}) {
                for (String level : new String[] {"importer", "analyst", "auditor"}) {
                    String page = given().get("/decisions/" + id + "?level=" + level)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    assertThat(page).doesNotContain("NOT_FOUND").contains("contract " + contract);
                }
            }
            given().get("/decisions/" + placed + "?level=analyst").then().body(containsString("There is no rulebook"));
            given().get("/decisions/" + summary + "?level=analyst")
                    .then()
                    .body(containsString("The decision was recorded with a summary only."));
            given().get("/decisions/" + routed).then().body(containsString("Goes to the director of port"));
        }
    }

    @Test
    void decision_erasedFacts_saysSoAndVerifies() {
        io.restassured.response.Response decision = json(SHARES).post("/v1/placements");
        int index = decision.path("receipt.index");
        String id = decision.path("id");
        ErasedFacts.erase(pool, index, index + 1);

        given().get("/decisions/" + id)
                .then()
                .statusCode(200)
                .body(containsString("the facts of this decision were erased on 2026-11-25T01:02:03Z"));
        given().post("/decisions/" + id + "/verify").then().statusCode(200).body(containsString("not shown"));
        given().post("/decisions/" + id + "/replay")
                .then()
                .statusCode(200)
                .body(containsString("there are no facts to decide it from"));
    }

    @Test
    void verify_factsOrBodySwapped_showsIt() throws Exception {
        io.restassured.response.Response decision = json(SHARES).post("/v1/placements");
        int index = decision.path("receipt.index");
        String at = "/decisions/" + decision.path("id");
        Tampering.rewrite(pool, index, "facts", facts -> facts.replace("8471", "8472"));
        try {
            given().get(at).then().statusCode(200);
            given().post(at + "/verify")
                    .then()
                    .statusCode(200)
                    .body(containsString("class=\"fails\""))
                    .body(containsString("are not those its receipt commits to"));
        } finally {
            Tampering.rewrite(pool, index, "facts", facts -> facts.replace("8472", "8471"));
        }
        Tampering.rewrite(pool, index, "body", body -> body.replace("CEE007", "CEE001"));
        try {
            given().accept("text/html")
                    .get(at)
                    .then()
                    .statusCode(500)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("does not give the leaf"));
        } finally {
            Tampering.rewrite(pool, index, "body", body -> body.replace("CEE001", "CEE007"));
        }
        given().post(at + "/verify").then().statusCode(200).body(not(containsString("class=\"fails\"")));
    }

    @Test
    void decision_factsGoneWithoutErasure_isShownWithTheFault() throws Exception {
        io.restassured.response.Response decision = json(SHARES).post("/v1/placements");
        int index = decision.path("receipt.index");
        String kept =
                "create table kept_facts as select index, facts, facts_gz, salt from decision where index = " + index;
        Tampering.run(
                pool, kept, "update decision set facts = null, facts_gz = null, salt = null where index = " + index);
        try {
            given().get("/decisions/" + decision.path("id"))
                    .then()
                    .statusCode(200)
                    .body(containsString("the log holds no erasure that took them"));
        } finally {
            Tampering.run(
                    pool,
                    "update decision d set facts = k.facts, facts_gz = k.facts_gz, salt = k.salt from kept_facts k"
                            + " where k.index = d.index",
                    "drop table kept_facts");
        }
    }

    @Test
    void decision_unknown_isAPageThatSaysSo() {
        given().accept("text/html")
                .get("/decisions/01a22e62-95fe-7b92-8160-000000000000")
                .then()
                .statusCode(404)
                .contentType(equalTo("text/html;charset=UTF-8"))
                .body(containsString("no decision has this id"));
        given().accept("text/html").get("/decisions/nothing").then().statusCode(404);
        given().accept("text/html")
                .get("/decisions/" + record(SHARES) + "?level=judge")
                .then()
                .statusCode(400)
                .body(containsString("query parameter <code>level</code> <code>judge</code> is not known"));
    }

    @Test
    void compare_numberOfTheOther_findsItAndOffersThoseOfTheImporter() {
        String one = record(SHARES);
        String other = record(SHARES);
        int number = given().get("/v1/decisions/" + other).path("receipt.index");

        given().get("/decisions/" + one + "/compare")
                .then()
                .statusCode(200)
                .body(containsString("/compare?with=" + number + "\">no. " + number + "</a>"));
        for (String typed : new String[] {"" + number, " no. " + number}) {
            given().queryParam("with", typed)
                    .get("/decisions/" + one + "/compare")
                    .then()
                    .statusCode(200)
                    .body(containsString("<a href=\"/decisions/" + other + "\">no. " + number + "</a>"));
        }
        given().get("/decisions/" + one + "/compare?with=999999999")
                .then()
                .statusCode(422)
                .body(containsString("no decision has this number or id"));
    }

    @Test
    void decision_adopted_opensTheAccountAndLinksToIt() {
        String id = record(SHARES.replace("19-190019001", "19-190019007"));
        String at = "/decisions/" + id;
        given().get(at)
                .then()
                .body(containsString("No account is on file for 19-190019007"))
                .body(containsString("/adoption\" hx-boost=\"true\""))
                .body(not(containsString("href=\"/accounts/19-190019007\"")));

        given().accept("text/html")
                .formParam("version", 0)
                .formParam("author", "jd")
                .formParam("since", "2026-11-31")
                .post(at + "/adoption")
                .then()
                .statusCode(422)
                .body(containsString("value=\"jd\""))
                .body(containsString("id=\"f-reason-faults\""));
        given().redirects()
                .follow(false)
                .formParam("version", 0)
                .formParam("author", "jd")
                .formParam("reason", "reviewed")
                .post(at + "/adoption")
                .then()
                .statusCode(303)
                .header("Location", containsString("/accounts/19-190019007"));

        String next = record(SHARES.replace("19-190019001", "19-190019007"));
        given().accept("text/html")
                .formParam("version", 0)
                .formParam("author", "kl")
                .formParam("reason", "reviewed as well")
                .post("/decisions/" + next + "/adoption")
                .then()
                .statusCode(412)
                .body(containsString("it is at version 1 now"))
                .body(containsString("value=\"reviewed as well\""))
                .body(containsString("name=\"version\" value=\"1\""));

        given().get(at)
                .then()
                .body(containsString("href=\"/accounts/19-190019007\""))
                .body(containsString("This decision is its placement on file."))
                .body(not(containsString("/adoption\"")));
    }

    @Test
    void decision_thatAssignsNoCenter_offersNoAppealAndRoutingsNoShares() {
        String broker = record(SHARES.replace("\"IMPORTER\"", "\"BROKER\""));
        String placed = record(SHARES);
        String routed =
                json("""
                {"importer": {"number": "19-190019003", "kind": "BROKER"}, "asOf": "2026-11-25", "activity": "DRAWBACK",
                 "account": null}
                """).post("/v1/routings").then().statusCode(201).extract().path("id");

        given().get("/decisions/" + broker)
                .then()
                .body(not(containsString("appeal-packet")))
                .body(containsString("Broker"));
        given().get("/decisions/" + placed).then().body(containsString("appeal-packet"));
        given().get("/decisions/" + routed)
                .then()
                .statusCode(200)
                .body(not(containsString("No entry line was counted")));
    }

    @Test
    void lists_ofADecision_areFilesToo() {
        String at = "/decisions/" + record(SHARES) + "/lists/";

        given().accept("text/html,*/*;q=0.8")
                .get(at + "shares.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("CEE007,Electronics,39,0.76"));
        given().get(at + "steps.csv").then().statusCode(200).body(containsString(",PRE-001,DECIDED,"));
        for (String name : new String[] {"shares.xlsx", "steps.xlsx"}) {
            byte[] workbook =
                    given().get(at + name).then().statusCode(200).extract().asByteArray();
            assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        }
    }

    @Test
    void rules_ofADecision_areThoseOfItsRulebook() {
        io.restassured.response.Response decision = json(SHARES).post("/v1/placements");
        String rulebook = decision.path("receipt.rulebook");
        given().get("/decisions/" + decision.path("id") + "?level=analyst")
                .then()
                .body(containsString("href=\"/rules/PRE-001?rulebook=" + rulebook + "\""));
        given().accept("text/html")
                .get("/rules/PRE-001?rulebook=" + rulebook)
                .then()
                .statusCode(200);
    }

    @Test
    void compare_sameDecision_partsNowhere() {
        String id = record(SHARES);

        given().get("/decisions/" + id + "/compare?with=" + id)
                .then()
                .statusCode(200)
                .body(containsString("All steps are the same."))
                .body(not(containsString("Here they part")));
    }

    @Test
    void decision_warnings_areSaidAtEveryLevel() {
        String id = record(SHARES.replace("\"8471.30.0100\", \"date\": \"2024-03-02\"", "\"8471.30.0199\""));

        for (ReadingLevel level : ReadingLevel.values()) {
            String page = given().get("/decisions/" + id + "?level=" + level.word())
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page)
                    .as(level.title())
                    .containsOnlyOnce("<h2 id=\"warnings\">")
                    .contains("8471.30.0199", "has no date and counts as if it lay in the window")
                    .doesNotContain(">/lines");
        }
    }

    @Test
    void compare_summaryOnly_saysSoAndComparesAnswerAndShares() {
        String whole = record(SHARES);
        io.restassured.response.Response summary = json(SHARES.replace("\"count\": 12", "\"count\": 13"))
                .queryParam("explain", "summary")
                .post("/v1/placements");
        int number = summary.path("receipt.index");
        String said = "No. " + number + " was recorded with a summary only: its steps were not kept.";

        given().get("/decisions/" + whole + "/compare?with=" + number)
                .then()
                .statusCode(200)
                .body(containsString(said))
                .body(containsString("Electronics 39 (76.5 %), Base Metals 12 (23.5 %)"))
                .body(containsString("Electronics 39 (75 %), Base Metals 13 (25 %)"))
                .body(not(containsString("Here they part")))
                .body(not(containsString("no such step")));
        given().get("/decisions/" + summary.path("id") + "/compare?with=" + number)
                .then()
                .body(containsString(said))
                .body(not(containsString("All steps are the same.")));
        given().get("/decisions/" + summary.path("id") + "?level=analyst")
                .then()
                .body(containsString("The decision was recorded with a summary only."))
                .body(not(containsString("<h2>Headings</h2>")));
    }

    @Test
    void verifyAndReplay_oneAfterTheOther_showBoth() {
        String at = "/decisions/" + record(SHARES);

        given().post(at + "/verify")
                .then()
                .body(containsString("form=\"replay\" name=\"verified\""))
                .body(not(containsString("Decided again")));
        given().formParam("verified", "true")
                .post(at + "/replay")
                .then()
                .statusCode(200)
                .body(containsString("Verified step by step"))
                .body(containsString("Decided again"));
        given().formParam("replayed", "true")
                .post(at + "/verify")
                .then()
                .statusCode(200)
                .body(containsString("Verified step by step"))
                .body(containsString("Decided again"));
    }
}
