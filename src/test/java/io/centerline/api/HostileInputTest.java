package io.centerline.api;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class HostileInputTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("empty", new byte[0], "JSON_SYNTAX"),
                Arguments.of("blank", utf8(" \n"), "JSON_SYNTAX"),
                Arguments.of("cut", utf8(EXAMPLE.substring(0, 100)), "JSON_SYNTAX"),
                Arguments.of("no object", utf8("[]"), "FIELD_WRONG_TYPE"),
                Arguments.of("null", utf8("null"), "FIELD_WRONG_TYPE"),
                Arguments.of("twice", utf8(EXAMPLE + EXAMPLE), "JSON_SYNTAX"),
                Arguments.of("repeated key", utf8(EXAMPLE.replace("\"evidence\"", "\"lines\"")), "JSON_DUPLICATE_KEY"),
                Arguments.of("deep", utf8("{\"lines\":" + "[".repeat(100_000)), "FIELD_WRONG_TYPE"),
                Arguments.of("deep unknown", utf8("{\"x\":" + "[".repeat(100_000)), "FIELD_UNKNOWN"),
                Arguments.of("deep root", utf8("[".repeat(100_000)), "FIELD_WRONG_TYPE"),
                Arguments.of("lone surrogate", utf8(EXAMPLE.replace("Acme", "\\ud800")), "TEXT_MALFORMED"),
                Arguments.of("lone surrogate key", utf8(EXAMPLE.replace("\"name\"", "\"\\udc00\"")), "JSON_SYNTAX"),
                Arguments.of("escaped NUL", utf8(EXAMPLE.replace("Acme", "\\u0000")), "TEXT_MALFORMED"),
                Arguments.of("raw NUL", utf8(EXAMPLE.replace("Acme", "\0")), "JSON_SYNTAX"),
                Arguments.of(
                        "latin1", EXAMPLE.replace("Acme", "é").getBytes(StandardCharsets.ISO_8859_1), "JSON_SYNTAX"),
                Arguments.of("utf16", EXAMPLE.getBytes(StandardCharsets.UTF_16LE), "JSON_SYNTAX"),
                Arguments.of(
                        "huge count",
                        utf8(EXAMPLE.replace("\"count\": 1", "\"count\": " + "9".repeat(100_000))),
                        "VALUE_OUT_OF_RANGE"),
                Arguments.of(
                        "exponent",
                        utf8(EXAMPLE.replace("\"count\": 1", "\"count\": 1e999999999")),
                        "FIELD_WRONG_TYPE"),
                Arguments.of("no such day", utf8(EXAMPLE.replace("2026-03-02", "2026-02-30")), "DATE_MALFORMED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void place_hostileBody_isRefusedWithItsIssue(String name, byte[] body, String first) {
        json(body)
                .post("/v1/placements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("issues[0].code", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/jsonx", "junk", "application/x-www-form-urlencoded"
            })
    void place_otherContentType_isUnsupported(String type) {
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
                .header("Content-Type", type)
                .body(EXAMPLE)
                .post("/v1/placements")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void place_noContentType_isUnsupported() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + utf8(EXAMPLE).length + "\r\n\r\n" + EXAMPLE);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.isProblem()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON"})
    void place_contentTypeInAnyWriting_isTaken(String type) throws IOException {
        RawHttp.Answer answer = post("/v1/placements?record=false", "Content-Type: " + type, EXAMPLE);

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "application/xml, 406", "*/*, 200", "application/*, 200"})
    void get_accept_isHeeded(String accept, int status) {
        given().header("Accept", accept).get("/v1/hts/8471.30.0100").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept: | 200",
                "Accept:   | 200",
                "Accept: , | 200",
                "Accept: ,*/* | 200",
                "Accept: ; | 406",
                "Accept: junk | 406",
                "Accept: a/b/c | 406",
                "Accept: */*;q=x | 406",
                "Accept: */*;q=2 | 406",
                "Content-Type: | 200",
                "Content-Type: ; | 200",
                "Content-Type: a/b/c | 200"
            })
    void get_oddMediaTypes_areNoFaultOfTheService(String header, int status) throws IOException {
        for (String target : new String[] {
            "/v1/decisions", "/v1/accounts", "/v1/journal/checkpoint", "/v1/reassessments", "/v1/hts/8471.30.0100"
        }) {
            RawHttp.Answer answer = RawHttp.get(port, target, "Host: localhost", header);

            assertThat(answer.status()).as(target + " " + answer.text()).isEqualTo(status);
            assertThat(answer.isProblem()).isEqualTo(status != 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ";", "a/b/c", "junk", "text/csv;q=x", "application/json;charset"})
    void post_noMediaTypeAsContentType_isUnsupported(String type) throws IOException {
        for (String target : new String[] {
            "/v1/placements",
            "/v1/routings/batch",
            "/v1/reassessments",
            "/v1/rulebooks?author=jd",
            "/v1/rulebooks/check",
            "/v1/hts"
        }) {
            RawHttp.Answer answer = post(target, "Content-Type: " + type, EXAMPLE);

            assertThat(answer.status()).as(target + " " + answer.text()).isEqualTo(415);
            assertThat(answer.isProblem()).isTrue();
        }
    }

    @Test
    void get_otherAccept_isAProblem() {
        given().header("Accept", "text/html")
                .get("/v1/centers")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/placements",
        "GET, /v1/placements",
        "DELETE, /v1/decisions/019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11",
        "GET, /v1/hts",
        "POST, /v1/centers",
        "PATCH, /v1/hts/8471.30.0100"
    })
    void request_otherMethod_isNotAllowed(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void head_servedAddress_answersWithoutBody() {
        given().head("/v1/centers").then().statusCode(200).body(emptyString());
        given().options("/v1/centers").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/hts/%zz",
                "/v1/hts/%",
                "/v1/hts/%00",
                "/v1/hts/%ff",
                "/v1/hts/8471.30.0100%2f..%2f..",
                "/v1/hts/..%2f..%2fetc%2fpasswd",
                "/v1/hts/;a=b",
                "/v1/hts/\u00e9",
                "/v1/decisions/%zz",
                "/v1/decisions/%00",
                "/v1/rulebooks/%00",
                "/v1/rulebooks/%00/diff/active",
                "/v1/rulebooks/a%00b/diff/%00",
                "/v1/rulebooks/impacts/%00",
                "/v1/schedules/%00",
                "/v1/accounts/%00/history",
                "/../../etc/passwd",
                "/v1/centers?asOf=%zz",
                "/v1/centers?asOf=%",
                "/v1/centers?%zz",
                "/v1/centers?=",
                "/v1/centers?asOf=\u00e9",
                "/v1/centers?asOf=a;b",
                "/q/%zz",
                "http://evil.example/v1/centers?%",
                "*"
            })
    void get_junkAddress_isAProblem(String target) throws IOException {
        RawHttp.Answer answer = RawHttp.get(port, target);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 405);
        // What cannot even be decoded the HTTP server itself turns away, without a word.
        assertThat(answer.isProblem() || answer.text().contains("content-length: 0"))
                .as(answer.text())
                .isTrue();
    }

    @Test
    void post_addressWithNul_isNotFound() {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"author\":\"jd\",\"reason\":\"reviewed\"}")
                .post("/v1/rulebooks/%00/activation")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("nothing is served at an address with `%00` in it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//v1//centers", "/v1/centers/", "/v1/centers?", "/v1/centers?&", "/v1/centers?asOf=2026%2D11-25"
            })
    void get_harmlessAddress_isServed(String target) throws IOException {
        assertThat(RawHttp.get(port, target).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Host: localhost, 200",
        "Host: LOCALHOST:8080, 200",
        "Host: 127.0.0.1:1, 200",
        "Host: [::1]:8080, 200",
        "Host: [::1], 200",
        "host: localhost:, 200",
        "Host: evil.example, 403",
        "Host: localhost.evil.example, 403",
        "Host: evil.example:8080, 403",
        "Host: [::2]:8080, 403",
        "Host: 0.0.0.0, 403",
        "Host: localhost:8080@evil.example, 400",
        "X-Other: 1, 400"
    })
    void get_host_mustNameThisMachine(String header, int status) throws IOException {
        for (String target : new String[] {"/v1/hts/8471.30.0100", "/q/health/live"}) {
            RawHttp.Answer answer = RawHttp.get(port, target, header);

            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.isProblem()).isEqualTo(status != 200);
        }
    }

    @Test
    void get_twoHosts_isRefused() throws IOException {
        assertThat(RawHttp.get(port, "/v1/centers", "Host: localhost", "Host: evil.example")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void get_oldHttpWithoutHost_isServed() throws IOException {
        assertThat(RawHttp.send(port, "GET /v1/hts/8471.30.0100 HTTP/1.0\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /v1/centers HTTP/1.1\r\nHost: localhost\r\nBad Header : 1\r\n\r\n"
            })
    void socket_garbage_neverHarms(String garbage) throws IOException {
        int status = RawHttp.send(port, garbage.getBytes(StandardCharsets.ISO_8859_1), 500)
                .status();

        assertThat(status).isIn(0, 400, 413, 415, 501, 505);
        assertThat(RawHttp.get(port, "/v1/hts/8471.30.0100").status()).isEqualTo(200);
    }

    /** What follows such a request may be its body or the next request, so neither is looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding:",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip\r\nContent-Length: 0",
                "Transfer-Encoding: chunked\r\nContent-Length: 0"
            })
    void post_bodyWithoutAClearEnd_isRefusedAndTheConnectionClosed(String framing) throws IOException {
        String importer = Integer.toString(100_000_000 + Math.floorMod(framing.hashCode(), 900_000_000));
        String number = importer.substring(0, 2) + "-" + importer.substring(2) + "00";
        String body = Requests.of(number, "IMPORTER", 1);
        String hidden = "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;

        RawHttp.Answer answer = RawHttp.send(
                port,
                ("POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + framing
                                + "\r\n\r\n" + hidden)
                        .getBytes(StandardCharsets.ISO_8859_1),
                20_000);

        // What is no HTTP at all the HTTP server itself turns away, without a word.
        assertThat(answer.text())
                .startsWith("HTTP/1.1 400")
                .containsAnyOf("Content-Length`, or with `Transfer-Encoding: chunked", "content-length: 0");
        assertThat(answer.text().split("HTTP/1\\.1 ")).as(answer.text()).hasSize(2);
        given().get("/v1/decisions?importer=" + number).then().statusCode(200).body("decisions", hasSize(0));
    }

    @Test
    void post_chunkedInOldHttp_isRefused() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /v1/placements HTTP/1.0\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\r\n{}\r\n0\r\n\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void place_bodiesFillTheirMemory_theNextIsBusyUntilTheyAreGone() throws IOException {
        int length = 16_000_000;
        String padded = EXAMPLE + " ".repeat(length - EXAMPLE.length());
        List<Socket> announced = new ArrayList<>();
        try {
            for (long room = BodyMemory.most(); room >= length; room -= length) {
                announced.add(announce(length));
            }

            assertThat(place(padded).text())
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("Retry-After: 1\r\n")
                    .contains("/problems/busy", "bodies fill the memory");
            assertThat(place(EXAMPLE).status())
                    .as("short ones have memory of their own")
                    .isEqualTo(200);
        } finally {
            for (Socket socket : announced) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(place(padded).status()).isEqualTo(200));
    }

    private RawHttp.Answer place(String body) throws IOException {
        return post("/v1/placements?record=false", "Content-Type: application/json", body);
    }

    private Socket announce(int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(utf8("POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + length + "\r\n\r\n{"));
        return socket;
    }

    @Test
    void place_bodyFarOverTheLimit_isTooLargeBeforeItIsSent() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 99999999999\r\nConnection: close\r\n\r\n{");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void place_issueNames_areInTheBodyAsSent() {
        json(EXAMPLE.replace("\"name\"", "\"nmae\""))
                .post("/v1/placements")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/importer/nmae"))
                .body("issues.help", contains("did you mean `name`?"));
    }

    private RawHttp.Answer post(String target, String header, String body) throws IOException {
        return RawHttp.send(
                port,
                "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header
                        + "\r\nConnection: close\r\nContent-Length: " + utf8(body).length + "\r\n\r\n" + body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void place_whileManyTakeTheirTimeToSend_isAnsweredAtOnceAndSoAreTheyInTheEnd() throws IOException {
        byte[] body = utf8(EXAMPLE);
        List<Socket> slow = new ArrayList<>();
        try {
            openSlow(slow, body);

            RawHttp.Answer answer = post("/v1/placements?record=false", "Content-Type: application/json", EXAMPLE);

            assertThat(answer.status()).isEqualTo(200);
            for (Socket socket : slow) {
                socket.getOutputStream().write(body, 10, body.length - 10);
            }
            for (Socket socket : slow) {
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Bodies too long to be waited for without a thread. */
    @Test
    void get_whileManyTakeTheirTimeToSendLongBodies_isAnsweredAtOnceAndSoAreTheyInTheEnd() throws IOException {
        byte[] body = utf8(EXAMPLE + " ".repeat((int) ShortBodies.LONGEST));
        List<Socket> slow = new ArrayList<>();
        try {
            openSlow(slow, body);

            // One on each of the server's event loops, which have then seen every slow request that came before.
            for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
                RawHttp.Answer answer = RawHttp.send(
                        port, "GET /v1/hts/8471.30.0100 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(answer.status()).isEqualTo(200);
            }
            int taken = 0;
            for (Socket socket : slow) {
                socket.getOutputStream().write(body, 10, body.length - 10);
                String late = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (late.startsWith("HTTP/1.1 200")) {
                    taken++;
                } else {
                    assertThat(late)
                            .startsWith("HTTP/1.1 503")
                            .containsIgnoringCase("Retry-After: 1\r\n")
                            .contains("/problems/busy", RequestFilter.MOST_LONG_BODIES + " long bodies");
                }
            }
            // Some of those that another test gave up may still be counted.
            assertThat(taken).isPositive().isLessThanOrEqualTo(RequestFilter.MOST_LONG_BODIES);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(post(
                                "/v1/placements?record=false",
                                "Content-Type: application/json",
                                EXAMPLE + " ".repeat((int) ShortBodies.LONGEST))
                        .status())
                .isEqualTo(200);
    }

    /** Opens more connections than there are worker threads, and sends the beginning of a body on each. */
    private void openSlow(List<Socket> slow, byte[] body) throws IOException {
        for (int i = 0; i < 260; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            slow.add(socket);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(utf8(head(body.length, "Connection: close")));
            socket.getOutputStream().write(body, 0, 10);
        }
    }

    @Test
    void place_longBodyAfterManySendersHungUp_isAnswered() throws IOException {
        String body = EXAMPLE + " ".repeat((int) ShortBodies.LONGEST);
        for (int i = 0; i < 10 * RequestFilter.MOST_LONG_BODIES; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(utf8(head(body.length(), "X: y") + "{"));
            }
        }

        await().untilAsserted(
                        () -> assertThat(post("/v1/placements?record=false", "Content-Type: application/json", body)
                                        .status())
                                .isEqualTo(200));
    }

    @Test
    void place_bodyOnceToldToGoOn_isAnswered() throws IOException {
        byte[] body = utf8(EXAMPLE);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(utf8(head(body.length, "Expect: 100-continue")));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(in.readLine()).isEmpty();

            socket.getOutputStream().write(body);

            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void place_senderWhoHangsUp_harmsNobody() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(utf8(head(1_000, "X: y") + "{"));
            }
        }

        assertThat(post("/v1/placements?record=false", "Content-Type: application/json", EXAMPLE)
                        .status())
                .isEqualTo(200);
    }

    private static String head(int length, String header) {
        return "POST /v1/placements?record=false HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + header + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
