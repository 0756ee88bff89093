package io.centerline.web.ask;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class AskPagesTest {

    @Test
    void anyAddress_unknownToABrowser_isAPageAndAProblemElsewhere() {
        given().accept("text/html")
                .get("/nothing")
                .then()
                .statusCode(404)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("nothing is served at this address"));
        given().accept("text/html").get("/v1/nothing").then().contentType("application/problem+json");
        given().get("/nothing").then().contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 400",
        "Sec-Fetch-Site, none, 400",
        "Origin, http://elsewhere.example, 403",
        "Origin, null, 403"
    })
    void anyAddress_changeAskedByAPageOfAnotherSite_isRefused(String header, String value, int status) {
        given().header(header, value)
                .contentType("application/json")
                .body("{}")
                .post("/v1/placements")
                .then()
                .statusCode(status);
    }

    @Test
    void ask_number_namesTheCenterAndTheRule() {
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = window.page();
            page.getByLabel("HTSUS number").fill("8471.30.0100");
            page.keyboard().press("Enter");

            assertThat(page.locator("main")).containsText("Electronics");
            assertThat(page.locator("main a.rule")).hasText("MEM-0712");
            window.hold("ask");
        }
    }
}
