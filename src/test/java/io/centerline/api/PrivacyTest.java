package io.centerline.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.activation.RulebookStore;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends a person's number and name wherever a caller can say whom it is about, and looks for them in every answer, metric
 * and line of the log. Sources of rules are shown as they are: they are about no importer.
 */
@Tag("service")
@QuarkusTest
class PrivacyTest {
    private static final String NUMBER = "417-28-6093";
    private static final String DIGITS = "417286093";
    private static final String NAME = "Ottoline Zwicky";
    private static final Pattern TOLD = Pattern.compile(NUMBER + "|" + DIGITS + "|41728-?6093|(?i:zwicky)");
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter of " + NUMBER + ", " + DIGITS + "\"";
    private static final String LINES = "\"lines\": [{\"hts\": \"8471.30.0100\", \"date\": \"2026-03-02\"}]";
    private static final String IMPORTER =
            "\"importer\": {\"number\": \"" + NUMBER + "\", \"name\": \"" + NAME + "\"}, \"asOf\": \"2026-11-25\"";

    private static final ImporterNumber PERSON = new ImporterNumber(NUMBER, ImporterNumber.Format.SOCIAL_SECURITY);

    @Inject
    Accounts accounts;

    @Inject
    RulebookStore versions;

    private final List<String> told = new ArrayList<>();
    private final Log log = new Log();

    /** What is logged while the test runs. */
    private static final class Log extends Handler {
        private final Formatter formatter = new SimpleFormatter();
        private final StringBuffer text = new StringBuffer();

