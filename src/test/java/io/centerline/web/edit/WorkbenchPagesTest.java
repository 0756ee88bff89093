package io.centerline.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class WorkbenchPagesTest {
    private static final String FILE = "membership/consumer-products.drl";
    /** The machine of a test may be busy; the figures are printed. */
    private static final double MOST_MILLIS = 1_500;

    /** Notes how long after the last key findings of the file, and of the whole tariff, stand on the page. */
    private static final String TIMED = """
            document.querySelector('.cm-content').addEventListener('keydown', () => { window.typed = performance.now(); }, true);
            const note = name => () => { window[name] = performance.now() - window.typed; };
            new MutationObserver(note('found')).observe(document.getElementById('how-many'), { childList: true });
            new MutationObserver(() => {
              if (!document.getElementById('whole').textContent.startsWith('Checking')) note('whole')();
            }).observe(document.getElementById('whole'), { childList: true });
            """;

    /** The address of a new draft. */
    static String draft(String name) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("author", "jd")
                .post("/rules/edit")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void editor_typing_showsFindingsAndSavesByItself() {
        String draft = draft("typing");
        try (Chromium.Window window = Chromium.open(draft + "/file?path=" + FILE)) {
            Page page = window.page();
            assertThat(page.locator(".cm-editor")).isVisible();
            assertThat(page.locator("#whole")).containsText("Sound");
            window.hold("workbench-file");
            page.locator(".cm-line").first().click();
            page.keyboard().type("rulle ");
            assertThat(page.locator("#found li").first()).containsText("line 1");
            assertThat(page.locator("#saved")).containsText("Saved.");
            window.picture("workbench-file-finding");
            for (int i = 0; i < 6; i++) {
                page.keyboard().press("Backspace");
            }
            assertThat(page.locator("#how-many")).hasText("Nothing found in this file.");
            assertThat(page.locator("#saved")).containsText("Saved.");
        }
    }

    @Test
    void editor_whileTheServiceIsAway_keepsWhatIsTypedInTheBrowserAndSavesItLater() {
        String draft = draft("away");
        try (Chromium.Window window = Chromium.open(draft + "/file?path=" + FILE)) {
            Page page = window.page();
            assertThat(page.locator(".cm-editor")).isVisible();
            window.context().setOffline(true);
            page.locator(".cm-line").first().click();
            page.keyboard().press("Home");
            page.keyboard().type("// typed while away ");
            assertThat(page.locator("#saved")).hasText("Not saved: the service does not answer; kept in this browser.");
            window.picture("workbench-file-away");
            page.close();
            window.context().setOffline(false);
            Page later = window.context().newPage();
            later.navigate(draft + "/file?path=" + FILE);
            assertThat(later.locator(".cm-line").first()).hasText("// typed while away package rules.membership;");
            assertThat(later.locator("#saved")).hasText("Saved.");
        }
        given().get(draft + "/file?path=" + FILE).then().body(containsString("// typed while away package"));
    }

    @Test
    void editor_twoBrowsersOnOneDraft_loseNothing() {
        String address = draft("two browsers") + "/file?path=" + FILE;
        try (Chromium.Window one = Chromium.open(address);
                Chromium.Window other = Chromium.open(address)) {
            type(one, "// one ");
            assertThat(one.page().locator("#saved")).hasText("Saved.");
            other.page().locator(".cm-content").press("Control+End");
            other.page().keyboard().type("// the other at the end");
            assertThat(other.page().locator("#saved")).containsText("together with what somebody else saved");
            assertThat(other.page().locator(".cm-content")).containsText("// the other at the end");
            type(one, "// and one more ");
            assertThat(one.page().locator("#saved")).containsText("together with what somebody else saved");
            type(other, "// clash ");
            assertThat(other.page().locator("#conflict")).isVisible();
            other.hold("workbench-conflict");
            other.page().getByText("Show both in the text").click();
            assertThat(other.page().locator(".cm-content")).containsText("<<<<<<< yours");
            assertThat(other.page().locator(".cm-content")).containsText("// clash");
            assertThat(other.page().locator(".cm-content")).containsText("// and one more");
        }
    }

    private static void type(Chromium.Window window, String text) {
        window.page().locator(".cm-line").first().click();
        window.page().keyboard().press("Control+Home");
        window.page().keyboard().type(text);
    }

    @Test
    void file_withoutScript_isATextAreaWithItsFindings() {
        String draft = draft("no script");
        try (Chromium.Window window = Chromium.openWithoutScript(draft + "/file?path=" + FILE)) {
            Page page = window.page();
            page.getByLabel("Text of the file").fill("package rules.membership;\nrulle\n");
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#saved")).hasText("Saved.");
            assertThat(page.locator("#found li").first()).containsText("line 2");
        }
    }

    @Test
    void finding_ofAKeystroke_comesSoon() {
        String draft = draft("quick");
        try (Chromium.Window window = Chromium.open(draft + "/file?path=" + FILE)) {
            Page page = window.page();
            assertThat(page.locator("#whole")).containsText("Sound");
            page.locator(".cm-line").first().click();
            page.keyboard().press("Home");
            page.evaluate(TIMED);
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                page.evaluate("window.found = null");
                page.keyboard().press(i % 2 == 0 ? "x" : "Backspace");
                await().atMost(Duration.ofSeconds(30)).until(() -> page.evaluate("window.found") != null);
                millis.add(((Number) page.evaluate("window.found")).doubleValue());
            }
            page.keyboard().type("// ");
            page.evaluate("window.whole = null");
            page.keyboard().press("y");
            await().atMost(Duration.ofSeconds(60)).until(() -> page.evaluate("window.whole") != null);
            double whole = ((Number) page.evaluate("window.whole")).doubleValue();
            Collections.sort(millis);
            double p95 = millis.get(millis.size() * 95 / 100);
            System.out.printf(
                    "keystroke to finding in %s: median %.0f ms, p95 %.0f ms; whole tariff %.0f ms%n",
                    FILE, millis.get(millis.size() / 2), p95, whole);
            org.assertj.core.api.Assertions.assertThat(p95)
                    .as("p95 of %s", millis)
                    .isLessThan(MOST_MILLIS);
        }
    }
}
