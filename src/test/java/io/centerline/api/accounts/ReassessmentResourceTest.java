package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.intake.sheet.MadeUpWorkbook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"StringConcatToTextBlock", "AddressSelection"
}) // lines of HTTP end as it wants them; the loopback address is one
@Tag("service")
@QuarkusTest
class ReassessmentResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter\"";
    private static final String METALS = "7318.15.2010";
    private static final String TYRES = "4011.10.1010";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void reassess_linesOfAllKinds_areAnsweredInTheirOrder() {
        String drifting = account("CEE005");
        String steady = account("CEE007");
        List<JsonNode> answers = lines(
                request(drifting, "2026-11-25", 3, 1),
                "",
                "{\"importer\": 7}",
                request(steady, "2026-11-25", 3, 1),
                request(number(), "2026-11-25", 1, 0),
                request(steady, "2026-11-25", 1, 0).replace("{\"importer\"", "{\"account\": null, \"importer\""),
                "{]");

        assertThat(answers).extracting(answer -> answer.path("line").asInt()).containsExactly(1, 3, 4, 5, 6, 7);
        JsonNode drift = answers.get(0);
        assertThat(drift.path("importer").asText()).isEqualTo(drifting);
        assertThat(drift.path("version").asInt()).isEqualTo(1);
        assertThat(drift.path("center").asText()).isEqualTo("CEE005");
        assertThat(drift.path("kept").asBoolean()).isTrue();
        assertThat(drift.path("drift").path("found").asText()).isEqualTo("CEE007");
        assertThat(drift.path("drift").path("reason").asText()).isEqualTo("PREDOMINANCE");
        assertThat(drift.path("drift").path("margin").asText()).isEqualTo("0.5000");
        assertThat(drift.path("drift").path("since").asText()).isEqualTo("2026-11-25");
        assertThat(answers.get(2).path("drift").isNull()).isTrue();
        assertThat(answers)
                .extracting(answer -> answer.path("problem").path("type").asText())
                .containsExactly(
                        "",
                        "/problems/invalid-facts",
                        "",
                        "/problems/not-found",
                        "/problems/invalid-facts",
                        "/problems/invalid-facts");
        assertThat(answers.get(4).at("/problem/issues/0/code").asText()).isEqualTo("ACCOUNT_STATED");

        decision(drift.path("decision").asText(), "CEE005", "ACCOUNT");
        decision(drift.at("/drift/proposal").asText(), "CEE007", "PREDOMINANCE");
        get("/v1/accounts/" + drifting).then().body("version", equalTo(1)).body("center", equalTo("CEE005"));
        assertThat(lines("")).isEmpty();
    }

    @Test
    void reassess_file_answersEachImporterOrRefusesTheWhole() {
        String drifting = account("CEE005");
        String unknown = number();
        String header = "importer,date,hts\n";
        String rows = drifting + ",2026-03-02,8471.30.0100\n" + unknown + ",2026-03-02,8471.30.0100\n" + drifting
                + ",2026-03-03,8471.30.0100\n";
        List<JsonNode> answers = read(file(header + rows, "?asOf=2026-11-25"));

        assertThat(answers).extracting(answer -> answer.path("line").asInt()).containsExactly(1, 2);
        assertThat(answers.get(0).path("asOf").asText()).isEqualTo("2026-11-25");
        assertThat(answers.get(0).at("/drift/margin").asText()).isEqualTo("1.0000");
        assertThat(answers.get(1).at("/problem/type").asText()).isEqualTo("/problems/not-found");

        file(header + rows + drifting + ",yesterday,84713001\n" + drifting + ",2026-03-02,8471\n", "")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("line 5, column \"date\"", "line 6, column \"hts\""));
    }

    @Test
    void reassess_rowOfAFileWithoutNumber_isNoTotalForALabelBesideIt() {
        String header = "importer,entry,line,date,hts,value,goods\n";
        String sound = number() + ",ABC12345676,1,2026-03-02,8471.30.0100,1.00,Laptop\n";
        String total = ",ABC12345676 Total,,,,1.00,\n";

        file(
                        header
                                + sound
                                + sound.replace(",1,", ",2,")
                                        .replace("8471.30.0100", "")
                                        .replace("Laptop", "Total station"),
                        "")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("line 3, column \"hts\""));
        file(header + sound, "?asOf=2026-11-25").then().statusCode(200).header("Rows-Set-Aside", nullValue());
        file(header + sound + total + total, "?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .header("Rows-Set-Aside", "2");
    }

    @Test
    void reassess_workbookOfAce_isReadByItsTitles() {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        String number = number();
        List<String> titles = List.of(
                "Entry Summary Number",
                "Entry Summary Line Number",
                "Importer Number",
                "Port of Entry Code",
                "Entry Date",
                "Tariff Ordinal Number",
                "HTS Number - Full");
        List<String> sound = List.of("ABC12345676", "1", number, "2704", "03/02/2026", "1", "8471300100");
        List<String> faulty = List.of("ABC12345676", "2", number, "2704", "03/02/2026", "1", "8471");

        List<JsonNode> answers =
                read(send(type, "?asOf=2026-11-25", MadeUpWorkbook.of("Main Report", List.of(titles, sound))));

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).at("/problem/type").asText()).isEqualTo("/problems/not-found");
        send(type, "", MadeUpWorkbook.of("Main Report", List.of(titles, sound, faulty)))
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("Main Report!G3"));
        send(type, "", "no workbook").then().statusCode(400);
    }

    @Test
    void reassess_accountNotPlaced_driftsToWhereItsLinesPlaceIt() {
        String number = number();
        put(number, "{\"name\": \"New\"," + WHO + "}", null).then().statusCode(201);
        JsonNode answer = lines(request(number, "2026-11-25", 3, 1)).get(0);

        assertThat(answer.path("center").asText()).isEqualTo("PNDING");
        assertThat(answer.at("/drift/reason").asText()).isEqualTo("UNPLACED");
        assertThat(answer.at("/drift/margin").asText()).isEqualTo("0.7500");
        assertThat(answer.at("/drift/proposal")).isEqualTo(answer.path("decision"));
    }

    @Test
    void reassess_evidence_outweighsTheCount() {
        String number = account("CEE005");
        JsonNode answer = lines(request(number, "2026-11-25", 1, 3)
                        .replace(
                                "\"lines\"",
                                "\"evidence\":[{\"factor\":\"BUSINESS_PRACTICE\",\"center\":\"CEE007\",\"reference\":\"memo\","
                                        + "\"recordedBy\":\"jd\",\"recordedOn\":\"2026-01-10\"}],\"lines\""))
                .get(0);

        assertThat(answer.at("/drift/found").asText()).isEqualTo("CEE007");
        assertThat(answer.at("/drift/reason").asText()).isEqualTo("EVIDENCE");
        assertThat(answer.at("/drift/margin").asText()).isEqualTo("-0.5000");
    }

    @Test
    void reassess_accountThatIsHeldOrNotEligible_doesNotDrift() {
        String directed = account("CEE005");
        json("{\"center\": \"CEE009\", \"from\": \"2026-01-01\", \"authority\": \"OFO\", \"reference\": \"order 7\","
                        + WHO + "}")
                .header("If-Match", "\"1\"")
                .post("/v1/accounts/" + directed + "/directions")
                .then()
                .statusCode(201);
        String courier = number();
        put(courier, "{\"kind\": \"COURIER\"," + WHO + "}", null).then().statusCode(201);
        List<JsonNode> answers = lines(request(directed, "2026-11-25", 3, 1), request(courier, "2026-11-25", 3, 1));

        assertThat(answers).extracting(answer -> answer.path("center").asText()).containsExactly("CEE009", "NOTELG");
        assertThat(answers).allMatch(answer -> answer.path("drift").isNull());
        assertThat(lines(request(directed, "2025-12-31", 3, 1))
                        .get(0)
                        .at("/drift/found")
                        .asText())
                .isEqualTo("CEE007");
    }

    @Test
    void reassess_again_tellsSinceWhenItDriftsThere() {
        String number = account("CEE005");
        assertThat(since(number, "2026-03-01", 3, 1)).isEqualTo("2026-03-01");
        assertThat(since(number, "2026-06-01", 4, 1)).as("the same").isEqualTo("2026-03-01");
        assertThat(since(number, "2026-07-01", 1, 4)).as("back home").isEmpty();
        assertThat(listed(number)).isEmpty();
        assertThat(since(number, "2026-08-01", 3, 1)).as("anew").isEqualTo("2026-08-01");
        assertThat(since(number, "2026-08-01", 3, 1)).as("twice a day").isEqualTo("2026-08-01");
        JsonNode elsewhere = lines(request(number, "2026-09-01", 0, 3).replace(METALS, TYRES))
                .get(0);
        assertThat(elsewhere.at("/drift/since").asText())
                .as("to another Center")
                .isEqualTo("2026-09-01");

        JsonNode earlier = lines(request(number, "2026-05-01", 1, 4)).get(0);
        assertThat(earlier.path("kept").asBoolean()).isFalse();
        assertThat(listed(number)).singleElement().satisfies(line -> {
            assertThat(line.path("asOf").asText()).isEqualTo("2026-09-01");
            assertThat(line.path("changed").asBoolean()).isFalse();
            assertThat(line.path("drift")).isEqualTo(elsewhere.path("drift"));
        });
    }

    @Test
    void list_accountThatChanged_isMarkedOrGone() {
        String number = account("CEE005");
        since(number, "2026-03-01", 3, 1);
        put(number, "{\"name\": \"Acme Inc.\"," + WHO + "}", "\"1\"").then().statusCode(200);
        assertThat(listed(number))
                .singleElement()
                .returns(true, line -> line.path("changed").asBoolean());

        put(number, placed("CEE009", "2026-03-01"), "\"2\"").then().statusCode(200);
        assertThat(listed(number)).isEmpty();
        assertThat(since(number, "2026-06-01", 3, 1)).as("from another Center").isEqualTo("2026-06-01");
    }

    @Test
    void list_filters_pageByMargin() {
        List<String> numbers = new ArrayList<>();
        for (int lead = 1; lead <= 3; lead++) {
            String number = account("CEE010");
            numbers.add(number);
            since(number, "2026-11-0" + lead, 5 + lead, 5 - lead);
        }
        String narrow = "?center=CEE010&found=CEE007&reason=PREDOMINANCE";

        assertThat(importers("?center=CEE010&found=CEE003")).isEmpty();
        assertThat(importers("?center=CEE010&reason=EVIDENCE")).isEmpty();
        assertThat(importers(narrow + "&limit=1")).containsExactly(numbers.get(2), numbers.get(1), numbers.get(0));
        assertThat(importers(narrow + "&minMargin=0.7")).containsExactly(numbers.get(2), numbers.get(1));
        assertThat(importers(narrow + "&since=2026-11-03")).containsExactly(numbers.get(2));

        get("/v1/reassessments?center=NOTELG&found=x&reason=y&minMargin=40%25&since=May&limit=0&cursor=y&z=1")
                .then()
                .statusCode(400)
                .body(
                        "issues.pointer",
                        contains("?center", "?found", "?reason", "?minMargin", "?since", "?limit", "?cursor", "?z"));
        String next = get("/v1/reassessments" + narrow + "&limit=1").path("next");
        get("/v1/reassessments?limit=1&cursor=" + next)
                .then()
                .statusCode(400)
                .body("issues.code", contains("CURSOR_OF_ANOTHER_QUERY"));
    }

    @Test
    void list_numberOfAPerson_isMasked() {
        String person = "986-65-" + number().substring(6, 10);
        put(person, placed("CEE005", "2019-04-01"), null).then().statusCode(201);
        Response answer = send("application/x-ndjson", "", request(person, "2026-11-25", 3, 1));

        assertThat(answer.asString()).contains("***-**-" + person.substring(7)).doesNotContain("986-65-");
        get("/v1/reassessments?limit=1000").then().body("drifts.importer", hasItem("***-**-" + person.substring(7)));
    }

    @Test
    void reassess_faultyRequest_isRefusedAsAWhole() {
        send("application/x-ndjson", "?asOf=2013-04-03&explain=much&page=1", "{}")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("?asOf", "?explain", "?page"));
        send("application/json", "", "[]").then().statusCode(415).contentType("application/problem+json");
    }

    @Test
    void reassess_whileTheRequestStillArrives_answers() throws Exception {
        String line = request(account("CEE005"), "2026-11-25", 3, 1) + "\n";
        byte[] chunk =
                (Integer.toHexString(line.length()) + "\r\n" + line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/reassessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(chunk);
            out.flush();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String answer = in.readLine();
            while (answer != null && !answer.startsWith("{")) {
                answer = in.readLine();
            }
            assertThat(answer).as("a line before the request has ended").contains("\"line\":1,");
            out.write(chunk);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(in.lines().collect(Collectors.joining())).contains("\"line\":2,");
        }
    }

    private static void decision(String id, String center, String basis) {
        get("/v1/decisions/" + id)
                .then()
                .statusCode(200)
                .body("center.code", equalTo(center))
                .body("basis", equalTo(basis));
    }

    static String account(String center) {
        String number = number();
        put(number, placed(center, "2019-04-01"), null).then().statusCode(201);
        return number;
    }

    static String request(String number, String asOf, int electronics, int metals) {
        String lines = IntStream.range(0, electronics + metals)
                .mapToObj(i ->
                        "{\"hts\":\"" + (i < electronics ? "8471.30.0100" : METALS) + "\",\"date\":\"" + asOf + "\"}")
                .collect(Collectors.joining(","));
        return "{\"importer\":{\"number\":\"" + number + "\"},\"asOf\":\"" + asOf + "\",\"lines\":[" + lines + "]}";
    }

    private static String since(String number, String asOf, int electronics, int metals) {
        return lines(request(number, asOf, electronics, metals))
                .get(0)
                .at("/drift/since")
                .asText();
    }

    private static List<String> importers(String query) {
        return drifts(query).stream()
                .map(line -> line.path("importer").asText())
                .toList();
    }

    private static List<JsonNode> listed(String number) {
        return drifts("?limit=1000").stream()
                .filter(line -> line.path("importer").asText().equals(number))
                .toList();
    }

    private static List<JsonNode> drifts(String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = tree(get("/v1/reassessments" + query + cursor).asString());
            page.path("drifts").forEach(all::add);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        return all;
    }

    static List<JsonNode> lines(String... lines) {
        return read(send("application/x-ndjson", "", String.join("\n", lines)));
    }

    private static Response file(String csv, String query) {
        return send("text/csv", query, csv);
    }

    private static Response send(String type, String query, String body) {
        return send(type, query, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(String type, String query, byte[] body) {
        return given().header("Content-Type", type).body(body).post("/v1/reassessments" + query);
    }

    private static List<JsonNode> read(Response answer) {
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return answer.asString().lines().map(ReassessmentResourceTest::tree).toList();
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }
}
