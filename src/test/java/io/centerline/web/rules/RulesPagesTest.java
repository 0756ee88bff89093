package io.centerline.web.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.RestAssuredConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.Formats;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class RulesPagesTest {
    private static final int MOST_BYTES = 300_000;

    @Test
    void map_ofToday_hasEveryHeadingAndSaysWhatIsPointedAt() {
        try (Chromium.Window window = Chromium.open("/rules?asOf=2026-11-25")) {
            Page page = window.page();
            assertThat(page.locator(".tariff .chapter")).hasCount(97);
            assertThat((Integer) page.evaluate("document.querySelectorAll('.tariff .cell').length"))
                    .isGreaterThan(1_200);
            page.locator(".cell[href^='/rules/headings/8471']").hover();
            assertThat(page.locator("#said")).hasText("8471 Electronics, MEM-0712, inferred high");
            page.locator(".cell[href^='/rules/headings/8471']").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#said")).containsText("8472");
            window.hold("rules");
            window.holdGraphic(".tariff .cell", "borderTopColor");
            window.holdGraphic(".key .swatch", "borderTopColor");
            page.locator(".cell[href^='/rules/headings/8471']").click();
            assertThat(page.locator("h1")).containsText("8471");
            assertThat(page.getByLabel("In force on")).hasValue("2026-11-25");
            window.hold("heading");
        }
    }

    @Test
    void map_otherDay_isRedrawnWithoutReloadAndShowsWhatChanged() {
        try (Chromium.Window window = Chromium.open("/rules?asOf=2026-11-25")) {
            Page page = window.page();
            page.evaluate("window.stayed = true");
            page.evaluate("""
                    document.addEventListener('change', () => { window.begun = performance.now(); }, true);
                    document.addEventListener('htmx:beforeOnLoad', () => { window.answered = performance.now() - window.begun; });
                    document.addEventListener('htmx:afterSwap', () => { window.took = performance.now() - window.begun; });
                    """);
            page.getByLabel("In force on").fill("2014-06-01");
            redrawn(page);
            page.evaluate("window.took = null");
            page.getByLabel("In force on").fill("2014-07-01");
            redrawn(page);
            System.out.println("the map was redrawn in " + page.evaluate("Math.round(window.took)")
                    + " ms, answered after " + page.evaluate("Math.round(window.answered)"));
            assertThat(((Number) page.evaluate("window.took")).doubleValue()).isLessThan(2_000);
            page.getByLabel("Changes since").fill("2013-06-01");
            assertThat(page.locator("#map")).containsText("What changed between 06/01/2013 and 07/01/2014");
            assertThat(page.locator("#changes ~ .scroll tbody tr").first()).isVisible();
            assertThat(page.evaluate("window.stayed")).isEqualTo(true);
            assertThat(page.url()).contains("since=2013-06-01");
            assertThat(page.locator("#day")).hasText("as of 07/01/2014");
            window.picture("rules-changes");
        }
    }

    /** The policy of the page keeps Playwright from waiting inside it. */
    private static void redrawn(Page page) {
        await().atMost(Duration.ofMinutes(1)).until(() -> page.evaluate("window.took") != null);
    }

    @Test
    void search_word_listsRulesAndNarrowsTheMap() {
        try (Chromium.Window window = Chromium.openWithoutScript("/rules")) {
            Page page = window.page();
            page.getByLabel("Number, word").fill("tires");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                    .click();
            assertThat(page.locator("#rules tbody")).containsText("MEM-0314");
            assertThat(page.locator("#rules .files a").first()).hasAttribute("href", "/rules/list.csv?q=tires");
            assertThat(page.locator(".cell[href^='/rules/headings/8471']")).hasClass(Pattern.compile(".*dim.*"));
            window.picture("rules-found");
            page.locator("#rules a.rule").first().click();
            assertThat(page.locator("h1"))
                    .hasText("New rubber tires (4011) are Automotive & Aerospace since 31 August 2021");
        }
    }

    @Test
    void rule_everyPart_isShown() {
        try (Chromium.Window window = Chromium.open("/rules/MEM-0712")) {
            Page page = window.page();
            assertThat(page.locator("main")).containsText("@id(\"MEM-0712\")");
            assertThat(page.locator(".ruletext td.n").first()).hasText(Pattern.compile("[0-9]+"));
            assertThat(page.locator("main")).containsText("8471: 28 ten-digit numbers");
            assertThat(page.locator("main")).containsText("fires:");
            assertThat(page.locator("main")).containsText("SRC-");
            assertThat(page.locator("a[href^='/rules/activations?at=']").first())
                    .containsText("from ");
            window.hold("rule");
        }
    }

    @Test
    void page_ofTheMap_isSmall() {
        String page =
                given().header("Accept-Encoding", "identity").get("/rules").asString();
        byte[] sent = given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get("/rules")
                .asByteArray();
        long bundle = Pattern.compile("/static/bundle/[^\"]+")
                .matcher(page)
                .results()
                .mapToLong(found -> given().get(found.group()).asByteArray().length)
                .sum();
        System.out.println("the map has " + page.getBytes(StandardCharsets.UTF_8).length + " bytes, " + sent.length
                + " as sent, and a bundle of " + bundle);
        assertThat(sent.length + bundle).isLessThan(MOST_BYTES);
    }

    @Test
    void lists_asFiles_haveEveryRule() throws Exception {
        given().get("/rules/list.csv")
                .then()
                .statusCode(200)
                .body(startsWith("Rule,Says,"), containsString("MEM-0712"));
        try (ZipInputStream zip =
                new ZipInputStream(given().get("/rules/list.xlsx").asInputStream())) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
    }

    @Test
    void list_ofAStage_hasOnlyItsRules() {
        given().get("/rules/list.csv?q=&stage=routing")
                .then()
                .statusCode(200)
                .body(containsString("RTE-"), not(containsString("MEM-")));
        given().get("/rules?stage=routing")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/rules/list.csv?stage=routing\""));
        given().get("/rules?stage=other").then().statusCode(422).body(containsString("<code>other</code>"));
    }

    @Test
    void map_dayThatIsNone_saysSoAndKeepsWhatWasTyped() {
        given().get("/rules?q=tires&asOf=2026-02-30&since=1999-01-01")
                .then()
                .statusCode(422)
                .body(containsString("type=\"text\" value=\"2026-02-30\""), containsString("value=\"tires\""));
    }

    @Test
    void pages_hostileWords_showThemAsText() {
        String all = Formats.encoded(HostileText.TEXT);
        String tag = Formats.encoded("<img src=x onerror=window.hostile=1>");
        for (String page : List.of(
                "/rules?q=" + all,
                "/rules?asOf=" + all,
                "/rules?stage=" + all,
                "/rules/" + tag,
                "/rules/headings/" + tag,
                "/rules/MEM-0712?rulebook=" + all)) {
            String answer = given().urlEncodingEnabled(false)
                    .accept("text/html")
                    .get(page)
                    .then()
                    .statusCode(lessThan(500))
                    .extract()
                    .asString();
            assertThat(answer).as(page).doesNotContain("<script>window.hostile", "<img src=x");
        }
    }

    @Test
    void rule_unknown_namesTheNearest() {
        given().accept("text/html")
                .get("/rules/MEM-07122")
                .then()
                .statusCode(404)
                .body(containsString("the rulebook has no rule with this id; the nearest is <code>MEM-0712</code>"));
        given().accept("text/html").get("/rules/headings/847").then().statusCode(404);
    }

    @Test
    void changes_fromALaterDay_areRefusedBesideTheField() {
        given().accept("text/html")
                .get("/rules?asOf=2026-01-01&since=2026-06-01")
                .then()
                .statusCode(422)
                .body(containsString("lies behind"));
    }

    @Test
    void rulebook_thatIsNoHash_isUnknown() {
        for (String odd : new String[] {"%00", "x", "sha256:0"}) {
            given().urlEncodingEnabled(false)
                    .accept("text/html")
                    .get("/rules/MEM-0712?rulebook=" + odd)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void rules_notInForceOnTheDay_sayFromWhenOrSinceWhen() {
        given().accept("text/html")
                .get("/rules?q=RTE-061&asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body(containsString("no longer in force since 09/14/2021"));
        given().accept("text/html")
                .get("/rules?q=RTE-062&asOf=2020-01-01")
                .then()
                .body(containsString("not yet in force, from 09/14/2021"));
    }

    @Test
    void search_ofAHeadingOrNumber_leadsToItsPage() {
        String heading = "href=\"/rules/headings/8471\"";
        given().accept("text/html").get("/rules?q=8471").then().body(containsString(heading));
        given().accept("text/html").get("/rules?q=8471.30.0100").then().body(containsString(heading));
        given().accept("text/html").get("/rules?q=tires").then().body(not(containsString("its numbers, Centers")));
        given().accept("text/html").get("/?q=8471").then().body(containsString("href=\"/rules/headings/8471?asOf="));
    }

    @Test
    void chapter_andHeading_leadToEachOther() {
        given().accept("text/html")
                .get("/rules/headings/84?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/rules/headings/8471?asOf=2026-11-25\""));
        given().accept("text/html")
                .get("/rules/headings/847130?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/rules/headings/84?asOf=2026-11-25\""))
                .body(containsString("href=\"/rules/headings/8471?asOf=2026-11-25\""));
        given().accept("text/html")
                .get("/rules/headings/99?asOf=2026-11-25")
                .then()
                .statusCode(200);
    }

    @Test
    void changes_betweenTwoDays_haveRuleAndStandingAndAreFiles() throws Exception {
        String days = "?since=2013-06-01&asOf=2014-07-01";
        given().accept("text/html")
                .get("/rules" + days)
                .then()
                .statusCode(200)
                .body(containsString("/rules/changes.csv?since=2013-06-01&amp;asOf=2014-07-01"))
                .body(containsString("Rule and standing then"));
        given().get("/rules/changes.csv" + days)
                .then()
                .statusCode(200)
                .body(startsWith("Heading,Center before,Rules before,Standing before,Center after,"))
                .body(containsString("MEM-"));
        try (ZipInputStream zip =
                new ZipInputStream(given().get("/rules/changes.xlsx" + days).asInputStream())) {
            assertThat(zip.getNextEntry()).isNotNull();
        }
        given().get("/rules/changes.csv?since=2014-07-01&asOf=2013-06-01")
                .then()
                .statusCode(400);
    }
}
