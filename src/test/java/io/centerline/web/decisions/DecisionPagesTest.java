package io.centerline.web.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agroal.api.AgroalDataSource;
import io.centerline.journal.ErasedFacts;
import io.centerline.journal.Journal;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class DecisionPagesTest {
    /** Electronics leads by count, Base Metals by value; some lines are too old. */
    static final String SHARES = """
            {"importer": {"number": "19-190019001", "name": "Lamps & Steel", "kind": "IMPORTER"}, "asOf": "2026-11-25",
             "lines": [{"hts": "8471.30.0100", "date": "2026-03-02", "count": 39, "value": "3700.00"},
                       {"hts": "7208.10.1500", "date": "2026-04-02", "count": 12, "value": "90000.00"},
                       {"hts": "8471.30.0100", "date": "2024-03-02", "count": 3}]}
            """;

    private final Journal journal;
    private final AgroalDataSource pool;

    DecisionPagesTest(Journal journal, AgroalDataSource pool) {
        this.journal = journal;
        this.pool = pool;
    }

    static String record(String request) {
        return json(request)
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    @Test
    void decision_forTheImporter_answersFirst() {
        String id = record(SHARES);
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            Page page = window.page();
            assertThat(page.locator("h1")).hasText("Placed in Electronics");
            assertThat(page.locator(".summary")).containsText("39 of 51 entry lines belong there");
            assertThat(page.locator("table.shares tbody tr")).hasCount(2);
            assertThat(page.locator("main")).containsText("28 more lines in Base Metals would move it there");
            assertThat(page.getByText("The packet of an appeal"))
                    .hasAttribute("href", "/v1/decisions/" + id + "/appeal-packet");
            assertThat(page.getByText("The account 19-190019001")).hasAttribute("href", "/accounts/19-190019001");
            window.hold("decision-importer");
        }
    }

    @Test
    void decision_forTheAnalyst_showsEachRuleWithItsTextAndTheValuesFound() {
        String id = record(SHARES);
        try (Chromium.Window window = Chromium.open("/decisions/" + id)) {
            Page page = window.page();
            follow(page, "Analyst");
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*level=analyst$"));
            assertThat(page.locator(".for-analyst ol.steps > li")).hasCount(6);
            page.locator("details.ruletext summary").nth(4).click();
            assertThat(page.locator("details.ruletext tr.start").nth(4)).containsText("rule \"PRE-001");
            assertThat(page.locator("details.ruletext tr.found").nth(4))
                    .containsText("Electronics has 39 entry lines (76.47 %), more than any other Center");
            page.locator("details.ruletext summary").last().click();
            assertThat(page.locator("details.ruletext tr.failed").last()).containsText("Totals( versions > 0");
            window.hold("decision-analyst");
        }
    }

    @Test
    void buttons_verifyAndReplay_showEachStep() {
        String id = record(SHARES);
        try (Chromium.Window window = Chromium.open("/decisions/" + id + "?level=auditor")) {
            Page page = window.page();
            page.getByText("Verify now").click();
            assertThat(page.locator("#done .audit li.holds")).hasCount(4);
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*level=auditor$"));
            page.locator("#done summary").nth(1).click();
            window.hold("decision-auditor");
            page.getByText("Decide again").click();
            assertThat(page.locator("#done")).containsText("the same, byte for byte");
        }
    }

    @Test
    void decision_withoutScript_isReadAndVerified() {
        String id = record(SHARES);
        try (Chromium.Window window = Chromium.openWithoutScript("/decisions/" + id)) {
            Page page = window.page();
            assertThat(page.getByText("Print", new Page.GetByTextOptions().setExact(true)))
                    .isHidden();
            follow(page, "Auditor");
            page.getByText("Verify now").click();
            assertThat(page.locator("#done .audit li.holds")).hasCount(4);
            page.getByText("Decide again").click();
            assertThat(page.locator("#done")).containsText("the same, byte for byte");
        }
        given().redirects()
                .follow(false)
                .get("/decisions/" + id + "/verify")
                .then()
                .statusCode(303)
                .header("Location", containsString("/decisions/" + id + "?level=auditor"));
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
                .body(containsString(
                        "summary: was `Placed in Electronics: by hand`, is `Placed in Electronics: 39 of 51"));
    }

    @Test
    void decision_hostileTexts_areShownAsTexts() throws Exception {
        String sent = SHARES.replace("Lamps & Steel", HostileText.TEXT.replace("\"", "\\\""))
                .replace(
                        "\"asOf\"",
                        "\"evidence\":[{\"factor\":\"BUSINESS_PRACTICE\",\"center\":\"CEE007\",\"recordedBy\":\"A\","
                                + "\"recordedOn\":\"2026-01-02\",\"reference\":\""
                                + HostileText.TEXT.replace("\"", "\\\"") + "\"}],\"asOf\"");
        UUID id = RecordedBodies.altered(journal, record(sent), body -> {
            ObjectNode why = (ObjectNode) body.path("explanation");
            why.put("summary", "Placed: " + HostileText.TEXT);
            why.path("steps")
                    .forEach(step -> ((ObjectNode) step)
                            .put("sentence", HostileText.TEXT)
                            .put("citation", HostileText.TEXT));
            why.path("notFired").forEach(rule -> ((ObjectNode) rule).put("title", HostileText.TEXT));
            why.withArray("flips").addObject().put("center", "CEE001").put("sentence", HostileText.TEXT);
            body.withArray("warnings").addObject().put("code", "X").put("message", HostileText.TEXT);
            return body;
        });
        try (Chromium.Window window = Chromium.open("/decisions/" + id + "?level=analyst")) {
            Page page = window.page();
            assertThat(page.locator(".summary")).hasText(HostileText.TEXT);
            assertThat(page.locator(".for-analyst ol.steps > li > p").first()).hasText(HostileText.TEXT);
            for (String level : new String[] {"analyst", "importer", "auditor"}) {
                page.navigate("/decisions/" + id + "?level=" + level);
                assertThat(page.evaluate("window.hostile")).as(level).isNull();
            }
            assertThat(window.errors()).isEmpty();
        }
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
                .body(containsString("query parameter `level` `judge` is not known"));
    }
}