        @Override
        public void publish(LogRecord entry) {
            text.append(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        log.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void answers_everyEndpoint_tellNoNumberAndNoName() {
        String id = placements();
        decisions(id);
        accounts(id);
        routings();
        refusals();
        addressesOfPages(id);
        look("metrics", given().get("/q/metrics"));
        look("health", given().get("/q/health"));

        assertThat(told).isEmpty();
        assertThat(lines(log.text.toString())).isEmpty();
    }

    private String placements() {
        String body = "{" + IMPORTER + ", \"account\": null, " + LINES + "}";
        Response placed =
                look("placement", json(body).header("Idempotency-Key", DIGITS).post("/v1/placements"));
        look(
                "same key",
                json(body.replace("8471.30.0100", "8471.41.0150"))
                        .header("Idempotency-Key", DIGITS)
                        .post("/v1/placements"));
        look("not recorded", json(body).post("/v1/placements?record=false"));
        look(
                "named in evidence",
                json("{" + IMPORTER + ", \"account\": null, " + LINES
                                + ", \"evidence\": [{\"factor\": \"INTENDED_USE\", \"center\": \"CEE003\", \"reference\": \"letter of "
                                + NUMBER + "\", \"recordedBy\": \"" + NAME + "\", \"recordedOn\": \"2026-01-10\"}]}")
                        .post("/v1/placements"));
        return placed.path("id");
    }

    private void decisions(String id) {
        for (String path : List.of("", "/facts", "/proof", "/appeal-packet", "/adoption", "/" + NUMBER)) {
            look("decision" + path, given().get("/v1/decisions/" + id + path));
            look("decision" + path + " as text", given().accept("text/html").get("/v1/decisions/" + id + path));
        }
        look("replay", given().post("/v1/decisions/" + id + "/replay"));
        for (String type : List.of("application/json", "text/csv", "application/x-ndjson")) {
            look("search", given().accept(type).queryParam("importer", NUMBER).get("/v1/decisions"));
            look(
                    "search by digits",
                    given().accept(type).queryParam("importer", DIGITS).get("/v1/decisions"));
        }
        look("export", given().get("/v1/journal/export"));
        look("records", given().get("/v1/journal/records"));
        look("proof of a record", given().get("/v1/journal/records/0/proof"));
        look("disclosures", given().queryParam("caller", NUMBER).get("/v1/journal/disclosures"));
        look("unknown decision", given().get("/v1/decisions/" + DIGITS));
    }

    private void accounts(String id) {
        String path = "/v1/accounts/" + NUMBER;
        String entered = "{\"name\": \"" + NAME + "\", \"center\": \"CEE005\", \"since\": \"2019-04-01\", " + WHO + "}";
        look("entered", json(entered).header("If-None-Match", "*").put(path));
        look("entered twice", json(entered).header("If-None-Match", "*").put(path));
        look("stale", json(entered).header("If-Match", "\"99\"").put(path));
        look("no version", json(entered).put(path));
        look(
                "wrong",
                json(entered.replace("2019-04-01", NUMBER))
                        .header("If-Match", "*")
                        .put(path));
        look(
                "named in a direction",
                json("{\"center\": \"CEE003\", \"from\": \"2020-01-01\", \"authority\": \"" + NUMBER
                                + "\", \"reference\": \"" + DIGITS + "\", " + WHO + "}")
                        .header("If-Match", "*")
                        .post(path + "/directions"));
        Response appealed = look(
                "appeal",
                json("{\"preferred\": \"CEE007\", \"filed\": \"2026-11-01\", \"reference\": \"" + DIGITS
                                + "\", \"importers\": [\"" + NUMBER + "\"], \"justification\": \"" + NUMBER + "\", "
                                + WHO + "}")
                        .header("If-Match", "*")
                        .post(path + "/appeals"));
        assertThat(appealed.statusCode()).isEqualTo(201);
        look("appeals", given().get(path + "/appeals/" + appealed.path("id")));
        sendBack(path, appealed.path("id"));
        look("adopted", json("{" + WHO + "}").header("If-Match", "*").post("/v1/decisions/" + id + "/adoption"));
        for (String type : List.of("application/json", "text/csv", "application/x-ndjson", "text/plain", "text/html")) {
            for (String under : List.of("", "/history", "/reassessment", "/directions", "/appeals", "/nothing")) {
                look(type + " account" + under, given().accept(type).get(path + under));
            }
            look(
                    type + " accounts",
                    given().accept(type).queryParam("importer", NUMBER).get("/v1/accounts"));
            look(type + " all accounts", given().accept(type).get("/v1/accounts"));
            look(type + " reassessments", given().accept(type).get("/v1/reassessments"));
        }
        Response opened = look(
                "page opened",
                given().redirects()
                        .follow(false)
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("number", NUMBER)
                        .post("/accounts"));
        assertThat(opened.statusCode()).isEqualTo(303);
        look("page of an account", given().get(opened.header("Location")));
        look("page of accounts", given().get("/accounts"));
        look("account by digits", given().get("/v1/accounts/" + DIGITS));
        json("{\"name\": \"***\", " + WHO + "}")
                .header("If-Match", "*")
                .put(path)
                .then()
                .statusCode(200);
        assertThat(accounts.file(PERSON).name()).isEqualTo(NAME);
    }

    /** What is sent back as it was shown stays as it is. */
    private void sendBack(String path, String appeal) {
        Map<String, Object> direction = given().get(path).path("directions[0]");
        String ended = "{\"center\": \"CEE003\", \"from\": \"2020-01-01\", \"until\": \"2020-12-31\", \"authority\": \""
                + direction.get("authority") + "\", \"reference\": \"" + direction.get("reference") + "\", " + WHO
                + "}";
        look("ended", json(ended).header("If-Match", "*").put(path + "/directions/1"))
                .then()
                .statusCode(200);
        String packet = given().get(path + "/appeals/" + appeal).asString();
        String justification = JsonPath.from(packet).getString("packet.justification");
        look(
                        "amended",
                        json("{\"preferred\": \"CEE007\", \"filed\": \"2026-11-01\", \"reference\": \""
                                        + JsonPath.from(packet).getString("packet.reference") + "\", \"importers\": [\""
                                        + NUMBER + "\"], \"justification\": \"" + justification + "\", " + WHO + "}")
                                .header("If-Match", "*")
                                .put(path + "/appeals/" + appeal))
                .then()
                .statusCode(200);

        AccountFile file = accounts.file(PERSON);
        assertThat(file.directions().get(1).authority()).isEqualTo(NUMBER);
        assertThat(file.directions().get(1).reference()).isEqualTo(DIGITS);
        AppealPacket kept =
                accounts.packet(PERSON, file.appeals().values().iterator().next());
        assertThat(kept.justification()).isEqualTo(NUMBER);
        assertThat(kept.reference()).isEqualTo(DIGITS);
    }

    private void routings() {
        String routing = "{" + IMPORTER + ", \"activity\": \"ENTRY_SUMMARY\", \"entry\": {\"number\": \"" + NUMBER
                + "\", \"port\": \"4101\", \"lines\": [{\"hts\": \"8471.30.0100\"}]}}";
        look("routing", json(routing).post("/v1/routings"));
        look(
                "routings",
                given().header("Content-Type", "application/x-ndjson")
                        .body((routing + "\n{\"" + NUMBER + "\": 1}\n" + NUMBER + "\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .post("/v1/routings/batch"));
        look(
                "consolidation",
                json("{" + IMPORTER + ", \"entries\": [{\"number\": \"" + NUMBER
                                + "\", \"port\": \"4101\", \"importer\": {\"number\": \"" + NUMBER + "\", \"name\": \""
                                + NAME
                                + "\"}, \"lines\": [{\"hts\": \"" + DIGITS + "\"}]}]}")
                        .post("/v1/protests/consolidations"));
    }

    /** A form writes what was typed into the address of its page, which is answered with another one. */
    private void addressesOfPages(String id) {
        for (String met : List.of(NUMBER, DIGITS, "tires " + NUMBER, "8471.30.0100 " + DIGITS, NUMBER + "x")) {
            for (String path : List.of("/?q=", "/rules?q=", "/decisions?importer=", "/numbers.csv?q=")) {
                moved(path + URLEncoder.encode(met, StandardCharsets.UTF_8));
            }
            Response asked = given().redirects()
                    .follow(false)
                    .formParam("q", met)
                    .formParam("asOf", "2026-11-25")
                    .post("/");
            assertThat(asked.header("Location")).as(met).isNull();
            assertThat(asked.asString()).contains("value=\"" + met + "\"");
            assertThat(asked.asString()).doesNotContainPattern("(href|action)=\"[^\"]*(" + TOLD + ")");
        }
        moved("/decisions/" + id + "/compare?with=" + NUMBER);
        moved("/accounts?asOf=" + NUMBER);
        given().redirects()
                .follow(false)
                .get("/decisions?importer=71-200000100")
                .then()
                .statusCode(200);
        given().redirects().follow(false).get("/log?after=" + DIGITS).then().statusCode(not(303));
    }

    private void moved(String address) {
        Response answer =
                given().urlEncodingEnabled(false).redirects().follow(false).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(303);
        look("page moved", answer);
        look("page", given().urlEncodingEnabled(false).get(address));
    }

    /** Every path and body that is refused says what it met. */
    private void refusals() {
        for (String met : List.of(NUMBER, DIGITS, "4172 86093", DIGITS.substring(0, 5) + "." + DIGITS.substring(5))) {
            look("hts", given().get("/v1/hts/" + met));
            look("hts as of", given().queryParam("asOf", met).get("/v1/hts/8471300100"));
            look("several hts", json("{\"numbers\": [\"" + met + "\"]}").post("/v1/hts"));
            look("a list of hts", given().contentType("text/plain").body(met).post("/v1/hts"));
            look("no path", given().get("/v1/" + met));
            look("no method", given().delete("/v1/accounts/" + met));
            look("no filter", given().queryParam(met, met).get("/v1/decisions"));
            look("no field", json("{\"" + met + "\": \"" + met + "\"}").post("/v1/placements"));
            look("no JSON", json(met + "{").post("/v1/placements"));
            look(
                    "no number",
                    json("{\"importer\": {\"number\": \"" + met + "\"}, \"lines\": [{\"hts\": \"" + met
                                    + "\", \"entry\": \"" + met + "\", \"date\": \"" + met + "\"}]}")
                            .post("/v1/placements"));
            look("no rulebook", given().get("/v1/rulebooks/" + met));
            look("no schedule", given().get("/v1/schedules/" + met));
            look("no problem", given().get("/problems/" + met));
            look(
                    "no impact",
                    json("{\"candidate\": \"" + met + "\", \"filter\": {\"importer\": \"" + met + "\"}}")
                            .post("/v1/rulebooks/impact"));
            look("no type", given().header("Accept", met + "/" + met).get("/v1/centers"));
            look("a request id", given().header("X-Request-Id", met).get("/v1/centers/" + met));
        }
    }

    @Test
    void activations_byAPerson_tellNoNumberAndNoUnseenCharacter() throws IOException {
        String before = given().get("/v1/rulebooks/active").path("rulebook");
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + "// a remark of a person\n");
        String hash = versions.store(RuleFolder.ofJson(Uploads.document(files)), "clerk " + NUMBER)
                .hash();
        String who = "{\"author\": \"clerk \u202E" + NUMBER + "\", \"reason\": \"letter \u202E of " + DIGITS + "\"}";
        Response done = look("activation", json(who).post("/v1/rulebooks/" + hash + "/activation"));
        StringBuilder shown = new StringBuilder(done.asString());
        for (String path : List.of(
                "/v1/rulebooks",
                "/v1/rulebooks/" + hash,
                "/v1/rulebooks/active",
                "/v1/rulebooks/activations",
                "/rules/activations",
                "/rules/activations/history.csv",
                "/rules/impacts")) {
            shown.append(look(path, given().get(path))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        json("{\"author\": \"jd\", \"reason\": \"back\"}")
                .post("/v1/rulebooks/" + before + "/activation")
                .then()
                .statusCode(200);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(told).isEmpty();
        assertThat(shown.append(log.text).toString())
                .contains("clerk \uFFFD***-**-6093")
                .doesNotContain("\u202E");
        assertThat(lines(log.text.toString())).isEmpty();
    }

    @Test
    void proposals_byAPerson_tellNoNumberAndNoUnseenCharacter() throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + "// proposed by a person\n");
        String hash = versions.store(RuleFolder.ofJson(Uploads.document(files)), "clerk")
                .hash();
        String name = "clerk \u202E" + NUMBER;
        Response made = look(
                "proposal",
                json("{\"rulebook\": \"" + hash + "\", \"author\": \"" + name + "\", \"reason\": \"of " + DIGITS
                                + "\"}")
                        .post("/v1/proposals"));
        String path = "/v1/proposals/" + made.path("number");
        Response said = look(
                "review",
                json("{\"verdict\": \"RETURNED\", \"reviewer\": \"" + name + "\", \"comment\": \"ask " + NUMBER
                                + "\", \"comments\": [{\"file\": \"" + Uploads.ELECTRONICS
                                + "\", \"line\": 1, \"text\": \"of "
                                + DIGITS + "\"}]}")
                        .header("If-Match", "*")
                        .post(path + "/reviews"));
        StringBuilder shown = new StringBuilder(made.asString()).append(said.asString());
        for (String address : List.of(
                path,
                "/v1/proposals",
                "/rules/proposals",
                "/rules/proposals/list.csv",
                path.replace("/v1", "/rules"),
                "/v1/journal/records?kind=proposal&limit=1000",
                "/v1/journal/records?kind=review&limit=1000")) {
            shown.append(look(address, given().get(address))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(told).isEmpty();
        assertThat(shown.append(log.text).toString())
                .contains("clerk \uFFFD***-**-6093")
                .doesNotContain("\u202E");
        assertThat(lines(log.text.toString())).isEmpty();
    }

    @Test
    void names_withUnseenCharacters_areShownWithoutThem() {
        String path = "/v1/accounts/41-728609300";
        String name = "Acme \u202Egro.live\u2028K7 Inc";
        String entered = "{\"name\": \"" + name + "\", \"center\": \"CEE005\", \"since\": \"2019-04-01\","
                + " \"author\": \"jd\", \"reason\": \"letter \u202E 7\"}";
        List<Response> answers = new ArrayList<>();
        answers.add(json(entered).header("If-None-Match", "*").put(path));
        answers.add(json(entered).header("If-None-Match", "*").put(path));
        answers.add(given().get(path));
        answers.add(given().get(path + "/history"));
        for (String type : List.of("application/json", "text/csv", "application/x-ndjson", "text/plain")) {
            answers.add(given().accept(type).get("/v1/accounts"));
        }

        assertThat(answers.get(0).statusCode()).isEqualTo(201);
        assertThat(answers).extracting(Response::asString).noneMatch(text -> text.matches("(?s).*[\u202E\u2028].*"));
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private Response look(String what, Response answer) {
        String whole = answer.headers() + "\n" + answer.asString();
        lines(whole).forEach(line -> told.add(what + " " + answer.statusCode() + ": " + line));
        return answer;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> TOLD.matcher(line).find()
                        || line.toLowerCase(Locale.ROOT).contains("ottoline"))
                .map(line -> line.length() > 300 ? line.substring(0, 300) : line)
                .toList();
    }
}
