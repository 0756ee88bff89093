package io.centerline.web.runs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Requests;
import io.centerline.batch.run.FileRun;
import io.centerline.batch.run.RunProgress;
import io.centerline.batch.run.RunRequest;
import io.centerline.intake.rows.RowOptions;
import io.centerline.journal.StoreResource;
import io.centerline.placement.Placement.Explain;
import io.centerline.tariff.Schedule;
import io.centerline.web.Chromium;
import io.centerline.web.NeedsBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@NeedsBrowser
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class RunPagesTest {
    private static final String TITLES = "Importer,Entry Number,Line,Date,HTS 1,Value\n";
    private static final String RECORDED = "77-123490200";
    private static final String STEEL = "7208.10.1500";
    private static final String LAPTOP = "8471.30.0100";

    @ConfigProperty(name = "centerline.runs.dir")
    String folder;

    @Inject
    ActiveRulebook active;

    @Inject
    Schedule schedule;

    private Path runs;

    @BeforeEach
    void runs_ofTwoYears() throws IOException {
        runs = Path.of(folder);
        if (Files.exists(runs.resolve("2025"))) {
            return;
        }
        run("2024", TITLES + row(RECORDED, 1, LAPTOP) + row("45-678901200", 2, STEEL), null);
        run(
                "2025",
                TITLES
                        + row(RECORDED, 1, STEEL)
                        + row("45-678901200", 2, STEEL)
                        + row("123-45-6789", 3, "84x")
                        + row("987-65-4321", 4, LAPTOP),
                new RunRequest.Before.OtherRun(runs.resolve("2024")));
    }

    @Test
    void run_finished_showsWhatCameOfItAndLeadsToDecisions() {
        json(Requests.of(RECORDED, "IMPORTER", 6)).post("/v1/placements").then().statusCode(201);
        try (Chromium.Window window = Chromium.open("/decisions")) {
            Page page = window.page();
            page.getByText("Runs over files").click();
            assertThat(page.locator("h1")).hasText("Runs over files");
            assertThat(page.locator("table.runs")).containsText("finished");
            window.hold("runs");
            page.locator("table.runs a[href='/runs/2025']").click();

            assertThat(page.locator("h1")).hasText("3 importers decided from 4 rows");
            assertThat(page.locator("table.shares")).containsText("Base Metals");
            assertThat(page.locator("#movers")).hasText("1 of 2 importers move");
            assertThat(page.locator("svg.flow")).containsText("Electronics");
            assertThat(page.locator("table.rejected")).containsText("84x");
            assertThat(page.locator("main")).containsText("***-**-6789");
            assertThat(page.locator("main")).not().containsText("123-45");
            window.hold("run");
            page.locator("a[href='/decisions?importer=" + RECORDED + "']").click();
            assertThat(page.locator("h2#list")).containsText("decision");
        }
    }

    @Test
    void run_thatRuns_isShownAgainByItselfUntilItIsFinished() throws IOException {
        Path live = begun("live", progress("deciding", 3, 9));
        try (Chromium.Window window = Chromium.open("/runs/live")) {
            Page page = window.page();
            assertThat(page.locator("h1")).hasText("Run live: running");
            assertThat(page.locator("main")).containsText("deciding, 3 of 9 parts");
            assertThat(page.locator("main")).containsText("about 12 s left");
            window.hold("run-running");
            Files.writeString(live.resolve(".work/progress.json"), progress("deciding", 8, 9));
            assertThat(page.locator("main")).containsText("8 of 9 parts");

            Files.copy(runs.resolve("2025/summary.json"), live.resolve("summary.json"));
            Files.copy(runs.resolve("2025/manifest.json"), live.resolve("manifest.json"));
            assertThat(page.locator("h1")).hasText("3 importers decided from 4 rows");
            assertThat(page.locator("[hx-trigger]")).hasCount(0);
        }
    }

    @Test
    void run_nobodyWorksOn_isInterruptedAndSaysHowToGoOn() throws IOException {
        Path old = begun("old", progress("adding up equal rows", 40, 100));
        Files.setLastModifiedTime(
                old.resolve(".work/progress.json"), FileTime.from(Instant.now().minusSeconds(31)));
        begun("ended", progress("deciding", 1, 2).replace("true", "false"));
        for (String name : List.of("old", "ended")) {
            page("/runs/" + name, 200)
                    .body(containsString("Give the same command again"))
                    .body(not(containsString("hx-trigger")));
        }
        page("/runs", 200).body(containsString("adding up equal rows, 40 of 100 parts"));
    }

    @Test
    void run_withBrokenFiles_isShownWithWhatIsWrong() throws IOException {
        Path broken = Files.createDirectories(runs.resolve("broken"));
        Files.writeString(broken.resolve("manifest.json"), "{\"format\": \"centerline-run/1\", \"asOf\"");
        Files.writeString(broken.resolve("summary.json"), "{\"rows\": {\"read\": \"many\"}}");
        Files.writeString(broken.resolve("rejects.csv"), "a,Reason\n\"x");
        Files.writeString(broken.resolve("movers.csv"), "\u0000\n,,\n\"");
        page("/runs/broken", 200)
                .body(containsString("<code>manifest.json</code> cannot be read: it is no whole JSON"))
                .body(containsString("<code>summary.json</code> cannot be read"))
                .body(containsString("--restart"));
        begun("halfway", "{\"step\": \"dec");
        page("/runs/halfway", 200).body(containsString("<code>progress.json</code> cannot be read"));
        page("/runs", 200).body(containsString("cannot be read whole"));
        Files.delete(broken.resolve("summary.json"));
        page("/runs/broken", 200).body(containsString("<code>summary.json</code> is missing"));
    }

    @Test
    void file_ofARun_isAnAttachmentWithTheBytesOfTheFile() throws IOException {
        given().get("/runs/2025/manifest.json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"2025-manifest.json\"")
                .header("Cache-Control", containsString("private"))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(containsString("application/json"))
                .body(equalTo(Files.readString(runs.resolve("2025/manifest.json"))));
        given().get("/runs/2025/rejects.csv").then().statusCode(200).body(containsString("123-45-6789"));
        given().get("/runs/2025/decisions.csv").then().statusCode(200).body(not(containsString("987-65-4321")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "..%2fdata",
                "%2e%2e%2f%2e%2e",
                ".work",
                "2025%00",
                "2025/.work",
                "2025/..%2f2024%2fmanifest.json",
                "2025/decisions.parquet",
                "2025/manifest.json.unfinished",
                "linked",
                "linked/manifest.json",
                "inside/summary.json",
                "%E2%80%AE"
            })
    void address_thatNamesNoRunOrFile_findsNothing(String address) throws IOException {
        Path elsewhere = Files.createDirectories(runs.resolveSibling("elsewhere"));
        Files.writeString(elsewhere.resolve("manifest.json"), "{}");
        link("linked", elsewhere);
        Files.createDirectories(runs.resolve("inside"));
        Files.writeString(runs.resolve("inside/manifest.json"), "{}");
        link("inside/summary.json", elsewhere.resolve("manifest.json"));

        given().urlEncodingEnabled(false)
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/runs/" + address)
                .then()
                .statusCode(matchesStatus())
                .body(allOf(containsString("</html>"), not(containsString("centerline-run/1"))));
    }

    @Test
    void runs_folderThatNoAddressCanName_isCounted() throws IOException {
        Files.createDirectories(runs.resolve("last year"));
        Files.copy(runs.resolve("2024/manifest.json"), runs.resolve("last year/manifest.json"));
        page("/runs", 200).body(containsString("1 folder is left out")).body(containsString("2025"));
        Files.delete(runs.resolve("last year/manifest.json"));
        page("/runs", 200).body(not(containsString("left out")));
        Files.delete(runs.resolve("last year"));
    }

    /** No run, or no address at all. */
    private static org.hamcrest.Matcher<Integer> matchesStatus() {
        return org.hamcrest.Matchers.oneOf(400, 404);
    }

    private static io.restassured.response.ValidatableResponse page(String address, int status) {
        return given().accept("text/html").get(address).then().statusCode(status);
    }

    private void link(String name, Path target) throws IOException {
        Path link = runs.resolve(name);
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, target.toAbsolutePath());
        }
    }

    /** A run that was begun, with a progress. */
    private Path begun(String name, String progress) throws IOException {
        Path work = Files.createDirectories(runs.resolve(name).resolve(".work"));
        Files.write(work.resolve("manifest.json"), Files.readAllBytes(runs.resolve("2025/manifest.json")));
        Files.writeString(work.resolve("progress.json"), progress);
        return runs.resolve(name);
    }

    private static String progress(String step, int done, int all) {
        return "{\"step\": \"" + step + "\", \"done\": " + done + ", \"all\": " + all
                + ", \"unit\": \"parts\", \"seconds\": 6, \"working\": true, \"pid\": 1, \"machine\": \"another\"}";
    }

    private static String row(String importer, int entry, String hts) {
        return importer + ",ABC0000000" + entry + ",1,2026-03-02," + hts + ",1000.00\n";
    }

    private void run(String name, String lines, RunRequest.@Nullable Before before) throws IOException {
        Path input = Files.writeString(Files.createTempFile("lines", ".csv"), lines);
        new FileRun(
                        new RunRequest(
                                List.of(input.toString()),
                                runs.resolve(name),
                                LocalDate.of(2026, 11, 25),
                                RowOptions.LENIENT,
                                active.latest().rulebook(),
                                schedule,
                                "test",
                                Explain.SUMMARY,
                                RunRequest.Format.CSV,
                                1,
                                500_000_000L,
                                false,
                                before,
                                null),
                        RunProgress.SILENT)
                .run();
    }
}
