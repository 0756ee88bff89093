package io.centerline.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of law on its whole way through the browser: draft, check, proposal, approval, activation, and what serves then. */
@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class DraftToActivationTest {
    private static final String FILE = "membership/consumer-products.drl";

    /** What a page must not have twice. */
    private static final String TWICE = """
            () => {
              const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
              const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
              return document.querySelectorAll('h1').length === 1 ? twice : twice.concat('h1');
            }""";

    private String before;

    @BeforeEach
    void remember() {
        before = active();
    }

    /** Other tests expect the shipped rules. Decisions that no report can ask do not matter to them. */
    @AfterEach
    void goBack() {
        if (active().equals(before)) {
            return;
        }
        String report = json("{\"candidate\": \"" + before + "\"}")
                .post("/v1/rulebooks/impact")
                .path("id");
        await().until(() -> "DONE".equals(get("/v1/rulebooks/impacts/" + report).path("state")));
        json("{\"author\": \"tester\", \"reason\": \"back\", \"correction\": \"back\", \"impact\": \"" + report
                        + "\", \"undecidedReason\": \"tests\"}")
                .post("/v1/rulebooks/" + before + "/activation")
                .then()
                .statusCode(200);
    }

    @Test
    void draft_begunByForm_isProposedApprovedAndServes_andAnotherIsCarriedOver() {
        String other = WorkbenchPagesTest.draft("Overtaken");
        take(other);
        try (Chromium.Window window = Chromium.open("/rules/edit")) {
            Page page = window.page();
            page.getByLabel("Name").fill("Baby carriages");
            page.getByLabel("Author").fill("jd");
            window.hold("workbench-drafts");
            button(page, "Begin");
            assertThat(page.locator("h1")).hasText("Baby carriages");
            assertThat(page.locator("#changed")).hasText("0 changed files");
            String draft = page.url().replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", "");

            edit(page, draft);
            change(window, draft);
            check(window);
            propose(page);
            String serving = active();

            assertThat(serving).isNotEqualTo(before);
            page.navigate("/rules/headings/8715?asOf=2027-07-01");
            assertThat(page.locator("main table").first()).containsText("CEE003");
            page.navigate(other);
            assertThat(page.locator("#overtaken")).containsText("Another rulebook serves now.");
            button(page, "Carry over");
            assertThat(page.locator("#overtaken")).hasCount(0);
            assertThat(page.locator("#conflicts")).hasCount(0);
            assertThat(page.locator("#changed")).hasText("2 changed files");
            page.navigate(other + "/file?path=" + FILE);
            assertThat(page.locator(".cm-line").first()).containsText("// by hand");
        }
    }

    /** Another change, in files that the change of the test leaves alone. */
    private static void take(String draft) {
        given().redirects()
                .follow(false)
                .formParam("kind", "threshold")
                .formParam("rule", "PRE-005")
                .formParam("number", "8")
                .formParam("from", "2027-07-01")
                .formParam("citation", "90 FR 1")
                .formParam("take", "yes")
                .post(draft + "/change")
                .then()
                .statusCode(303);
    }

    /** Types a comment, with a slip that is found and goes. */
    private static void edit(Page page, String draft) {
        page.navigate(draft + "/file?path=" + FILE);
        assertThat(page.locator("#whole")).containsText("Sound");
        page.locator(".cm-line").first().click();
        page.keyboard().press("Control+Home");
        page.keyboard().type("rulle ");
        assertThat(page.locator("#found li").first()).containsText("line 1");
        for (int i = 0; i < "rulle ".length(); i++) {
            page.keyboard().press("Backspace");
        }
        assertThat(page.locator("#how-many")).hasText("Nothing found in this file.");
        page.keyboard().type("// by hand");
        page.keyboard().press("Enter");
        assertThat(page.locator("#saved")).containsText("Saved.");
        assertThat(page.locator("#whole")).containsText("Sound");
    }

    private static void change(Chromium.Window window, String draft) {
        Page page = window.page();
        page.navigate(draft + "/change?kind=move");
        page.getByLabel("Numbers").fill("8715");
        page.getByLabel("Center", new Page.GetByLabelOptions().setExact(true)).selectOption("CEE003");
        page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("2027-07-01");
        page.getByLabel("Citation").fill("90 FR 12345");
        button(page, "Show the diff");
        assertThat(page.locator("#made")).containsText("The check finds no error in the result.");
        assertThat(page.locator("#made .diff")).containsText("+rule");
        window.hold("workbench-change");
        button(page, "Take into the draft");
        assertThat(page.locator("#changed")).containsText(Pattern.compile("[234] changed files"));
        window.hold("workbench-draft");
    }

    private static void check(Chromium.Window window) {
        Page page = window.page();
        page.locator("a[role=button]").click();
        assertThat(page.locator("h1")).hasText("The draft is sound");
        assertThat(page.locator("#past + p")).containsText("Unchanged");
        assertThat(page.locator("#map")).containsText("1 heading changes its Center");
        button(page, "Measure over the journal");
        assertThat(page.locator("#run h3")).containsText("would move");
        assertThat((List<?>) page.evaluate(TWICE)).isEmpty();
        window.hold("workbench-check");
    }

    private static void propose(Page page) {
        page.locator("#reason").fill("90 FR 12345");
        button(page, "Propose");
        assertThat(page.locator("h1:has-text('Proposal')")).containsText(": open");
        assertThat(page.locator("main")).containsText("would move");
        page.locator("#f-reviewer").fill("mk");
        page.locator("button[value=APPROVED]").click();
        assertThat(page.locator("h1:has-text('Proposal')")).containsText(": approved");
        page.locator("a:text-is('Activate it')").click();
        page.locator("#f-author").fill("jd");
        page.locator("#f-reason").fill("as proposed");
        // Other tests record decisions that no report can ask.
        page.locator("#f-undecidedReason").fill("looked at");
        button(page, "Activate");
        assertThat(page.locator("table.history tbody tr").first()).containsText("Proposal ");
    }

    private static void button(Page page, String text) {
        page.locator("button:text-is('" + text + "')").click();
    }

    private static String active() {
        return get("/v1/rulebooks/active").path("rulebook");
    }
}
