package io.centerline.web.log;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
class LogPagesTest {

    @Test
    void log_opened_showsTheCheckpointAndWhatItHolds() {
        try (Chromium.Window window = Chromium.open("/log?kind=activation")) {
            Page page = window.page();
            assertThat(page.locator("#checkpoint + pre")).containsText("centerline/");
            assertThat(page.locator("table.narrow")).containsText("decision");
            assertThat(page.locator("table.leaves tbody tr").last()).containsText("activation");
            window.hold("log");
        }
    }

    @Test
    void log_twoSizesWithoutScript_provesTheGrowth() {
        try (Chromium.Window window = Chromium.openWithoutScript("/log")) {
            Page page = window.page();
            page.getByLabel("Leaves then").fill("1");
            page.locator("form[action='/log#growth'] button").click();

            assertThat(page.locator(".proof")).containsText("as checkpoints write it");
        }
    }

    @Test
    void log_whatIsNoSize_isSaidAndKept() {
        given().accept("text/html")
                .queryParam("from", HostileText.TEXT)
                .get("/log")
                .then()
                .statusCode(422)
                .body(containsString("field <code>from</code>"))
                .body(containsString("&lt;img src=x"));
    }

    @Test
    void records_asCsv_haveARowForEach() {
        given().get("/log/records.csv?kind=activation")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("index,kind,about,record,leaf\r\n"))
                .body(containsString(",activation,1,"));
        given().get("/log/records.xlsx?kind=activation").then().statusCode(200);
    }

    @Test
    void records_ofEveryKind_areAskedForByLeavingTheKindBlank() {
        given().accept("text/html")
                .get("/log?kind=")
                .then()
                .statusCode(200)
                .body(containsString("<option value=\"\">all</option>"));
        given().get("/log/records.csv?kind=").then().statusCode(200).body(containsString(",opening,"));
    }

    @Test
    void records_dayAndName_areWrittenForPeople() {
        LeafRow.Said said = LeafRow.Said.of("disclosedAt", "2026-11-25T01:02:03.456789Z");

        assertThat(said).isEqualTo(new LeafRow.Said("disclosed at", "11/25/2026 01:02:03 UTC"));
        assertThat(LeafRow.Said.of("decidedBefore", "2026-11-25").text()).isEqualTo("11/25/2026");
        assertThat(LeafRow.Said.of("moved", "3").text()).isEqualTo("3");
    }
}
