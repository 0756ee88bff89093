package io.centerline.web.journal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.centerline.api.Requests;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class JournalPagesTest {
    /** Whether the page would ask for news while nobody can see it. */
    private static final String ASKED_WHILE_HIDDEN =
            "(() => { Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
                    + " const asks = document.dispatchEvent(new CustomEvent('htmx:beforeRequest',"
                    + " {cancelable: true, detail: {elt: document.getElementById('news')}}));"
                    + " delete document.hidden; return asks; })()";

    @Test
    void list_filteredByOneImporter_countsAndShowsItsDecisionsAndWhatComesLater() {
        recorded("46-000000101", 12);
        recorded("46-000000101", 3);
        recordedRouting("46-000000101");

        try (Chromium.Window window = Chromium.open("/decisions")) {
            Page page = window.page();
            page.getByLabel("Importer").fill(" 46-000000101 ");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                    .click();

            assertThat(page).hasURL(address("/decisions?importer=46-000000101"));
            assertThat(page.locator("#list")).hasText("3 decisions");
            assertThat(page.locator("main tbody tr")).hasCount(3);
            assertThat(page.locator("ul.bars").first()).containsText("Electronics");

            assertThat(page.evaluate(ASKED_WHILE_HIDDEN)).isEqualTo(false);
            recorded("46-000000101", 1);
            Locator news = page.locator("#news a");
            assertThat(news).hasText("1 new decision", within(12_000));
            news.click();

            assertThat(page.locator("#list")).hasText("4 decisions");
            assertThat(page.locator("main tbody tr").first()).hasClass("new");
            assertThat(page.locator("#list")).isFocused();
            assertThat(page).hasURL(address("/decisions?importer=46-000000101"));

            page.locator("ul.bars a").first().click();
            assertThat(page.locator("ul.bars a[aria-current]")).hasCount(1);
            assertThat(page.locator("#f-center")).hasValue("CEE007");
            window.hold("journal");
        }
    }

    @Test
    void list_moreThanAPage_goesOnWithoutScript() {
        for (int i = 0; i < 53; i++) {
            recorded("46-000000102", 1);
        }
        try (Chromium.Window window = Chromium.openWithoutScript("/decisions?importer=46-000000102")) {
            Page page = window.page();
            assertThat(page.locator("main tbody tr")).hasCount(50);
            page.locator("nav.pages a[rel=next]").click();
            assertThat(page.locator("main tbody tr")).hasCount(3);
            page.locator("nav.pages a").first().click();
            assertThat(page.locator("main tbody tr")).hasCount(50);

            page.getByLabel("Status").selectOption("PENDING");
            page.locator("form.filters [type=submit]").click();
            assertThat(page.locator("main")).containsText("No decision is recorded that these filters let pass.");
        }
    }

    @Test
    void files_ofAFilter_haveItsDecisions() throws IOException {
        recorded("46-000000103", 1);
        recorded("46-000000103", 2);
        try (Chromium.Window window = Chromium.open("/decisions?importer=46-000000103")) {
            Page page = window.page();
            String csv = Files.readString(downloaded(page, "CSV").path());
            assertThat(csv)
                    .isEqualTo(given().header("Accept", "text/csv")
                            .get("/v1/decisions?importer=46-000000103")
                            .asString());
            Download workbook = downloaded(page, "XLSX");
            assertThat(workbook.suggestedFilename()).isEqualTo("decisions.xlsx");
            assertThat(sheet(workbook.path()))
                    .contains("46-000000103", "PREDOMINANCE")
                    .contains("r=\"A3\"")
                    .doesNotContain("r=\"A4\"");
        }
    }

    @Test
    void filters_thatCannotBeRead_sayWhyBesideTheFieldAndKeepWhatWasTyped() {
        String query = "?importer=" + encoded(HostileText.TEXT) + "&center=CEE077&from=2026-02-30&rule=nonsense&oops=1";
        given().get("/decisions" + query).then().statusCode(422);
        try (Chromium.Window window = Chromium.open("/decisions" + query)) {
            Page page = window.page();
            assertThat(page.getByLabel("Importer")).hasValue(HostileText.TEXT);
            assertThat(page.locator("#f-importer-faults")).containsText("fits none of the three formats");
            assertThat(page.getByLabel("Center")).hasValue("CEE077");
            assertThat(page.locator("#f-center-faults")).containsText("is not known");
            assertThat(page.getByLabel("Decided from")).hasValue("2026-02-30");
            assertThat(page.locator("#f-from-faults")).containsText("2026-02-30");
            assertThat(page.getByLabel("Rule", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("nonsense");
            assertThat(page.locator("form.filters > .issues")).containsText("oops");
            assertThat(page.evaluate("window.hostile")).isNull();
            window.hold("journal-faults");
        }
    }

    @Test
    void list_ofAPerson_hasTheNumberMaskedEverywhere() {
        recorded("512-34-6789", 1);

        given().redirects()
                .follow(false)
                .get("/decisions?importer=512-34-6789&center=")
                .then()
                .statusCode(303)
                .header("Location", endsWith("?importer=***-**-6789&center="));
        String page = given().get("/decisions?importer=512-34-6789").asString();

        assertThat(page).contains("***-**-6789").doesNotContain("512-34-6789", "512346789");
        assertThat(given().get("/decisions.csv?importer=512-34-6789").asString())
                .contains("***-**-6789")
                .doesNotContain("512-34-6789", "512346789");
    }

    @Test
    void news_underAFilter_countsOnlyWhatItLetsPass() {
        Response first = recorded("46-000000104", 1);
        recorded("46-000000105", 1);
        long after = ((Number) first.path("receipt.index")).longValue();

        given().get("/decisions/new?importer=46-000000104&after=" + after)
                .then()
                .statusCode(204);
        String one = given().get("/decisions/new?importer=46-000000105&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(one)
                .contains("1 new decision", "/decisions?importer=46-000000105&amp;seen=" + after)
                .doesNotContain("decisions<");
    }

    private static Download downloaded(Page page, String link) {
        return page.waitForDownload(() ->
                page.getByText(link, new Page.GetByTextOptions().setExact(true)).click());
    }

    private static String sheet(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String address(String path) {
        return "http://localhost:" + RestAssured.port + path;
    }

    private static LocatorAssertions.HasTextOptions within(int milliseconds) {
        return new LocatorAssertions.HasTextOptions().setTimeout(milliseconds);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Response recorded(String importer, int lines) {
        Response decision = json(Requests.of(importer, "IMPORTER", lines)).post("/v1/placements");
        assertThat(decision.statusCode()).as(decision.asString()).isEqualTo(201);
        return decision;
    }

    private static void recordedRouting(String importer) {
        Response decision = json("{\"importer\":{\"number\":\"" + importer
                        + "\",\"kind\":\"IMPORTER\"},\"asOf\":\"2026-11-25\",\"activity\":\"PROTEST\",\"account\":{\"center\":\"CEE005\",\"since\":\"2019-04-01\"}}")
                .post("/v1/routings");
        assertThat(decision.statusCode()).as(decision.asString()).isEqualTo(201);
    }
}
