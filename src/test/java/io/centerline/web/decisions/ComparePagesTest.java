package io.centerline.web.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.web.decisions.DecisionPagesTest.SHARES;
import static io.centerline.web.decisions.DecisionPagesTest.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
class ComparePagesTest {

    @Test
    void compare_anotherDecision_marksTheFirstStepAtWhichTheyPart() {
        String one = record(SHARES);
        String other = record(SHARES.replace("\"count\": 12", "\"count\": 60"));
        try (Chromium.Window window = Chromium.open("/decisions/" + one)) {
            Page page = window.page();
            page.getByText("Compare with…").click();
            page.getByLabel("Compare no.").fill("http://localhost/decisions/" + other);
            page.keyboard().press("Enter");

            assertThat(page.locator("tr.parts")).hasCount(1);
            assertThat(page.locator("tr.parts + tr")).containsText("12 entry lines of heading 7208");
            assertThat(page.locator("tr.parts + tr")).containsText("60 entry lines of heading 7208");
            assertThat(page.locator("table.steps-of-both tr.same")).hasCount(3);
            window.hold("decision-compare");
        }
    }

    @Test
    void compare_idOfNone_saysSoBesideTheFieldAndKeepsIt() {
        String id = record(SHARES);
        try (Chromium.Window window = Chromium.open("/decisions/" + id + "/compare")) {
            Page page = window.page();
            page.getByLabel("Compare no.").fill(HostileText.TEXT);
            page.keyboard().press("Enter");

            assertThat(page.locator("#with-faults")).containsText("no decision has this number or id");
            assertThat(page.getByLabel("Compare no.")).hasValue(HostileText.TEXT);
            assertThat(page.evaluate("window.hostile")).isNull();
        }
        given().get("/decisions/" + id + "/compare?with=forty-one").then().statusCode(422);
        given().get("/decisions/" + id + "/compare?without=41").then().statusCode(400);
    }
}
