package io.centerline.web.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class CenterPagesTest {

    @Test
    void centers_today_areTenCardsWithTheirPartOfTheTariff() {
        try (Chromium.Window window = Chromium.open("/centers")) {
            Page page = window.page();
            assertThat(page.locator(".centers article")).hasCount(10);
            assertThat(page.locator("#CEE007")).containsText("Electronics");
            assertThat(page.locator(".activities").first())
                    .containsText("entry summary of goods from a foreign trade zone");
            assertThat(page.locator(".activities").first()).containsText("the Center and the port");
            window.hold("centers");
            window.holdGraphic(".centers .bar rect:not([class])", "stroke");
        }
    }

    @Test
    void centers_ofADayWithoutScript_keepTheDayInTheAddress() {
        try (Chromium.Window window = Chromium.openWithoutScript("/centers")) {
            Page page = window.page();
            page.getByLabel("As of").fill("2026-11-25");
            page.locator("main button[type=submit]").click();

            page.waitForURL("**/centers?asOf=2026-11-25");
            assertThat(page.locator("main > p").first()).containsText("On 11/25/2026");
        }
    }

    @Test
    void centers_noDay_saysSoAndKeepsWhatWasTyped() {
        given().accept("text/html")
                .queryParam("asOf", HostileText.TEXT)
                .get("/centers")
                .then()
                .statusCode(422)
                .body(containsString("query parameter <code>asOf</code>"))
                .body(containsString("&lt;img src=x"));
    }

    @Test
    void centers_asFiles_haveARowForEach() {
        given().get("/centers.csv?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("code,name,office,industries,ranges,numbers,list,notice"))
                .body(containsString("\r\nCEE010,"));
        given().get("/centers.xlsx?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("centers-2026-11-25.xlsx"));
    }
}
