package io.centerline.web.help;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class HelpPagesTest {

    @Test
    void help_opened_leadsToTheGuideOfEachReader() {
        try (Chromium.Window window = Chromium.open("/help")) {
            Page page = window.page();
            window.hold("help");
            assertThat(page.locator(".guides h2"))
                    .hasText(new String[] {"For importers", "For analysts", "For auditors"});
            page.locator("#importers a").click();

            assertThat(page.locator("h1")).hasText("From ACE to an answer in two minutes");
            assertThat(page.locator(".toc a").first()).hasText("On the pages");
            assertThat(page.locator("#on-the-pages + p")).containsText("Record this decision");
            page.locator(".toc a").nth(3).click();
            page.waitForURL("**/help/importers#3-place-the-importers");
            window.hold("help-guide");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"analysts", "auditors", "callers", "search", "command-line", "editors", "settings"})
    void guide_each_isAPage(String name) {
        given().accept("text/html").get("/help/" + name).then().statusCode(200).body(containsString("<article>"));
    }

    @Test
    void guide_unknown_isNotFound() {
        given().accept("text/html").get("/help/nothing").then().statusCode(404).body(containsString("/help"));
    }
}
