package io.centerline.web.impacts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.centerline.activation.RulebookStore;
import io.centerline.api.Requests;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ImpactPagesTest {
    private static final String IMPORTER = "77-123490100";

    @Inject
    RulebookStore versions;

    @Test
    void report_ofACandidateThatMovesAHeading_showsTheFlowAndTheImporters() {
        String candidate = candidate();
        json(Requests.of(IMPORTER, "IMPORTER", 6)).post("/v1/placements").then().statusCode(201);
        try (Chromium.Window window = Chromium.open("/rules/impacts?candidate=" + candidate)) {
            Page page = window.page();
            window.hold("impacts");
            page.getByLabel("Importer, if only one").fill(IMPORTER);
            page.getByText("Start", new Page.GetByTextOptions().setExact(true)).click();

            assertThat(page.locator("h1")).hasText("1 of 1 decisions would move");
            assertThat(page.locator("svg.flow")).containsText("Electronics");
            window.hold("impact");
            page.locator("svg.flow a").click();
            page.waitForURL("**from=CEE007**");
            assertThat(page.locator("table.touched")).containsText(IMPORTER);
            page.getByText("under both").click();
            assertThat(page.locator(".differences")).containsText("Center");
            window.hold("impact-both");
        }
    }

    @Test
    void report_withoutScript_isReachedByReloading() {
        String candidate = candidate();
        try (Chromium.Window window = Chromium.openWithoutScript("/rules/impacts?candidate=" + candidate)) {
            Page page = window.page();
            page.getByLabel("Latest decisions").fill("1");
            page.getByText("Start", new Page.GetByTextOptions().setExact(true)).click();
            for (int i = 0; i < 50 && page.getByText("Reload").count() > 0; i++) {
                page.getByText("Reload").click();
            }
            assertThat(page.locator("h1")).containsText("of ");
        }
    }

    @Test
    void start_whatCannotBeRead_isSaidBesideTheForm() {
        given().redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("candidate", candidate())
                .formParam("importer", HostileText.TEXT)
                .formParam("sample", "-1")
                .post("/rules/impacts")
                .then()
                .statusCode(422)
                .body(containsString("<code>sample</code>"), containsString("aria-describedby=\"f-sample-faults\""))
                .body(containsString("aria-describedby=\"f-importer-faults\""))
                .body(containsString("&lt;img src=x"))
                .body(not(containsString("<img src=x")));
    }

    @Test
    void report_ofNoRun_isNotFoundAndFilesHaveTheirColumns() {
        given().accept("text/html").get("/rules/impacts/1-1-1-1-1").then().statusCode(404);
        given().get("/rules/impacts/1-1-1-1-1/importers.csv")
                .then()
                .statusCode(404)
                .body(not(startsWith("importer")));
    }

    private String candidate() {
        RuleFolder shipped = RuleFolder.read(Path.of("rules"));
        SortedMap<String, String> texts = new TreeMap<>(shipped.rules().texts());
        texts.computeIfPresent(
                "membership/electronics.drl", (path, text) -> text.replace("heading == 8471", "heading == 8472"));
        return versions.store(new RuleFolder(new RuleFiles(texts), new TreeMap<>()), HostileText.TEXT)
                .hash();
    }
}
