package io.centerline.api;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.centerline.store.embedded.Frozen;
import io.centerline.store.embedded.StoppableStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@TestProfile(NarrowProfile.class)
@Timeout(90)
class NarrowServiceTest {
    private static final String SMALL = Requests.of("12-345678900", "IMPORTER", 1);
    private static final String NOTHING_ON_FILE = SMALL.replace("{\"importer\"", "{\"account\":null,\"importer\"");

    private static final String REASON = "{\"author\":\"jd\",\"reason\":\"test\"}";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    StoppableStore store;

    @Test
    void place_bodyAtTheLimit_isTaken() {
        json(padded(2_000)).post("/v1/placements?record=false").then().statusCode(200);
    }

    @Test
    void place_oneByteMore_isTooLarge() {
        json(padded(2_001))
                .post("/v1/placements?record=false")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"))
                .body("detail", containsString("2000 bytes"));
        json("{\"numbers\":[]," + " ".repeat(2_000) + "}")
                .post("/v1/hts")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    /** A body has two seconds here; a caller who sent it whole has all the time until the next request. */
    @ParameterizedTest
    @CsvSource({
        "/v1/placements?record=false, application/json, false, 200",
        "/v1/placements?record=false, application/json, true, 200",
        "/v1/placements?bogus=1, application/json, true, 400",
        "/v1/placements?record=false, text/plain, false, 415",
        "/v1/routings/batch?record=false, application/x-ndjson, false, 200",
        "/v1/routings/batch?record=false, application/x-ndjson, true, 200"
    })
    void anyAddress_nextRequestLongAfterTheBody_isAnswered(String path, String type, boolean chunked, int status)
            throws Exception {
        byte[] body = NOTHING_ON_FILE.replace("\n", "").getBytes(StandardCharsets.UTF_8);
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        String text = new String(body, StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            send(
                    socket,
                    "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + length
                            + "\r\n\r\n"
                            + (chunked ? Integer.toHexString(body.length) + "\r\n" + text + "\r\n0\r\n\r\n" : text));
            Thread.sleep(3_000);
            send(socket, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 " + status);
            assertThat(answers.substring(1)).contains("HTTP/1.1 200");
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Test
    void place_chunkedBodyAroundTheLimit_isMeasuredWhileItIsRead() throws IOException {
        RawHttp.Answer atTheLimit = chunked(padded(2_000));
        RawHttp.Answer over = chunked(padded(2_001));
        RawHttp.Answer farOver = chunked(padded(5_000_000));

        assertThat(atTheLimit.status()).as(atTheLimit.text()).isEqualTo(200);
        assertThat(over.status()).as(over.text()).isEqualTo(413);
        assertThat(over.isProblem()).isTrue();
        assertThat(farOver.status()).as(farOver.text()).isEqualTo(413);
        assertThat(farOver.isProblem()).isTrue();
    }

    @Test
    void reassess_fileAroundTheLimit_isMeasuredWhileItIsRead() throws IOException {
        for (String start : List.of("IOR,HTS\n", "IOR,Unknown\n", "IOR,HTS\n1,\"2\"x\n", "IOR,HTS\n1,\u00ff\n")) {
            String file = start + " ".repeat(2_000 - start.length());

            assertThat(reassess(file).status()).as(start).isIn(200, 400);
            assertThat(reassess(file + "\n").status()).as(start).isEqualTo(413);
        }
    }

    private RawHttp.Answer reassess(String file) throws IOException {
        return chunked("/v1/reassessments", "text/csv", file);
    }

    @Test
    void place_longBodySentBeforeListening_isToldThatItIsTooLarge() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 5000000\r\n\r\n" + padded(5_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void place_bodyThatStopsHalfway_isToldSoAndHungUpOn() throws IOException {
        RawHttp.Answer answer = RawHttp.send(
                port,
                ("POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n{")
                        .getBytes(StandardCharsets.ISO_8859_1),
                20_000);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.text()).contains("the body ended before its end", "onnection: close");
    }

    @Test
    void place_oneLineTooMany_isTooLarge() {
        json(Requests.of("12-345678900", "IMPORTER", 3))
                .post("/v1/placements?record=false")
                .then()
                .statusCode(200);
        json(Requests.of("12-345678900", "IMPORTER", 4))
                .post("/v1/placements?record=false")
                .then()
                .statusCode(413)
                .body("issues[0].code", equalTo("TOO_MANY_LINES"));
    }

    @Test
    void place_storeAway_isUnavailableAndComesBackWhole() {
        Response before = json(SMALL).post("/v1/placements");
        assertThat(before.statusCode()).isEqualTo(201);
        int index = before.path("receipt.index");
        String key = UUID.randomUUID().toString();
        store.close();
        try {
            json(NOTHING_ON_FILE).post("/v1/placements?record=false").then().statusCode(200);
            json(SMALL)
                    .post("/v1/placements?record=false")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"));
            json(NOTHING_ON_FILE)
                    .header("Idempotency-Key", key)
                    .post("/v1/placements")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unavailable"));
            get(before.header("Location")).then().statusCode(503).header("Retry-After", notNullValue());
            get("/q/health/ready").then().statusCode(503);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> json(NOTHING_ON_FILE)
                                    .post("/v1/placements?record=false")
                                    .statusCode()
                            == 503);
            json(NOTHING_ON_FILE)
                    .post("/v1/placements?record=false")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/rulebook-uncertain"))
                    .body("detail", containsString("which rulebook is active"));
            get("/v1/hts/8471.30.0100").then().statusCode(200);
        } finally {
            store.startAgain();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/q/health/ready").statusCode() == 200);
        Response retried = json(NOTHING_ON_FILE).header("Idempotency-Key", key).post("/v1/placements");
        assertThat(retried.statusCode()).isEqualTo(201);
        assertThat(retried.<Integer>path("receipt.index")).isEqualTo(index + 1);
        assertThat(retried.header("Idempotency-Replayed")).isNull();
        assertThat(get(before.header("Location")).asByteArray()).isEqualTo(before.asByteArray());
    }

    @Test
    void anyAddress_databaseFrozen_isUnavailableWithinTheDeadlineAndComesBack() throws Exception {
        Response before = json(SMALL).post("/v1/placements");
        String decision = before.header("Location");
        String account = "/v1/accounts/12-345678900";
        String hash = get("/v1/rulebooks/active").path("activation.rulebook");
        List<Callable<Response>> requests = List.of(
                () -> json(NOTHING_ON_FILE).post("/v1/placements"),
                () -> json(SMALL).post("/v1/placements?record=false"),
                () -> json(REASON).header("If-None-Match", "*").put(account),
                () -> json(REASON).header("If-Match", "*").post(decision + "/adoption"),
                () -> json(REASON).post("/v1/rulebooks/" + hash + "/activation"),
                () -> json("").post(decision + "/replay"),
                () -> get(decision),
                () -> get(decision + "/proof"),
                () -> get(decision + "/facts"),
                () -> get("/v1/decisions"),
                () -> get("/v1/decisions?center=CEE007&from=2026-11-25"),
                () -> get("/v1/decisions/counts?by=center"),
                () -> get("/v1/accounts"),
                () -> get(account),
                () -> get(account + "/history"),
                () -> get("/v1/journal/checkpoint"),
                () -> get("/v1/journal/consistency?from=0&to=1"),
                () -> get("/v1/journal/export"),
                () -> get("/v1/journal/erasures"),
                () -> get("/v1/journal/disclosures"),
                () -> get("/v1/schedules"),
                () -> get("/v1/rulebooks"),
                () -> get("/v1/rulebooks/activations"),
                () -> get("/v1/rulebooks/impacts"),
                () -> get("/v1/rulebooks/" + hash),
                () -> get("/q/health/ready"),
                () -> given().accept("text/html")
                        .formParam("lines", "8471.30.0100")
                        .formParam("importer", "12-345678900")
                        .formParam("key", UUID.randomUUID())
                        .post("/record"));
        ExecutorService callers = Executors.newFixedThreadPool(requests.size());
        List<String> late = new ArrayList<>();
        try (Frozen frozen = store.freeze()) {
            long begun = System.nanoTime();
            List<Future<Response>> answers = callers.invokeAll(requests, 20, TimeUnit.SECONDS);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).isCancelled()) {
                    late.add("request " + i);
                } else {
                    Response answer = answers.get(i).get();
                    assertThat(answer.statusCode())
                            .as(i + ": " + answer.asString())
                            .isEqualTo(503);
                }
            }
            assertThat(late).isEmpty();
            assertThat(answers.get(requests.size() - 1).get().asString())
                    .contains("8471.30.0100</textarea>", "value=\"12-345678900\"", "Nothing is recorded twice");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        } finally {
            callers.shutdownNow();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/q/health/ready").statusCode() == 200);
        json(NOTHING_ON_FILE).post("/v1/placements").then().statusCode(201);
    }

    @Test
    void facts_unmaskedWhereNotAllowed_areRefused() {
        String id = json(SMALL).post("/v1/placements").path("id");

        for (String address : List.of("/v1/decisions/" + id + "/facts?masked=false", "/v1/journal/export?facts=true")) {
            get(address)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unmasking-refused"))
                    .body(
                            "detail",
                            equalTo("facts leave this service masked only; the operator allows more with"
                                    + " centerline.unmasking.allowed=true"));
        }
        get("/v1/decisions/" + id + "/facts").then().statusCode(200).body("masked", equalTo(true));
    }

    private RawHttp.Answer chunked(String body) throws IOException {
        return chunked("/v1/placements?record=false", "application/json", body);
    }

    private RawHttp.Answer chunked(String path, String type, String body) throws IOException {
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + "Content-Type: "
                + type + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (int at = 0; at < body.length(); at += 1_000) {
            String chunk = body.substring(at, Math.min(body.length(), at + 1_000));
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return RawHttp.send(port, request.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A sound request of exactly so many bytes. */
    private static String padded(int length) {
        return SMALL + " ".repeat(length - SMALL.length());
    }
}
