package io.centerline.web.edit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class WorkbenchPagesTest {
    private static final String FILE = "membership/consumer-products.drl";

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
    void form_move_showsTheDiffAndIsTakenIntoTheDraft() {
        String draft = draft("Baby carriages");
        try (Chromium.Window window = Chromium.open("/rules/edit")) {
            Page page = window.page();
            assertThat(page.locator("table")).containsText("Baby carriages");
            window.hold("workbench-drafts");
            page.navigate(draft + "/change?kind=move");
            page.getByLabel("Numbers").fill("8715");
            page.getByLabel("Center", new Page.GetByLabelOptions().setExact(true)).selectOption("CEE003");
            page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("2027-07-01");
            page.getByLabel("Citation").fill("90 FR 12345");
            page.getByText("Show the diff").click();
            assertThat(page.locator("#made")).containsText("The check finds no error in the result.");
            assertThat(page.locator("#made .diff")).containsText("+rule");
            window.hold("workbench-change");
            page.getByText("Take into the draft").click();
            assertThat(page.locator("#changed")).containsText(Pattern.compile("[234] changed files"));
            window.hold("workbench-draft");
            page.locator("a[role=button]").click();
            assertThat(page.locator("h1")).hasText("The draft is sound");
            assertThat(page.locator("#past + p")).containsText("Unchanged");
            assertThat(page.locator("#map")).containsText("1 heading differs");
            window.hold("workbench-check");
        }
    }
}
