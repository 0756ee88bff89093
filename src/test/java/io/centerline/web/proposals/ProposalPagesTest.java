package io.centerline.web.proposals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.centerline.activation.RulebookStore;
import io.centerline.api.Uploads;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ProposalPagesTest {
    private static final String HOSTILE = HostileText.TEXT.replace("\u202E", "");

    @Inject
    RulebookStore versions;

    private String before;

    @BeforeEach
    void remember() {
        before = active();
    }

    /** Other tests expect the shipped rules. */
    @AfterEach
    void goBack() {
        activate(before, "").then().statusCode(200);
    }

    @Test
    void proposal_withoutScript_isApprovedAndActivated() throws IOException {
        String candidate = stored("// approved without script\n");
        try (Chromium.Window window = Chromium.openWithoutScript("/rules/proposals?rulebook=" + candidate)) {
            Page page = window.page();
            page.locator("#f-author").fill(HOSTILE);
            page.locator("#f-reason").fill("trial of " + HOSTILE);
            page.locator("button[type=submit]").click();

            assertThat(page.locator("h1")).containsText(": open");
            assertThat(page.locator("dl").first()).containsText("O'Neil & Sons");
            assertThat(page.locator("table.diff .added")).containsText("// approved without script");
            page.locator("#f-reviewer").fill("mk");
            page.locator("button[value=APPROVED]").click();
            assertThat(page.locator("h1")).containsText(": approved");
            page.locator("a:text-is('Activate it')").click();
            page.locator("#f-author").fill("jd");
            page.locator("#f-reason").fill("as proposed");
            // Other tests record decisions that no report can ask.
            page.locator("#f-undecidedReason").fill("looked at");
            page.locator("button:text-is('Activate')").click();

            assertThat(page.locator("table.history tbody tr").first()).containsText("Proposal ");
            page.locator("table.history tbody tr")
                    .first()
                    .locator("a:has-text('Proposal')")
                    .click();
            assertThat(page.locator("h1")).containsText(": activated");
            assertThat(page.locator("form")).hasCount(0);
        }
        assertThat(active()).isEqualTo(candidate);
    }

    @Test
    void review_returnedWithCommentsAtLines_showsThemThere() throws IOException {
        int number = proposed(stored("// returned with comments\n"));
        try (Chromium.Window window = Chromium.open("/rules/proposals/" + number)) {
            Page page = window.page();
            page.locator("tr.added summary").click();
            window.hold("proposal");
            page.reload();
            page.locator("tr.added summary").click();
            page.locator("tr.added input").fill("say which notice");
            page.locator("#f-comment").fill("not yet");
            page.locator("button[value=RETURNED]").click();
            assertThat(page.locator("#f-reviewer-faults")).containsText("is required");
            assertThat(page.locator("tr.added input")).hasValue("say which notice");
            page.locator("#f-reviewer").fill("mk");
            page.locator("button[value=RETURNED]").click();

            assertThat(page.locator("h1")).containsText(": returned");
            assertThat(page.locator("tr.added .remark")).hasText("mk: say which notice");
            assertThat(page.locator("#reviews + ol")).containsText("not yet");
            window.hold("proposal-returned");
            page.navigate(page.url().replaceFirst("/rules/proposals.*", "/rules/proposals"));
            assertThat(page.locator("table.history tbody tr").first()).containsText("returned");
            window.hold("proposals");
        }
        get("/v1/proposals/" + number)
                .then()
                .body("reviews[0].comments[0].file", equalTo(Uploads.ELECTRONICS))
                .body("reviews[0].comments[0].text", equalTo("say which notice"));
        get("/v1/journal/records?kind=review&limit=1000").then().body("records.about", hasItem(number + "/2"));
    }

    @Test
    void review_ofTwoAtOnce_keepsWhatTheSecondTypedAndShowsTheFirst() throws IOException {
        int number = proposed(stored("// two reviewers\n"));
        says(number, "1", "APPROVED", "ann", "").statusCode(303);

        says(number, "1", "RETURNED", "bob", "I see a fault")
                .statusCode(422)
                .body(containsString("somebody else said something of this proposal meanwhile"))
                .body(containsString("I see a fault"), containsString("<strong>approved</strong> by ann"))
                .body(containsString("name=\"version\" value=\"2\""));
        says(number, "2", "RETURNED", "bob", "I see a fault").statusCode(303);
        says(number, "3", "APPROVED", "ann", "")
                .statusCode(422)
                .body(containsString("is RETURNED, and nothing more is said of it"));
    }

    @Test
    void proposal_overtaken_isNotApprovedButMayBeWithdrawn() throws IOException {
        int number = proposed(stored("// overtaken\n"));
        activate(stored("// quicker\n"), "").then().statusCode(200);

        given().accept("text/html")
                .get("/rules/proposals/" + number)
                .then()
                .statusCode(200)
                .body(containsString(": overtaken</h1>"), containsString("carry its changes over"))
                .body(not(containsString("value=\"APPROVED\"")));
        says(number, "1", "APPROVED", "ann", "")
                .statusCode(422)
                .body(containsString("was overtaken: it was compared with <code>" + before));
        says(number, "1", "WITHDRAWN", "ann", "").statusCode(422).body(containsString("is required"));
        says(number, "1", "WITHDRAWN", "ann", "too late").statusCode(303);
        get("/v1/proposals/" + number).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void activation_quotingAProposal_isHeldToIt() throws IOException {
        String candidate = stored("// quoted\n");
        int number = proposed(candidate);

        activate(candidate, ", \"proposal\": " + number)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/approval-needed"))
                .body(
                        "detail",
                        startsWith("proposal " + number + " is OPEN; nothing was activated: let it be reviewed"));
        given().accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("expectedActive", before)
                .formParam("rulebook", candidate)
                .formParam("author", "jd")
                .formParam("reason", "r")
                .formParam("proposal", number)
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("aria-describedby=\"f-proposal-faults\""), containsString("is OPEN"));
        says(number, "1", "APPROVED", "mk", "").statusCode(303);
        activate(candidate, ", \"proposal\": " + number)
                .then()
                .statusCode(200)
                .body("activation.proposal", equalTo(number));
    }

    @Test
    void propose_whatCannotBe_isSaidBesideTheForm() {
        given().accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .formParam("rulebook", before)
                .formParam("author", HOSTILE)
                .formParam("reason", "r")
                .post("/rules/proposals")
                .then()
                .statusCode(422)
                .body(containsString("is active already"), not(containsString("<img src=x")));
        given().accept("text/html").get("/rules/proposals/0").then().statusCode(404);
        get("/rules/proposals/list.csv")
                .then()
                .statusCode(200)
                .body(startsWith("number,state,at,rulebook,base,author,reason,movedNumbers,impact,activation\r\n"));
        get("/rules/proposals/list.xlsx").then().statusCode(200);
    }

    private static ValidatableResponse says(
            int number, String version, String verdict, String reviewer, String comment) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("version", version)
                .formParam("verdict", verdict)
                .formParam("reviewer", reviewer)
                .formParam("comment", comment)
                .post("/rules/proposals/" + number)
                .then();
    }

    private static int proposed(String rulebook) {
        return json("{\"rulebook\": \"" + rulebook + "\", \"author\": \"jd\", \"reason\": \"trial\"}")
                .post("/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static Response activate(String rulebook, String more) {
        return json("{\"author\": \"tester\", \"reason\": \"trial\"" + more + "}")
                .post("/v1/rulebooks/" + rulebook + "/activation");
    }

    private String stored(String remark) throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + remark);
        return versions.store(RuleFolder.ofJson(Uploads.document(files)), "ann").hash();
    }

    private static String active() {
        return get("/v1/rulebooks/active").path("rulebook");
    }
}
