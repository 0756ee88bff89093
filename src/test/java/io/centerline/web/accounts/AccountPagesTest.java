package io.centerline.web.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class AccountPagesTest {
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter of 2019-03-20\"";

    @Test
    void account_withAHistory_showsBothAxesAndWhatIsOpen() {
        String number = "47-000000100";
        put(number, "\"name\": \"Acme Lighting\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        put(number, "\"center\": \"CEE007\", \"since\": \"2024-02-01\"");
        change(
                number,
                "directions",
                "\"center\": \"CEE010\", \"from\": \"2022-01-01\", \"until\": \"2022-12-31\", \"authority\": \"OFO\","
                        + " \"reference\": \"memo 7\"");
        change(number, "appeals", "\"filed\": \"2026-03-01\", \"reference\": \"A-1\", \"preferred\": \"CEE003\"");
        json("{\"importer\":{\"number\":\"" + number
                        + "\"},\"asOf\":\"2026-11-25\",\"lines\":[{\"hts\":\"8703.23.0190\",\"date\":\"2026-03-02\"}]}")
                .contentType("application/x-ndjson")
                .post("/v1/reassessments")
                .then()
                .statusCode(200);

        try (Chromium.Window window = Chromium.open("/accounts/" + number)) {
            Page page = window.page();
            assertThat(page.locator("h1")).hasText("Acme Lighting " + number);
            assertThat(page.locator("p.answer")).containsText("Electronics");
            assertThat(page.locator("section.open").first()).containsText("no bond number is named");
            assertThat(page.locator("#drift")).containsText("Belongs elsewhere");
            assertThat(page.locator("svg.lane[role=img]")).hasCount(5);
            window.hold("account");

            page.getByLabel("As of").fill("2022-06-01");
            page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile(".*/accounts/" + number + "\\?asOf=2022-06-01.*"));
            assertThat(page.locator("p.answer")).containsText("Machinery");

            page.locator("#recorded ~ .scroll tbody tr").last().locator("a").click();
            assertThat(page.locator("main")).containsText("not known then");
            assertThat(page.locator("svg.lane .known")).hasCount(1);
            window.picture("account-known");
            assertThat(page.locator("p.answer")).containsText("Base Metals");
        }
        given().get("/accounts/" + number + "?asOf=2022-02-30")
                .then()
                .statusCode(422)
                .body(containsString("2022-02-30"), containsString("is not a day of the calendar"));
    }

    @Test
    void appeal_wrongThenRight_keepsWhatWasTypedAndIsFiled() {
        String number = "47-000000200";
        put(number, "\"name\": \"Acme\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        try (Chromium.Window window = Chromium.open("/accounts/" + number)) {
            Page page = window.page();
            page.getByText("Draw up an appeal").click();
            page.getByLabel("Document").fill(HostileText.TEXT.replace("\u202E", ""));
            page.getByLabel("Importer numbers affected").fill(number + "\n47-00000");
            page.getByLabel("Headings").fill("8471 39 3700.00\n84 2");
            page.getByText("File the appeal").click();

            assertThat(page.locator("#f-author-faults")).containsText("author");
            assertThat(page.locator("#f-importers-faults")).containsText("47-00000");
            assertThat(page.locator("#f-headings-faults")).containsText("is no heading");
            assertThat(page.getByLabel("Document")).hasValue(HostileText.TEXT.replace("\u202E", ""));
            assertThat(page.getByLabel("Current Center")).hasValue("CEE005");
            assertThat(page.locator("[aria-invalid=true]").first()).isFocused();
            assertThat(page.evaluate("window.hostile")).isNull();
            window.hold("appeal-faults");

            page.getByLabel("Importer numbers affected").fill(number);
            page.getByLabel("Headings").fill("8471 39 3700.00");
            page.getByText("Check what is missing").click();
            assertThat(page.locator(".lacks")).containsText("the preferred Center is not named");

            page.getByLabel("Preferred Center").selectOption("CEE007");
            page.getByLabel("Bond numbers").fill("123456789");
            page.getByLabel("Justification").fill("Intended use.\nAll goods are parts of computers.");
            page.getByLabel("Import data from").fill("2025-11-01");
            page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill("2026-10-31");
            page.getByLabel("Recorded by").fill("jd");
            page.getByLabel("Reason").fill("letter");
            put(number, "\"name\": \"Acme Two\"");
            page.getByText("File the appeal").click();
            assertThat(page.locator(".changed")).isFocused();
            page.getByText("File the appeal").click();

            assertThat(page.locator("h1")).containsText("Appeal of");
            assertThat(page.locator("main")).containsText("The packet lacks nothing.");
            assertThat(page.getByLabel("Bond numbers")).hasValue("123456789");
        }
    }

    @Test
    void appeal_onAnAccountThatChanged_saysSoAndIsRecordedThenWithoutScript() {
        String number = "47-000000300";
        put(number, "\"name\": \"Acme\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        try (Chromium.Window window = Chromium.openWithoutScript("/accounts/" + number + "?appeal=new")) {
            Page page = window.page();
            page.getByLabel("Document").fill("letter 9");
            page.getByLabel("Recorded by").fill("jd");
            page.getByLabel("Reason").fill("letter");
            put(number, "\"name\": \"Acme Two\"");
            page.getByText("File the appeal").click();

            assertThat(page.locator(".changed"))
                    .containsText("somebody recorded change 2 of the account; you saw change 1");
            assertThat(page.getByLabel("Document")).hasValue("letter 9");
            page.getByText("File the appeal").click();
            assertThat(page.locator("#lacks")).isVisible();
            page.locator("main p a").first().click();
            assertThat(page.locator("section.open")).containsText("letter 9");
        }
    }

    @Test
    void account_ofAPerson_neverShowsNumberOrName() {
        String number = "518-36-7421";
        put(number, "\"name\": \"Ottoline Zwicky\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        String account = given().get("/accounts/" + number).asString();
        String form = given().get("/accounts/" + number + "?appeal=new").asString();
        Response filed = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(
                        "version=1&filed=2026-03-01&reference=letter+of+518-36-7421&importers=***-**-7421&author=jd&reason=r")
                .post("/accounts/" + number + "?appeal=new");
        assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(303);
        String appeal =
                given().get("/accounts/" + number + filed.header("Location")).asString();

        assertThat(account).contains("***-**-7421", "*** ");
        for (String page : new String[] {
            account,
            form,
            appeal,
            filed.headers().toString(),
            given().get("/accounts/" + number).asString()
        }) {
            assertThat(page).doesNotContain(number, "518367421", "Zwicky");
        }
        assertThat(appeal).contains("***-**-7421", "letter of ***-**-7421");

        String address = open(number).header("Location");
        assertThat(address).matches("/accounts/no-[0-9]+");
        assertThat(given().get(address).asString()).contains("***-**-7421").doesNotContain(number);
        assertThat(given().get("/accounts?center=CEE005").asString())
                .contains("<a href=\"" + address + "\">***-**-7421</a>");
        given().get("/accounts/no-999999999").then().statusCode(404);
        given().get("/accounts/518-36-7499")
                .then()
                .statusCode(404)
                .body(containsString("***-**-7499"), not(containsString("518-36-7499")));
    }

    @Test
    void account_withNothingOnFile_isAPageThatLeadsOn() {
        given().accept("text/html")
                .get("/accounts/47-000000899")
                .then()
                .statusCode(404)
                .body(containsString("nothing is on file for this importer number"))
                .body(containsString("href=\"/decisions?importer=47-000000899\""), not(containsString("/v1/")));
        given().accept("text/html")
                .get("/accounts/no-999999999")
                .then()
                .statusCode(404)
                .body(containsString("<p class=\"said\">nothing is on file for this importer number.</p>"))
                .body(containsString("href=\"/help\""));
    }

    @Test
    void appeal_checkedWithoutADocument_saysWhatThePacketLacks() {
        String number = "47-000000500";
        put(number, "\"name\": \"Acme\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        send(number, "new", "version=1&filed=2026-03-01&reference=&check=1")
                .then()
                .statusCode(200)
                .body(containsString("no bond number is named"));
    }

    @Test
    void appeal_amendedInPart_keepsWhatTheFormDoesNotHave() {
        String number = "47-000000600";
        put(number, "\"name\": \"Acme\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        String who = "&author=jd&reason=r";
        String appeal = send(
                        number,
                        "new",
                        "version=1&filed=2026-03-01&reference=letter+7&bonds=123456789&justification=use" + who)
                .header("Location")
                .replace("?appeal=", "");
        send(number, appeal, "version=2&justification=" + who).then().statusCode(303);
        given().get("/v1/accounts/" + number + "/appeals/" + appeal)
                .then()
                .body("packet.reference", equalTo("letter 7"))
                .body("packet.bonds", hasItem("123456789"))
                .body("packet.justification", equalTo(""));
        send(number, appeal, "version=two" + who)
                .then()
                .statusCode(422)
                .body(
                        containsString("field <code>version</code> <code>two</code> is not a whole number"),
                        containsString("name=\"version\" value=\"3\""));
        send(number, appeal, "reference=other" + who)
                .then()
                .statusCode(422)
                .body(containsString("field <code>version</code> is missing"));
        send(number, appeal, "version=&reference=other" + who)
                .then()
                .statusCode(422)
                .body(containsString("field <code>version</code> is missing"), containsString("On file now: letter 7"));
    }

    @Test
    void appeal_amendedByTwo_showsTheSecondWhatTheFirstRecorded() {
        String number = "47-000000700";
        put(number, "\"name\": \"Acme\", \"center\": \"CEE005\", \"since\": \"2019-04-01\"");
        String who = "&author=jd&reason=r";
        String appeal = send(number, "new", "version=1&filed=2026-03-01&reference=letter+7&importers=" + number + who)
                .header("Location")
                .replace("?appeal=", "");
        send(number, appeal, "version=2&preferred=CEE007&justification=first%0D%0Asecond&reference=letter+7" + who)
                .then()
                .statusCode(303);
        send(number, appeal, "version=2&preferred=&justification=mine&reference=letter+7" + who)
                .then()
                .statusCode(412)
                .body(containsString("name=\"version\" value=\"3\""), containsString(">\nmine</textarea>"))
                .body(containsString("id=\"f-preferred-onfile\">On file now: Electronics · CEE007"))
                .body(containsString("id=\"f-justification-onfile\">On file now: first second"))
                .body(not(containsString("f-reference-onfile")), not(containsString("current</code>")))
                .body(containsString("target=\"_blank\" rel=\"noopener\""));
    }

    private static Response send(String number, String appeal, String form) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/accounts/" + number + "?appeal=" + appeal);
    }

    @Test
    void accounts_list_opensAndPagesAndDownloads() {
        String number = "47-000000400";
        put(
                number,
                "\"name\": \"" + HostileText.TEXT.replace("\"", "\\\"")
                        + "\", \"center\": \"CEE006\", \"since\": \"2019-04-01\"");
        put("519-36-7421", "\"name\": \"Zwicky\", \"center\": \"CEE006\", \"since\": \"2019-04-01\"");
        for (int i = 100; i < 150; i++) {
            put("47-000001" + i, "\"center\": \"CEE006\", \"since\": \"2019-04-01\"");
        }
        try (Chromium.Window window = Chromium.open("/accounts?center=CEE006")) {
            Page page = window.page();
            Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(page.locator("tbody tr")).hasCount(50);
            // Other tests have accounts too, so that it may be on a later page.
            while (row.count() == 0) {
                page.locator("a[rel=next]").click();
            }
            assertThat(row).containsText("O'Neil & Sons");
            assertThat(page.content()).doesNotContain("519-36-7421", "Zwicky");
            assertThat(page.evaluate("window.hostile")).isNull();
            window.hold("accounts");

            if (page.locator("a[rel=next]").count() == 1) {
                page.locator("a[rel=next]").click();
                assertThat(page.locator("nav.pages")).containsText("First");
            }
            page.getByLabel("Importer number").fill("47-00000");
            page.getByText("Open", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#f-number-faults")).containsText("47-00000");
            page.getByLabel("Importer number").fill(number);
            page.getByText("Open", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("h1 .number")).hasText(number);
        }
        assertThat(given().get("/accounts.csv?center=CEE006").asString())
                .startsWith("number,name,kind,version,status,center,basis\r\n")
                .contains(number + ",", "***-**-7421,***,")
                .doesNotContain("519-36-7421");
        given().get("/accounts.xlsx?center=CEE006")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("accounts.xlsx"));
        open("47-000009999")
                .then()
                .statusCode(422)
                .body(containsString("nothing is on file"), containsString("value=\"47-000009999\""));
    }

    private static Response open(String number) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("number", number)
                .post("/accounts");
    }

    private static void put(String number, String fields) {
        Response answer =
                json("{" + fields + ", " + WHO + "}").header("If-Match", "*").put("/v1/accounts/" + number);
        if (answer.statusCode() == 412) {
            answer = json("{" + fields + ", " + WHO + "}").put("/v1/accounts/" + number);
        }
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    }

    private static void change(String number, String what, String fields) {
        String tag = given().get("/v1/accounts/" + number).header("ETag");
        Response answer = json("{" + fields + ", " + WHO + "}")
                .header("If-Match", tag)
                .post("/v1/accounts/" + number + "/" + what);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    }
}
