package io.centerline.api.decisions;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.centerline.api.Requests;
import io.centerline.journal.StoreResource;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class SearchResourceTest {
    private final AgroalDataSource pool;

    SearchResourceTest(AgroalDataSource pool) {
        this.pool = pool;
    }

    @Test
    void list_oneDecision_isTheSummaryOfWhatWasAnswered() {
        Response decision = recorded("41-000000101");

        get("/v1/decisions?importer=41-000000101")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json;charset=UTF-8"))
                .body("decisions.size()", equalTo(1))
                .body("next", nullValue())
                .body("decisions[0].id", equalTo(decision.path("id")))
                .body("decisions[0].index", equalTo(decision.path("receipt.index")))
                .body("decisions[0].importer", equalTo("41-000000101"))
                .body("decisions[0].asOf", equalTo("2026-11-25"))
                .body("decisions[0].decidedAt", equalTo(decision.path("receipt.decidedAt")))
                .body("decisions[0].status", equalTo("PLACED"))
                .body("decisions[0].center", equalTo("CEE007"))
                .body("decisions[0].basis", equalTo("PREDOMINANCE"))
                .body("decisions[0].reviews", equalTo(decision.path("reviews.code")))
                .body("decisions[0].rules", hasItem("PRE-001"))
                .body("decisions[0].rulebook", equalTo(decision.path("receipt.rulebook")))
                .body("decisions[0].href", equalTo(decision.header("Location")));
    }

    @Test
    void list_pageByPage_givesEachOnceNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(recorded("41-000000102").path("id"));
        }
        Collections.reverse(ids);

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Response page = given().queryParam("importer", "41-000000102")
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v1/decisions");
            read.addAll(page.path("decisions.id"));
            cursor = page.path("next");
            recorded("41-000000102");
        } while (cursor != null);

        assertThat(read).isEqualTo(ids);
    }

    @Test
    void list_ndjson_isEachDecisionAsItWasGiven() {
        Response older = recorded("41-000000103");
        Response newer = recorded("41-000000103");

        Response lines = given().header("Accept", "application/x-ndjson").get("/v1/decisions?importer=41-000000103");

        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.asString()).isEqualTo(newer.asString() + "\n" + older.asString() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void list_formatWithoutEnvelope_tellsInHeadersWhatWasCompared(String format) {
        recorded("41-000000114");
        Response page = get("/v1/decisions?importer=41-000000114");
        long before = ((Number) page.path("compared")).longValue();

        Response list = given().header("Accept", format).get("/v1/decisions?importer=41-000000114");

        assertThat(page.header("Journal-Compared")).isNull();
        assertThat(Long.parseLong(list.header("Journal-Compared"))).isGreaterThanOrEqualTo(before);
        assertThat(list.header("Journal-Differences"))
                .isEqualTo(page.path("differences").toString());
    }

    @Test
    void list_csv_isOneRowADecision() {
        Response decision = recorded("41-000000104");

        Response csv = given().header("Accept", "text/csv").get("/v1/decisions?importer=41-000000104");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8;header=present");
        List<String> reviews = decision.path("reviews.code");
        assertThat(csv.asString().lines())
                .first()
                .isEqualTo("id,index,importer,asOf,decidedAt,status,center,basis,reviews,rules,rulebook,href,kind");
        assertThat(csv.asString().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith(decision.path("id") + "," + decision.path("receipt.index") + ",41-000000104,2026-11-25,")
                .contains(",PLACED,CEE007,PREDOMINANCE," + String.join(" ", reviews) + ",CNT-001 ")
                .endsWith("," + decision.path("receipt.rulebook") + "," + decision.header("Location") + ",PLACEMENT");
    }

    @Test
    void list_streamLongerThanItsPages_isWholeUnlessLimited() {
        for (int i = 0; i < 120; i++) {
            recorded("41-000000105");
        }

        assertThat(given().header("Accept", "application/x-ndjson")
                        .get("/v1/decisions?importer=41-000000105")
                        .asString()
                        .lines())
                .hasSize(120)
                .doesNotHaveDuplicates();
        assertThat(given().header("Accept", "application/x-ndjson")
                        .get("/v1/decisions?importer=41-000000105&limit=103")
                        .asString()
                        .lines())
                .hasSize(103);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-7777", " 123-45-7777 ", "***-**-7777"})
    void list_socialSecurityNumber_isComparedMasked(String number) {
        recorded("123-45-7777");

        given().queryParam("importer", number)
                .get("/v1/decisions")
                .then()
                .statusCode(200)
                .body("decisions.importer", everyItem(equalTo("***-**-7777")))
                .body("decisions.importer", hasItem("***-**-7777"));
    }

    @Test
    void list_allFiltersTogether_findTheDecision() {
        Response decision = recorded("41-000000106");
        String day = decision.<String>path("receipt.decidedAt").substring(0, 10);

        get("/v1/decisions?importer=41-000000106&center=CEE007&basis=PREDOMINANCE&status=PLACED&review=THIN_EVIDENCE"
                        + "&rule=PRE-001&rulebook=" + decision.path("receipt.rulebook") + "&from=" + day + "&to=" + day)
                .then()
                .statusCode(200)
                .body("decisions.id", contains(decision.<String>path("id")));
        get("/v1/decisions?importer=41-000000106&to=2020-01-01").then().body("decisions", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "center=CEE07   | VALUE_UNKNOWN | query parameter `center` `CEE07` is not known",
                "basis=ACOUNT   | VALUE_UNKNOWN | query parameter `basis` `ACOUNT` is not known",
                "status=placed  | VALUE_UNKNOWN | query parameter `status` `placed` is not known",
                "review=TIES    | VALUE_UNKNOWN | query parameter `review` `TIES` is not known",
                "rule=MEM712    | VALUE_MALFORMED | query parameter `rule` `MEM712` is not a rule id",
                "rulebook=today | VALUE_MALFORMED | query parameter `rulebook` `today` is not the hash of a rulebook",
                "from=yesterday | DATE_MALFORMED | query parameter `from` `yesterday` is not written YYYY-MM-DD",
                "to=2026-02-30  | DATE_MALFORMED | query parameter `to` `2026-02-30` is not a day of the calendar: February 2026 has 28 days",
                "to=9999-12-31 | VALUE_OUT_OF_RANGE | query parameter `to` `9999-12-31` lies outside the years 1900 to 9998",
                "from=2026-03-02&to=2026-03-01 | INTERVAL_REVERSED | query parameter `to` `2026-03-01` lies before `from` `2026-03-02`",
                "limit=0        | VALUE_OUT_OF_RANGE | query parameter `limit` `0` is not between 1 and 1000",
                "limit=1001     | VALUE_OUT_OF_RANGE | query parameter `limit` `1001` is not between 1 and 1000",
                "limit=all      | VALUE_MALFORMED | query parameter `limit` `all` is not a whole number",
                "importer=123456789 | IMPORTER_NUMBER_AMBIGUOUS | importer number `*****6789` has no dashes, so its type cannot be told",
                "importr=x      | PARAMETER_UNKNOWN | query parameter `importr` is not known",
                "rule=PRE-001&rule=PRE-002 | PARAMETER_REPEATED | query parameter `rule` is there twice",
                "cursor=abc     | CURSOR_MALFORMED | query parameter `cursor` `abc` is not the `next` of any page"
            })
    void list_badParameter_isToldExactly(String parameters, String code, String message) {
        get("/v1/decisions?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("issues.code", contains(code))
                .body("issues[0].message", equalTo(message));
    }

    @Test
    void list_severalBadParameters_areAllTold() {
        get("/v1/decisions?limit=-1&basis=ACOUNT&importr=1&from=x")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("?basis", "?from", "?limit", "?importr"))
                .body("issues[0].help", equalTo("did you mean `ACCOUNT`?"))
                .body("issues[3].help", equalTo("did you mean `importer`?"));
    }

    @Test
    void list_cursorOfAnotherQuery_isRefused() {
        recorded("41-000000107");
        recorded("41-000000107");
        String cursor = get("/v1/decisions?importer=41-000000107&limit=1").path("next");

        get("/v1/decisions?importer=41-000000107&limit=2&cursor=" + cursor)
                .then()
                .statusCode(200);
        get("/v1/decisions?importer=41-000000107&center=CEE007&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("issues.code", contains("CURSOR_OF_ANOTHER_QUERY"))
                .body("issues[0].message", equalTo("query parameter `cursor` belongs to a query with other filters"));
    }

    @Test
    void list_unacceptableType_namesTheThree() {
        given().header("Accept", "application/xml")
                .get("/v1/decisions")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", equalTo("lists of decisions are application/json, application/x-ndjson or text/csv"));
        given().header("Accept", "text/*;q=0.5, application/pdf")
                .get("/v1/decisions?limit=1")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"));
    }

    @Test
    void counts_byEach_addUp() {
        Response decision = recorded("41-000000108");
        recorded("41-000000108");
        String month = decision.<String>path("receipt.decidedAt").substring(0, 7);

        get("/v1/decisions/counts?by=center&importer=41-000000108")
                .then()
                .statusCode(200)
                .body("by", equalTo("center"))
                .body("total", equalTo(2))
                .body("counts.key", contains("CEE007"))
                .body("counts.count", contains(2));
        get("/v1/decisions/counts?by=month&importer=41-000000108").then().body("counts.key", contains(month));
        get("/v1/decisions/counts?by=review&importer=41-000000108").then().body("counts.key", hasItem("THIN_EVIDENCE"));
        get("/v1/decisions/counts?by=basis&rule=PRE-001").then().body("counts.key", hasItem("PREDOMINANCE"));
    }

    @Test
    void counts_badParameters_areAllTold() {
        get("/v1/decisions/counts?centre=CEE007")
                .then()
                .statusCode(400)
                .body(
                        "issues.message",
                        contains("query parameter `by` is missing", "query parameter `centre` is not known"));
        get("/v1/decisions/counts?by=centers&limit=5")
                .then()
                .statusCode(400)
                .body("issues.code", contains("VALUE_UNKNOWN", "PARAMETER_UNKNOWN"))
                .body("issues[0].help", equalTo("did you mean `center`?"));
    }

    @Test
    void list_storeFailsInTheMiddleOfAnExport_connectionIsCut() throws Exception {
        byte[] request = largeRequest("41-000000109");
        for (int i = 0; i < 120; i++) {
            json(request).post("/v1/placements").then().statusCode(201);
        }
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.getOutputStream()
                    .write(("GET /v1/decisions?importer=41-000000109 HTTP/1.1\r\nHost: 127.0.0.1:" + RestAssured.port
                                    + "\r\nAccept: application/x-ndjson\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begin = socket.getInputStream().readNBytes(1_000);
            assertThat(new String(begin, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200 ");

            byte[] rest = whileTheStoreFails(() -> readUntilCut(socket.getInputStream()));

            assertThat(new String(rest, StandardCharsets.UTF_8)).doesNotEndWith("0\r\n\r\n");
        }
        given().header("Accept", "application/x-ndjson")
                .get("/v1/decisions?importer=41-000000109&limit=1")
                .then()
                .statusCode(200);
    }

    /** Many headings, so that a page of whole decisions is more than the sockets hold. */
    private static byte[] largeRequest(String importer) {
        Map<Integer, String> byHeading = new TreeMap<>();
        for (HtsNumber number : Schedule.load().numbers()) {
            if (number.digits().length() == 10 && !number.isSpecialProvision()) {
                byHeading.putIfAbsent(number.heading(), number.digits());
            }
        }
        String lines = byHeading.values().stream()
                .limit(1_000)
                .map(number -> "{\"hts\":\"" + number + "\"}")
                .collect(Collectors.joining(","));
        return ("{\"importer\":{\"number\":\"" + importer + "\"},\"asOf\":\"2026-11-25\",\"lines\":[" + lines + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] whileTheStoreFails(Callable<byte[]> action) throws Exception {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.useHandle(handle -> handle.execute("alter table decision rename to decision_elsewhere"));
        try {
            return action.call();
        } finally {
            jdbi.useHandle(handle -> handle.execute("alter table decision_elsewhere rename to decision"));
        }
    }

    /** What comes until the server closes the connection, tidily or not. */
    private static byte[] readUntilCut(InputStream in) throws SocketTimeoutException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                read.write(buffer, 0, length);
            }
        } catch (SocketTimeoutException neitherCutNorEnded) {
            throw neitherCutNorEnded;
        } catch (IOException reset) {
            // Cut is what is wanted.
        }
        return read.toByteArray();
    }

    private static Response recorded(String importer) {
        Response decision = json(Requests.of(importer, "IMPORTER", 1)).post("/v1/placements");
        assertThat(decision.statusCode()).as(decision.asString()).isEqualTo(201);
        return decision;
    }
}
