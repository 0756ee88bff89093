package io.centerline.web.ask;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.centerline.journal.StoreResource;
import io.centerline.web.Chromium;
import io.centerline.web.HostileText;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class AskPagesTest {
    @Inject
    Placing placing;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

            assertThat(page.locator(".found")).containsText("Electronics");
            assertThat(page.locator(".found a.rule")).hasText("MEM-0712");
            assertThat(page.locator(".found")).containsText("since 04/04/2013");
            window.hold("ask");
        }
    }

    @Test
    void ask_headingAndWord_areAnsweredFromOneField() {
        try (Chromium.Window window = Chromium.openWithoutScript("/?q=7318")) {
            Page page = window.page();
            assertThat(page.locator(".found")).containsText("Base Metals");
            page.getByLabel("HTSUS number").fill("tires");
            page.locator("#ask button").click();
            assertThat(page.locator(".found tbody tr")).hasCount(3);
            assertThat(page.locator(".found")).containsText("Automotive & Aerospace");
        }
    }

    @Test
    void ask_severalNumbers_areATableAndWhereTheyWouldBeTogether() {
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = window.page();
            page.getByLabel("HTSUS number").fill("8471.30.0100, 8542.31.0015 7208.10.1500");
            page.locator("#ask button").click();
            assertThat(page.locator(".found table.numbers tbody tr")).hasCount(3);
            assertThat(page.locator(".found")).containsText("2 of 3 entry lines belong there");
            window.picture("ask-numbers");
            page.navigate("/?q=tires");
            window.hold("ask-word");
        }
    }

    @Test
    void ask_wordOfACenter_leadsToItAndItsRules() {
        for (String asked : List.of("Electronics", "CEE007", "los angeles")) {
            given().accept("text/html")
                    .queryParam("q", asked)
                    .get("/")
                    .then()
                    .statusCode(200)
                    .body(containsString("href=\"/centers#CEE007\""))
                    .body(containsString("href=\"/rules?q=CEE007\""));
        }
        given().accept("text/html")
                .queryParam("q", "laptops")
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("Nothing has these words. What can be asked"));
    }

    @Test
    void ask_rulesThatEnded_areMarked() {
        given().accept("text/html")
                .queryParam("q", "MEM-0904")
                .queryParam("asOf", "2026-11-25")
                .get("/")
                .then()
                .body(containsString("no longer in force on 11/25/2026"));
        given().accept("text/html")
                .queryParam("q", "MEM-0712")
                .queryParam("asOf", "2026-11-25")
                .get("/")
                .then()
                .body(not(containsString("no longer in force")));
    }

    @Test
    void ask_moreNumbersThanAnAddressTakes_areAnsweredAndHaveTheirFile() {
        String many = "8471.30.0100 7208.10.1500 ".repeat(500);
        given().accept("text/html")
                .formParam("q", many)
                .formParam("asOf", "2026-11-25")
                .post("/")
                .then()
                .statusCode(200)
                .body(containsString("1,000 numbers"))
                .body(containsString("action=\"/numbers.csv\""));
        String csv = given().formParam("q", many)
                .formParam("asOf", "2026-11-25")
                .post("/numbers.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Assertions.assertThat(csv.lines()).hasSize(1001);
        String address = given().redirects()
                .follow(false)
                .formParam("q", "8471.30.0100 ".repeat(130))
                .formParam("asOf", "2026-11-25")
                .post("/")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        given().urlEncodingEnabled(false)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .body(containsString("130 numbers"))
                .body(containsString("<a href=\"/numbers.csv?q="));
    }

    @Test
    void list_partsThatAreNoNumbers_areToldAndTheOthersAnswered() {
        String list = "8471.30.0100, 8471, 7208.10.15O0; 8542.31.0015";
        given().accept("text/html")
                .queryParam("q", list)
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("2 numbers"))
                .body(containsString("HTS number <code>8471</code> has 4 digits"))
                .body(containsString("7208.10.15O0"));
        given().accept("text/html")
                .multiPart("lines", list)
                .multiPart("asOf", "2026-11-25")
                .post("/place")
                .then()
                .statusCode(200)
                .body(containsString("Placed in Electronics"))
                .body(containsString("HTS number <code>8471</code> has 4 digits"));
        given().queryParam("q", list)
                .get("/numbers.csv")
                .then()
                .statusCode(200)
                .body(containsString("\r\n,8471,UNREADABLE,"));
        given().accept("text/html")
                .multiPart("lines", "HTS 10,Value\n8471.30.0100,100.00\n8471.30.0100,100.00\n8471.30.0100,100.00")
                .post("/place")
                .then()
                .body(not(containsString("has 5 digits")));
    }

    @Test
    void place_fileThatThePageCannotCarryAlong_isToBeChosenAgain() {
        String lines = "Importer,Date,HTS\n" + "71-200000100,2026-06-01,8471.30.0100\n".repeat(30_000);
        given().accept("text/html")
                .multiPart("file", "lines.csv", lines.getBytes(StandardCharsets.UTF_8))
                .multiPart("asOf", "2026-11-25")
                .post("/place")
                .then()
                .statusCode(200)
                .body(containsString("Choose <code>lines.csv</code> again"))
                .body(containsString("Placed in Electronics"));
    }

    @Test
    void ask_specialProvisions_belongToNoCenter() {
        for (String asked : List.of("9903", "9903.88.15")) {
            given().accept("text/html")
                    .queryParam("q", asked)
                    .queryParam("asOf", "2026-11-25")
                    .get("/")
                    .then()
                    .statusCode(200)
                    .body(containsString("they belong to no Center and never vote"));
        }
        given().accept("text/html")
                .queryParam("q", "8471")
                .queryParam("asOf", "1999-01-01")
                .get("/")
                .then()
                .statusCode(422)
                .body(containsString("query parameter <code>asOf</code>"));
    }

    @Test
    void ask_whatCannotBeRead_saysSoAndKeepsWhatWasTyped() {
        given().accept("text/html")
                .queryParam("q", "8471.30.01001 ")
                .get("/")
                .then()
                .statusCode(422)
                .body(containsString("8471.30.01001"))
                .body(containsString("digits"));
        given().accept("text/html")
                .queryParam("q", HostileText.TEXT)
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("&lt;img src=x"))
                .body(not(containsString("<img src=x")));
    }

    @Test
    void place_examples_showTheAnswerAndWhatWouldChangeIt() {
        try (Chromium.Window window = Chromium.open("/?example=car-electronics")) {
            Page page = window.page();
            assertThat(page.locator("#whole")).hasText("Placed in Electronics");
            assertThat(page.locator(".whole"))
                    .containsText("3 more lines in Automotive & Aerospace would move it there");
            window.hold("ask-example");
            page.navigate("/?example=tie");
            assertThat(page.locator(".whole")).containsText("6 of 14 entry lines each");
            page.navigate("/?example=steel");
            assertThat(page.locator(".whole")).containsText("special provision only");
            page.navigate("/?example=exports");
            assertThat(page.locator("table.importers tbody tr")).hasCount(2);
            assertThat(page.locator(".rejects")).containsText("2 rejected rows");
            page.locator(".rejects summary").click();
            window.hold("ask-file");
        }
    }

    @Test
    void place_pasteOfAnImporter_isPlacedAndRecordedWhenAsked() {
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = window.page();
            page.locator("#lines").fill("Date,HTS\n2026-06-01,8471.30.0100\n2026-06-02,8471.30.0100\n");
            page.locator("#asOf").fill("2026-11-25");
            page.locator("#importerNumber").fill("71-200000100");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Place").setExact(true))
                    .click();
            assertThat(page.locator("#whole")).hasText("Placed in Electronics");
            assertThat(page.locator("#answered")).isFocused();

            window.context().setOffline(true);
            page.getByText("Record this decision").click();
            assertThat(page.locator("#fault")).containsText("The service does not answer");
            assertThat(page.locator("#whole")).isVisible();
            window.context().setOffline(false);

            page.getByText("Record this decision").click();
            page.waitForURL("**/decisions/*");
            assertThat(page.locator("h1")).containsText("Placed in Electronics");

            page.goBack();
            assertThat(page.locator("#lines")).hasValue(Pattern.compile("8471\\.30\\.0100"));
        }
    }

    @Test
    void place_fileOfAce_answersWithColumnsRowsAndFilesToTakeAlong() {
        try (Chromium.Window window = Chromium.open("/")) {
            Page page = window.page();
            page.locator("#file").setInputFiles(Path.of("src/samples/es003.csv"));
            page.locator("#asOf").fill("2026-11-25");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Place").setExact(true))
                    .click();
            assertThat(page.locator(".columns")).containsText("HTS Number - Full");

            Download workbook =
                    page.waitForDownload(() -> page.getByText("Workbook").click());
            Assertions.assertThat(workbook.suggestedFilename()).isEqualTo("answer.xlsx");
            page.locator("#file").setInputFiles(workbook.path());
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Place").setExact(true))
                    .click();
            assertThat(page.locator("#place-faults .issues")).isVisible();
            assertThat(page.locator("#lines")).isFocused();
        }
    }

    @Test
    void place_workbookWithoutScript_isAnsweredAndCarriedAlong() throws IOException {
        try (Chromium.Window window = Chromium.openWithoutScript("/")) {
            Page page = window.page();
            page.locator("#file").setInputFiles(new FilePayload("lines.xlsx", XLSX, workbook()));
            page.locator("#asOf").fill("2026-11-25");
            page.getByText("Place", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("table.importers tbody tr")).hasCount(2);
            assertThat(page.locator("#kept")).containsText("lines.xlsx");
            assertThat(page.locator("table.importers")).containsText("O'Neil & Sons");
            assertThat(page.locator(".rejects")).containsText("1 rejected row");

            page.getByLabel("Why 71-200000300: the whole answer").click();
            assertThat(page.locator("#whole")).hasText("Placed in Base Metals");
            Download lines = page.waitForDownload(
                    () -> page.getByText("Decisions (NDJSON)").click());
            Assertions.assertThat(Files.readAllLines(lines.path())).hasSize(2);
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Lines");
            String[][] rows = {
                {"Importer", "Name", "Date", "HTS"},
                {"71-200000200", HostileText.TEXT, "2026-06-01", "8471.30.0100"},
                {"71-200000300", "Steel", "2026-06-01", "7208.10.1500"},
                {"71-200000300", "Steel", "2026-06-01", "7208.10"}
            };
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    sheet.inlineString(i, j, rows[i][j]);
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void place_hostileLines_areShownAsText() {
        given().accept("text/html")
                .multiPart("lines", "Importer,HTS\n" + HostileText.TEXT + ",8471")
                .multiPart("importer", HostileText.TEXT)
                .multiPart("asOf", HostileText.TEXT)
                .post("/place")
                .then()
                .statusCode(422)
                .body(containsString("importer number"))
                .body(containsString("field <code>asOf</code>"), containsString("name=\"asOf\" type=\"text\""))
                .body(not(containsString("<img src=x")))
                .body(not(containsString("<script>window")));
    }

    @Test
    void place_numbersAlone_arePlacedAsThoseOfNobody() {
        String csv = given().accept("text/html")
                .formParam("lines", "8471.30.0100\n9903.88.15;7208.10.1500")
                .formParam("asOf", "2026-11-25")
                .post("/place.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("answer.csv"))
                .extract()
                .asString();
        Assertions.assertThat(csv.lines()).hasSize(4);
        given().multiPart("lines", "HTS,Port of Entry Code\n8471.30.0100,1\n8471.30.0100,2\n7208.10.1500,3")
                .post("/place.csv")
                .then()
                .body(containsString(",0.666667,"));
        given().multiPart("lines", "HTS,Port of Entry Code\n8471.30.0100,1\n8471.30.0100,2\n7208.10.1500,3")
                .post("/place")
                .then()
                .body(containsString("column <code>Port of Entry Code</code>"));
        given().formParam("lines", "8471.30.0100\n8471.30.0100 7208.10.1500")
                .post("/record")
                .then()
                .statusCode(422)
                .body(containsString("importer number is empty"));
    }

    @Test
    void place_linesAndAFile_areRefusedUnlessTheFileIsLeftOut() {
        byte[] file = "Importer,HTS\n71-200000100,8471.30.0100\n".getBytes(StandardCharsets.UTF_8);
        given().accept("text/html")
                .multiPart("file", "lines.csv", file)
                .multiPart("lines", "7208.10.1500")
                .post("/place")
                .then()
                .statusCode(422)
                .body(containsString("paste lines or choose a file, not both"))
                .body(containsString("id=\"kept\""), containsString("name=\"leave\""));
        given().accept("text/html")
                .header("HX-Request", "true")
                .multiPart("file", "lines.csv", file)
                .multiPart("lines", "7208.10.1500")
                .post("/place")
                .then()
                .statusCode(422)
                .body(not(containsString("id=\"kept\"")), containsString("name=\"leave\" value=\"file\">"));
        List<RequestSpecification> sent = List.of(
                given().multiPart("file", "lines.csv", file),
                given().multiPart("kept", Base64.getEncoder().encodeToString(file)));
        for (RequestSpecification either : sent) {
            either.accept("text/html")
                    .multiPart("lines", "7208.10.1500")
                    .multiPart("leave", "file")
                    .post("/place")
                    .then()
                    .statusCode(200)
                    .body(containsString("Placed in Base Metals"))
                    .body(not(containsString("id=\"kept\"")), containsString("value=\"file\" checked"));
        }
    }

    @Test
    void place_nothing_asksForLinesOrAFile() {
        given().accept("text/html")
                .multiPart("lines", " \n")
                .multiPart("asOf", "2026-11-25")
                .post("/place")
                .then()
                .statusCode(422)
                .body(containsString(
                        "<strong>there are no lines to place</strong> <span>— paste lines or choose a file"));
    }

    @Test
    void place_linesThatBeginWithAnEmptyOne_comeBackAsTheyWere() {
        given().accept("text/html")
                .multiPart("lines", "\n\n8471.30.0100")
                .post("/place")
                .then()
                .statusCode(200)
                .body(containsString(">\n\n\n8471.30.0100</textarea>"));
    }

    @Test
    void record_numbersThatTheScheduleLacks_keepsTheirWarnings() {
        String decision = given().redirects()
                .follow(false)
                .multiPart("lines", "4011.10.1000\n4011.10.1000")
                .multiPart("importer", "71-100000200")
                .multiPart("asOf", "2026-11-25")
                .post("/record")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        List<String> codes = given().get("/v1" + decision.substring(decision.indexOf("/decisions/")))
                .jsonPath()
                .getList("warnings.code");
        Assertions.assertThat(codes).filteredOn("HTS_UNKNOWN"::equals).hasSize(2);
    }

    @Test
    void place_whileOtherLargeFilesArePlaced_isToldToComeAgainAndKeepsTheForm() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(Placing.AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        AskForm large = AskForm.blank(LocalDate.of(2026, 11, 25), " ".repeat(1 << 20));
        List<Thread> others = Stream.generate(() -> new Thread(() -> placing.inTurn(large, form -> {
                    held.countDown();
                    return await(end);
                })))
                .limit(Placing.AT_ONCE)
                .toList();
        others.forEach(Thread::start);
        held.await();
        try {
            String lines = "8471.30.0100\n".repeat(30_000);
            given().accept("text/html")
                    .multiPart("lines", lines)
                    .post("/place")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "15")
                    .body(containsString("is placing the importers of other large files"))
                    .body(containsString("8471.30.0100\n8471.30.0100"));
            given().multiPart("lines", "8471.30.0100").post("/place").then().statusCode(200);
        } finally {
            end.countDown();
            for (Thread other : others) {
                other.join();
            }
        }
    }

    private static boolean await(CountDownLatch end) {
        try {
            return end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void place_onlyRowsWithFaults_showsColumnsRowsAndRejects() {
        String lines = "Importer,Date,HTS\n71-200000100,2026-06-01,8471.3\n71-200000100,2026-06-01,=1+1\n";
        given().accept("text/html")
                .multiPart("lines", lines)
                .multiPart("asOf", "2026-11-25")
                .post("/place")
                .then()
                .statusCode(422)
                .body(containsString("What was understood of the columns"))
                .body(containsString("2 read: 0 counted, 0 set aside, 2 rejected"))
                .body(containsString("No importer is placed"))
                .body(containsString("expected 8 or 10"))
                .body(containsString("use the number from the entry summary"))
                .body(containsString("/place.rejects.csv"))
                .body(not(containsString("/place.xlsx")));
        given().multiPart("lines", lines)
                .post("/place.rejects.csv")
                .then()
                .statusCode(200)
                .body(containsString("71-200000100,2026-06-01,8471.3,"))
                .body(containsString("71-200000100,2026-06-01,'=1+1,"));
        given().accept("text/html")
                .multiPart("lines", lines)
                .post("/place.xlsx")
                .then()
                .statusCode(422)
                .body(containsString("no importer can be placed"));
    }

    @Test
    void place_muchAtOnce_isQuick() {
        String numbers = "8471.30.0100\n".repeat(10_000);
        StringBuilder lines = new StringBuilder("Importer,Entry,Line,Date,HTS,Value\n");
        for (int i = 0; i < 100_000; i++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "71-3%06d00,ABC%08d,%d,2026-06-01,%s,100.00%n",
                    i / 10,
                    i / 10,
                    i % 10 + 1,
                    i % 3 == 0 ? "8471.30.0100" : "7208.10.1500"));
        }
        for (String pasted : List.of(numbers, lines.toString())) {
            long start = System.nanoTime();
            byte[] page = given().multiPart("lines", pasted)
                    .multiPart("asOf", "2026-11-25")
                    .header("HX-Request", "true")
                    .post("/place")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.println(pasted.length() + " characters in " + millis + " ms, " + page.length + " bytes");
            Assertions.assertThat(millis).isLessThan(20_000);
            Assertions.assertThat(page.length).isLessThan(400_000);
        }
    }
}
