package io.centerline.web.impacts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import io.centerline.activation.RulebookStore;
import io.centerline.api.Uploads;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ActivationPagesTest {
    private static final String HOSTILE = HostileText.TEXT.replace("\u202E", "");

    @Inject
    RulebookStore versions;

    private String before;

    @BeforeEach
    void remember() {
        before = active();
    }

    /** Other tests expect the shipped rules. */
    @AfterEach
    void goBack() {
        if (!active().equals(before)) {
            json("{\"author\": \"tester\", \"reason\": \"back\", \"correction\": \"back\"}")
                    .post("/v1/rulebooks/" + before + "/activation")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void activate_andRollBack_withoutScript_isOneHistory() throws IOException {
        String remarked = stored("// a remark for the page\n");
        try (Chromium.Window window = Chromium.openWithoutScript("/rules/activations?rulebook=" + remarked)) {
            Page page = window.page();
            page.getByLabel("Author", new Page.GetByLabelOptions().setExact(true))
                    .fill(HOSTILE);
            page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                    .fill("trial of " + HOSTILE);
            page.getByText("Activate", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.locator("table.history tbody tr").first()).containsText("serves now");
            assertThat(page.locator("table.history tbody tr").first()).containsText("O'Neil & Sons");
            assertThat(page.locator("dl").first()).containsText(HOSTILE);
            page.locator("table.history a[aria-label^='what changed']").first().click();
            assertThat(page.locator("h1")).hasText("No rule differs");
            page.goBack();
            page.locator("table.history a[aria-label^='roll back']").first().click();
            assertThat(page.locator("#f-rulebook")).hasValue(before);
            page.getByLabel("Author", new Page.GetByLabelOptions().setExact(true))
                    .fill("jd");
            page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                    .fill("back");
            page.getByText("Activate", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("dl").first()).containsText("jd: back");
        }
    }

    @Test
    void page_withARefusal_saysItBesideTheForm() throws IOException {
        String candidate = moved();
        try (Chromium.Window window = Chromium.open("/rules/activations?rulebook=" + candidate)) {
            Page page = window.page();
            page.getByLabel("Author", new Page.GetByLabelOptions().setExact(true))
                    .fill("jd");
            page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true))
                    .fill("trial");
            page.getByText("Activate", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.locator("#f-correction-faults")).containsText("MEM-0712");
            assertThat(page.getByLabel("Author", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("jd");
            window.hold("activations");
            page.navigate("/rules/activations/diff?from=" + before + "&to=" + candidate);
            assertThat(page.locator("#numbers")).containsText("Center");
            window.hold("activations-diff");
        }
    }

    @Test
    void activate_withoutTheReportItNeeds_leadsToOne() throws IOException {
        String candidate = moved();
        form(candidate)
                .formParam("author", "jd")
                .formParam("reason", HOSTILE)
                .formParam("correction", "misread")
                .formParam("impact", UUID.randomUUID().toString())
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("does not exist; nothing was activated"))
                .body(containsString("name=\"report\" value=\"start\""), containsString("write a correction"))
                .body(containsString("&lt;img src=x"))
                .body(not(containsString("<img src=x")));
    }

    @Test
    void activate_whatCannotBe_isSaidInTheWordsOfTheApi() throws IOException {
        String candidate = stored("// a remark nobody wants\n");
        form(candidate)
                .formParam("author", " ")
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(
                        containsString("<code>author</code> is required"),
                        containsString("aria-describedby=\"f-author-faults\""));
        form(candidate, "sha256:" + "0".repeat(64))
                .formParam("author", "jd")
                .formParam("reason", "r")
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("the active rulebook is <code>" + before));
        form("sha256:00")
                .formParam("author", "jd")
                .formParam("reason", "r")
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("no rulebook <code>sha256:00</code> is stored"));
        given().accept("text/html")
                .get("/rules/activations/diff?from=a&to=b")
                .then()
                .statusCode(404);
    }

    @Test
    void store_aZip_leadsToWhatItChanges() throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + "// a remark in a zip\n");
        String location = upload(RuleFolder.ofJson(Uploads.document(files)).zip(), "ann")
                .statusCode(303)
                .extract()
                .header("Location");
        given().accept("text/html").get(location).then().statusCode(200).body(containsString("No rule differs"));
    }

    @Test
    void store_whatIsNoRuleFolder_isSaidBesideTheForm() {
        upload(new byte[] {1, 2, 3}, HOSTILE)
                .statusCode(422)
                .body(
                        containsString(
                                "id=\"rules\" name=\"rules\" type=\"file\" accept=\".zip,application/zip\" required aria-invalid"))
                .body(containsString("Choose the file again: <code>rules.zip</code>"))
                .body(not(containsString("<img src=x")));
        upload(new byte[] {1, 2, 3}, " ").statusCode(422).body(containsString("field <code>author</code> is missing"));
    }

    @Test
    void store_withoutAMediaTypeOfAForm_isRefused() throws Exception {
        for (String path : List.of("/rules/activations/rulebooks", "/rules/activations", "/rules/impacts", "/place")) {
            for (String type : List.of("", "garbage", "a/b/c;;;", "multipart/form-data; boundary=")) {
                HttpRequest.Builder request = HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString("x"));
                if (!type.isEmpty()) {
                    request.header("Content-Type", type);
                }
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path + " " + type).isEqualTo(415);
            }
        }
    }

    private static ValidatableResponse upload(byte[] archive, String author) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .multiPart("author", author)
                .multiPart("rules", "rules.zip", archive, "application/zip")
                .post("/rules/activations/rulebooks")
                .then();
    }

    @Test
    void history_asFiles_hasARowForEach() {
        get("/rules/activations/history.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("number,at,rulebook,author,reason,correction,impact,previous,proposal\r\n"));
        get("/rules/activations/history.xlsx").then().statusCode(200);
    }

    @Test
    void store_aRuleThatCannotBeRead_saysInWhichLine() throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + "rule \n");
        upload(RuleFolder.ofJson(Uploads.document(files)).zip(), "ann")
                .statusCode(422)
                .body(matchesPattern("(?s).*<code>rules/membership/electronics\\.drl:[0-9:]+</code>.*"));
    }

    @Test
    void activate_whatServes_orWithoutTheGuard_isRefused() throws IOException {
        form(before)
                .formParam("author", "jd")
                .formParam("reason", "r")
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("this rulebook serves already"));
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("rulebook", stored("// a remark without a guard\n"))
                .formParam("author", "jd")
                .formParam("reason", "r")
                .post("/rules/activations")
                .then()
                .statusCode(422)
                .body(containsString("field <code>expectedActive</code> is missing"));
    }

    @Test
    void page_ofARulebookThatMoves_saysBeforehandWhatItsActivationNeeds() throws Exception {
        String candidate = moved();
        String report = json("{\"candidate\": \"" + candidate + "\"}")
                .post("/v1/rulebooks/impact")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        for (int i = 0;
                i < 300 && !"DONE".equals(get("/v1/rulebooks/impacts/" + report).path("state"));
                i++) {
            Thread.sleep(100);
        }
        given().get("/rules/activations?rulebook=" + candidate)
                .then()
                .statusCode(200)
                .body(containsString("write a correction"))
                .body(containsString("<option value=\"" + report + "\""));
        given().get("/rules/activations?rulebook=" + before)
                .then()
                .body(not(containsString("write a correction")), not(containsString(report)));
    }

    @Test
    void report_askedForFromTheForm_keepsWhatWasTyped() throws IOException {
        String candidate = moved();
        form(candidate)
                .formParam("author", "jd")
                .formParam("reason", "trial 7")
                .formParam("correction", "misread 8")
                .formParam("report", "start")
                .post("/rules/activations")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"jd\""),
                        containsString("value=\"trial 7\""),
                        containsString("value=\"misread 8\""))
                .body(matchesPattern("(?s).*<option value=\"[0-9a-f-]{36}\" selected>.*"))
                .body(matchesPattern("(?s).*<a href=\"/rules/impacts/[0-9a-f-]{36}\" target=\"_blank\".*"));
        assertThat(active()).isEqualTo(before);
    }

    @Test
    void diff_ofARuleThatMoved_namesNumbersAndLeadsToTheRuleOfItsRulebook() throws IOException {
        String candidate = moved();
        given().accept("text/html")
                .get("/rules/activations/diff?from=" + before + "&to=" + candidate)
                .then()
                .body(containsString("<code>8471</code>"), not(containsString("8471000000")))
                .body(not(containsString("/..")))
                .body(containsString("<li><a class=\"rule\" href=\"/rules/MEM-0712?rulebook=" + candidate));
    }

    private RequestSpecification form(String rulebook) {
        return form(rulebook, before);
    }

    private static RequestSpecification form(String rulebook, String expected) {
        return given().accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("expectedActive", expected)
                .formParam("rulebook", rulebook);
    }

    private String stored(String remark) throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + remark);
        return versions.store(RuleFolder.ofJson(Uploads.document(files)), "ann").hash();
    }

    private String moved() throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text.replace("heading == 8471", "heading == 8472"));
        return versions.store(RuleFolder.ofJson(Uploads.document(files)), "ann").hash();
    }

    private static String active() {
        return get("/v1/rulebooks/active").path("rulebook");
    }
}
