package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are answered before they end, that break off, and that come with pauses. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EarlyAnswerTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String NDJSON = "application/x-ndjson";
    private static final String LINE =
            "{\"importer\":{\"number\":\"12-345678900\"},\"activity\":\"PROTEST\"," + "\"asOf\":\"2026-01-05\"}\n";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    /** A caller sends on while the answer is there already, and asks the next thing on the same connection. */
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/routings/batch, text/plain, 415",
        "POST, /v1/routings/batch?bogus=1, application/x-ndjson, 400",
        "POST, /v1/reassessments?bogus=1, text/csv, 400",
        "POST, /v1/placements, text/plain, 415",
        "POST, /v1/placements?bogus=1, application/json, 400",
        "POST, /v1/nothing, text/plain, 404",
        "GET, /v1/hts/8471.30.0100, text/plain, 200",
        "DELETE, /v1/placements, text/plain, 405"
    })
    void anyAddress_longBodyAnsweredEarly_nextRequestIsAnswered(String method, String path, String type, int status)
            throws IOException {
        try (Caller caller = new Caller()) {
            byte[] half = new byte[150_000];
            caller.head(method + " " + path, "Content-Type: " + type, "Content-Length: " + 2 * half.length);
            caller.send(half);
            caller.send(half);
            caller.head("GET /v1/hts/8471.30.0100", "Connection: close");

            assertThat(caller.statuses()).containsExactly(status, 200);
        }
    }

    /** RFC 9110, section 10.1.1: who waits for leave to send gets the final answer instead. */
    @ParameterizedTest
    @CsvSource({
        "PUT /v1/placements, localhost, 100, 405",
        "PUT /v1/placements, localhost, 100000, 405",
        "POST /v1/placements, elsewhere.example, 100, 403",
        "POST /v1/placements, elsewhere.example, 100000, 403"
    })
    void anyAddress_waitsForLeaveToSend_isRefusedAtOnce(String line, String host, int length, int status)
            throws IOException {
        try (Caller caller = new Caller()) {
            caller.send(utf8(line + " HTTP/1.1\r\nHost: " + host + "\r\nExpect: 100-continue\r\nContent-Length: "
                    + length + "\r\n\r\n"));

            assertThat(caller.statuses()).containsExactly(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/routings/batch?record=false", "/v1/placements?record=false"})
    void anyAddress_waitsForLeaveToSend_isAskedOnce(String path) throws IOException {
        try (Caller caller = new Caller()) {
            byte[] body = utf8(" ".repeat(99_999) + "\n");
            caller.head(
                    "POST " + path,
                    "Content-Type: " + (path.contains("batch") ? NDJSON : "application/json"),
                    "Connection: close",
                    "Expect: 100-continue",
                    "Content-Length: " + body.length);
            String leave = caller.hearUntil("\r\n\r\n");
            caller.send(body);

            assertThat(leave).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(caller.statuses()).containsExactly(path.contains("batch") ? 200 : 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/routings/batch?record=false", "/v1/reassessments"})
    void batch_compressedBodyBreaksOff_answersUpToThere(String path) throws IOException {
        byte[] whole = gzip(LINE.repeat(3));
        byte[] cut = Arrays.copyOf(whole, whole.length - 4);
        byte[] damaged = whole.clone();
        damaged[whole.length - 6] ^= 1;
        for (byte[] body : List.of(cut, damaged)) {
            try (Caller caller = new Caller()) {
                caller.head(
                        "POST " + path,
                        "Content-Type: " + NDJSON,
                        "Content-Encoding: gzip",
                        "Connection: close",
                        "Content-Length: " + body.length);
                caller.send(body);
                String answer = caller.hear(PATIENCE_MILLIS);

                assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n0\r\n\r\n");
                assertThat(answer).contains("\"line\":4,\"problem\":{\"type\":\"/problems/invalid-request\"");
            }
        }
    }

    @Test
    void batch_ofAnnouncedLengthPauses_isAnsweredUpToThere() throws IOException {
        try (Caller caller = new Caller()) {
            caller.head(
                    "POST /v1/routings/batch?record=false",
                    "Content-Type: " + NDJSON,
                    "Connection: close",
                    "Content-Length: " + 2 * LINE.length());
            caller.send(utf8(LINE));
            String first = caller.hearUntil("\"line\":1");
            caller.send(utf8(LINE));
            String second = caller.hear(PATIENCE_MILLIS);

            assertThat(first).startsWith("HTTP/1.1 200");
            assertThat(second).contains("\"line\":2").endsWith("\r\n0\r\n\r\n");
        }
    }

    /** Nobody is there to be answered, so it is no fault of the program. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void batch_callerHangsUp_isNoIncident(boolean compressed) throws IOException {
        try (LogLines log = new LogLines()) {
            try (Caller caller = new Caller()) {
                caller.head(
                        "POST /v1/routings/batch?record=false",
                        "Content-Type: " + NDJSON,
                        "Content-Encoding: " + (compressed ? "gzip" : "identity"),
                        "Content-Length: 1000000");
                caller.send(compressed ? gzip(LINE.repeat(20)) : utf8(LINE.repeat(20)));
                caller.hear(500);
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("hung up")));
            assertThat(log.lines()).noneMatch(line -> line.contains("incident"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/hts/%ff, 400, percent-encoded UTF-8",
        "GET /v1/decisions/%c3%28, 400, percent-encoded UTF-8",
        "GET /v1/centers/%ED%A0%80, 400, percent-encoded UTF-8",
        "OPTIONS *, 200, Allow"
    })
    void anyAddress_oddTarget_isAnsweredAsHttpHasIt(String line, int status, String words) throws IOException {
        try (Caller caller = new Caller()) {
            caller.head(line, "Connection: close");
            String answer = caller.hear(PATIENCE_MILLIS);

            assertThat(answer).startsWith("HTTP/1.1 " + status).contains(words);
        }
    }

    @Test
    void anyAddress_noHost_isToldSo() throws IOException {
        RawHttp.Answer answer = RawHttp.send(port, "GET /v1/hts/8471.30.0100 HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("send the header `Host` once");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(utf8(text));
        }
        return out.toByteArray();
    }

    private final class Caller implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);

        Caller() throws IOException {
            socket.setTcpNoDelay(true);
        }

        void head(String line, String... headers) throws IOException {
            send(utf8(line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n"));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** What comes until the server hangs up or is silent for so long. */
        String hear(int millis) throws IOException {
            socket.setSoTimeout(millis);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            try {
                for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                    heard.write(buffer, 0, read);
                }
            } catch (SocketTimeoutException silent) {
                // The server keeps the connection.
            }
            return heard.toString(StandardCharsets.ISO_8859_1);
        }

        /** What comes until a text has come. */
        String hearUntil(String text) throws IOException {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder heard = new StringBuilder();
            while (heard.indexOf(text) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new EOFException(heard.toString());
                }
                heard.append((char) next);
            }
            return heard.toString();
        }

        List<Integer> statuses() throws IOException {
            return Pattern.compile("HTTP/1\\.1 (\\d{3}) ")
                    .matcher(hear(PATIENCE_MILLIS))
                    .results()
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
