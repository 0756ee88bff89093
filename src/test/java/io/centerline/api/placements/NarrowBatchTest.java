package io.centerline.api.placements;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.api.NarrowProfile;
import io.centerline.api.Requests;
import io.centerline.store.embedded.Frozen;
import io.centerline.store.embedded.StoppableStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches at the limits of the service, and without its database. */
@Tag("service")
@QuarkusTest
@TestProfile(NarrowProfile.class)
@Timeout(90)
class NarrowBatchTest {
    private static final String LINE =
            Requests.of("12-345678900", "IMPORTER", 1).replace("{\"importer\"", "{\"account\":null,\"importer\"");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    StoppableStore store;

    @Test
    void batch_lineLongerThanARequest_isRefusedAndTheRestGoesOn() {
        String longest = LINE + " ".repeat(2_000 - LINE.length());

        List<JsonNode> answers = PlacementBatchResourceTest.lines(
                batch(String.join("\n", LINE, longest + " ", longest, LINE), "?record=false"));

        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(200, 413, 200, 200);
        assertThat(answers.get(1).at("/problem/type").asText()).isEqualTo("/problems/too-large");
        file("IOR,HTS\n" + " ".repeat(2_000)).then().statusCode(413);
    }

    @Test
    void batch_databaseFrozen_answersEachLineWithinSecondsAndLosesNothing() throws Exception {
        String batch = UUID.randomUUID().toString();
        String body = IntStream.range(0, 1_000)
                .mapToObj(i -> LINE.replace("{\"account\"", "{\"idempotencyKey\":\"" + batch + i + "\",\"account\""))
                .collect(Collectors.joining("\n"));
        List<JsonNode> before = PlacementBatchResourceTest.lines(batch(body.substring(0, body.length() / 2), ""));
        long begun = System.nanoTime();
        List<JsonNode> without;
        try (Frozen frozen = store.freeze()) {
            without = PlacementBatchResourceTest.lines(batch(body, ""));
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/q/health/ready").statusCode() == 200);

        assertThat(without).hasSize(1_000).allMatch(each -> each.path("status").asInt() == 503);
        assertThat(without.get(999).at("/problem/type").asText()).isEqualTo("/problems/unavailable");
        assertThat(without.get(999).at("/problem/detail").asText()).contains("so this one was not tried");
        assertThat(taken).isLessThan(Duration.ofSeconds(15));
        List<JsonNode> after = PlacementBatchResourceTest.lines(batch(body, ""));
        assertThat(after).hasSize(1_000).allMatch(each -> each.path("status").asInt() == 201);
        for (int i = 0; i < before.size() - 1; i++) {
            assertThat(after.get(i).at("/decision/id")).isEqualTo(before.get(i).at("/decision/id"));
        }
    }

    @Test
    void batch_callerThatTakesNoAnswers_isNotReadOnFromAndItsCutEndsTheWork() throws Exception {
        byte[] lines = (LINE + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] chunk = (Integer.toHexString(lines.length) + "\r\n" + new String(lines, StandardCharsets.UTF_8) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicLong sent = new AtomicLong();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/placements/batch?record=false HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    while (true) {
                        out.write(chunk);
                        sent.addAndGet(chunk.length);
                    }
                } catch (IOException cut) {
                    // The test closes the socket.
                }
            });
            steady(sent::get);

            assertThat(sent.get()).isLessThan(100L << 20);
            assertThat(sending).isNotDone();
            assertThat(decided()).isPositive();
        }
        steady(NarrowBatchTest::decided);
        PlacementBatchResourceTest.lines(batch(LINE, "?record=false"));
    }

    private interface Count {
        long get();
    }

    /** Waits until a count has not changed for a second. */
    private static void steady(Count count) throws InterruptedException {
        long seen = -1;
        while (count.get() != seen) {
            seen = count.get();
            Thread.sleep(1_000);
        }
    }

    private static long decided() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("centerline_deciding_seconds_count"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Response batch(String body, String query) {
        return given().header("Content-Type", "application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch" + query);
    }

    private static Response file(String text) {
        return given().header("Content-Type", "text/csv")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch");
    }
}
