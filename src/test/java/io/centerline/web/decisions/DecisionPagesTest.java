package io.centerline.web.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.agroal.api.AgroalDataSource;
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
            assertThat(page.locator("details.ruletext[open] tr.start")).containsText("rule \"PRE-001");
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
            assertThat(page.locator("#done")).containsText("Verified step by step");
        }
    }

    @Test
    void decision_conflictAndRouting_sayWhatIsLeftToAPerson() {
        String conflict = record(SHARES.replace("\"asOf\"", """
                "evidence": [{"factor": "BUSINESS_PRACTICE", "center": "CEE003", "recordedBy": "A", "recordedOn": "2026-01-02", "reference": "R1"},
                             {"factor": "INTENDED_USE", "center": "CEE001", "recordedBy": "A", "recordedOn": "2026-01-02", "reference": "R2"}],
                "asOf\""""));
        String routed =
                json("""
                {"importer": {"number": "19-190019003", "kind": "BROKER"}, "asOf": "2026-11-25", "activity": "ENTRY_SUMMARY",
                 "account": null, "entry": {"number": "ABC19190003", "lines": [{"hts": "6110.20.2079", "count": 3}]}}
                """).post("/v1/routings").then().statusCode(201).extract().path("id");
        try (Chromium.Window window = Chromium.open("/decisions/" + conflict)) {
            Page page = window.page();
            assertThat(page.locator(".answer .status")).containsText("conflict");
            assertThat(page.locator(".summary")).containsText("EVD-001 proposes Automotive & Aerospace");
            window.hold("decision-conflict");
            page.navigate("/decisions/" + routed + "?level=analyst");
            assertThat(page.locator("h1")).hasText("Goes to Apparel, Footwear & Textiles");
            assertThat(page.locator(".answer .status")).containsText("routed");
            assertThat(page.getByText("How to appeal")).hasCount(0);
            window.picture("decision-routed");
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
}
