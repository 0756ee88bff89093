package io.centerline.api;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.airlift.compress.zstd.ZstdOutputStream;
import io.centerline.api.contract.Contract;
import io.centerline.api.routings.RoutingResourceTest;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP as its standards have it, whatever the resource. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class HttpStandardsTest {
    private static final String SSN = "541-99-0042";
    private static final String ID = "019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void metrics_whateverIsAsked_nameAddressesAlone() throws IOException {
        for (int i = 0; i < 120; i++) {
            RawHttp.get(port, "/odd/" + i, "Host: evil.example");
        }
        String account = "/v1/accounts/" + SSN;
        assertThat(RawHttp.get(port, account, "Host: evil.example").status()).isEqualTo(403);
        assertThat(send("DELETE", account).status()).isEqualTo(405);
        assertThat(send("GET", account, "Accept: text/csv").status()).isEqualTo(406);
        assertThat(send("PUT", account, "Content-Type: text/plain").status()).isEqualTo(415);
        assertThat(send("OPTIONS", account).status()).isEqualTo(200);
        assertThat(send("GET", account + "%zz").status()).isEqualTo(400);
        assertThat(send("GET", account + "/unknown").status()).isEqualTo(404);
        send("X" + SSN, "/v1/centers");
        given().get("/v1/schedules").then().statusCode(200);

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics).doesNotContain(SSN);
        Set<String> addresses = addresses();
        addresses.add("UNKNOWN");
        List<String> named = Pattern.compile("uri=\"([^\"]*)\"")
                .matcher(metrics)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(named).isSubsetOf(addresses).contains("/v1/schedules", "/v1/accounts/{number}");
    }

    private static Set<String> addresses() throws IOException {
        JsonNode paths =
                new YAMLMapper().readTree(Files.readString(Contract.DOCUMENT)).path("paths");
        Set<String> addresses = new TreeSet<>();
        paths.fieldNames().forEachRemaining(addresses::add);
        addresses.addAll(new ApiRoutes(ArchConfiguration.withThreadLocalScope(HttpStandardsTest::pages)).templates());
        return addresses;
    }

    private static List<Class<?>> pages(ArchConfiguration importing) {
        // What pages refer to is not looked for: with the class loader of a running service that takes half a minute.
        importing.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPackages("io.centerline.web").stream()
                        .filter(page -> page.isAnnotatedWith(Path.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /v1/placements | OPTIONS, POST",
                "HEAD | /v1/placements | OPTIONS, POST",
                "DELETE | /v1/decisions/" + ID + " | GET, HEAD, OPTIONS",
                "POST | /v1/decisions/" + ID + "/facts | GET, HEAD, OPTIONS",
                "GET | /v1/decisions/" + ID + "/adoption | OPTIONS, POST",
                "PATCH | /v1/accounts/12-3456789 | GET, HEAD, OPTIONS, PUT",
                "DELETE | /v1/accounts/12-3456789/directions/1 | OPTIONS, PUT",
                "GET | /v1/rulebooks/impact | OPTIONS, POST",
                "GET | /v1/rulebooks/check | OPTIONS, POST",
                "POST | /v1/rulebooks/active | GET, HEAD, OPTIONS",
                "PUT | /v1/rulebooks | GET, HEAD, OPTIONS, POST",
                "POST | /q/metrics | GET, HEAD, OPTIONS",
                "DELETE | /q/health | GET, HEAD, OPTIONS",
                "PUT | /q/health/ready | GET, HEAD, OPTIONS",
                "PATCH | /q/health/live | GET, HEAD, OPTIONS",
                "POST | /q/openapi | GET, HEAD, OPTIONS",
                "POST | /q/swagger-ui | GET, HEAD, OPTIONS"
            })
    void request_otherMethod_isToldWhichThereAre(String method, String path, String allow) throws IOException {
        RawHttp.Answer answer = send(method, path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains(allow);
        assertThat(answer.isProblem()).isEqualTo(!method.equals("HEAD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/placements | OPTIONS, POST",
                "/v1/centers | GET, HEAD, OPTIONS",
                "/v1/accounts/12-3456789 | GET, HEAD, OPTIONS, PUT",
                "/v1/rulebooks/impact | OPTIONS, POST",
                "/q/metrics | GET, HEAD, OPTIONS",
                "/q/health/ready | GET, HEAD, OPTIONS"
            })
    void options_address_areItsMethods(String path, String allow) throws IOException {
        RawHttp.Answer answer = send("OPTIONS", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow")).containsExactly(allow);
        for (String method : List.of(allow.split(", "))) {
            assertThat(send(method, path).status()).as(method).isNotEqualTo(405);
        }
    }

    @Test
    void head_unmaskedFacts_areGivenToNobodyAndNotNoted() throws IOException {
        String id = json(EXAMPLE).post("/v1/placements").path("id");
        int before = disclosures();

        for (String path : List.of("/v1/decisions/" + id + "/facts?masked=false", "/v1/journal/export?facts=true")) {
            assertThat(send("HEAD", path).status()).isEqualTo(200);
        }

        assertThat(disclosures()).isEqualTo(before);
        given().get("/v1/decisions/" + id + "/facts?masked=false").then().statusCode(200);
        assertThat(disclosures()).isEqualTo(before + 1);
    }

    private static int disclosures() {
        return given().get("/v1/journal/disclosures?limit=1000")
                .jsonPath()
                .getList("disclosures")
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /v1/placements | `Content-Type: application/json`",
                "POST | /v1/routings/batch | `Content-Type: application/x-ndjson`",
                "POST | /v1/reassessments | `Content-Type: application/x-ndjson` or `Content-Type: text/csv` or"
                        + " `Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`",
                "POST | /v1/rulebooks/check | `Content-Type: application/json` or `Content-Type: application/zip`"
            })
    void body_inAnotherMediaTypeOrNone_isToldTheRightOne(String method, String path, String types) throws IOException {
        for (String type : List.of("Content-Type: text/html", "X-Other: 1")) {
            RawHttp.Answer answer = send(method, path, type);

            assertThat(answer.status()).as(answer.text()).isEqualTo(415);
            assertThat(answer.text()).contains("\"detail\":\"send the header " + types + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key:", "Idempotency-Key: a\r\nIdempotency-Key: b", "Idempotency-Key: a b"})
    void idempotencyKey_emptyOrTwice_isRefused(String header) throws IOException {
        for (String path : List.of("/v1/placements", "/v1/routings")) {
            RawHttp.Answer answer = post(path, "application/json", header, utf8(EXAMPLE));

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).containsIgnoringCase("Idempotency-Key").contains("fresh UUID");
        }
        assertThat(post("/v1/routings/batch", "application/x-ndjson", header, utf8("{}"))
                        .text())
                .contains("fresh UUID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/hts/%zz",
                "/v1/hts/%",
                "/v1/hts/%f",
                "/v1/accounts/%zz/history",
                "/q/%zz",
                "/%",
                "/v1/centers?asOf=%zz",
                "/v1/centers?%",
                "/v1/centers?asOf=%ff",
                "/v1/placements?record=%zz"
            })
    void address_withABadEscape_isAProblem(String target) throws IOException {
        for (String method : List.of("GET", "POST")) {
            RawHttp.Answer answer = send(method, target);

            assertThat(answer.status()).as(answer.text()).isIn(400, 404, 405, 415);
            assertThat(answer.isProblem()).as(answer.text()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;profile=\"a,b\"",
                "text/html;x=\"a,\\\"b\", application/json;q=0.5",
                "application/json;x=\"a;b,c\";q=0.9",
                "text/csv;header=\"x,y\";q=0.1, */*"
            })
    void accept_commaBetweenQuotationMarks_isNoEndOfAMediaType(String accept) throws IOException {
        for (String path : List.of("/v1/decisions?limit=1", "/v1/hts/8471.30.0100", "/v1/journal/checkpoint")) {
            RawHttp.Answer answer = send("GET", path, "Accept: " + accept);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).singleElement().asString().startsWith("application/json");
        }
    }

    @Test
    void body_compressed_isReadAsIfItWereNot() throws IOException {
        String key = "Idempotency-Key: " + UUID.randomUUID();
        RawHttp.Answer plain = post("/v1/placements", "application/json", key, utf8(EXAMPLE));

        for (byte[] body : List.of(gzip(utf8(EXAMPLE)), zstd(utf8(EXAMPLE)))) {
            String coding = body[0] == 0x1F ? "gzip" : "zstd";
            RawHttp.Answer answer =
                    post("/v1/placements", "application/json", key + "\r\nContent-Encoding: " + coding, body);

            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.header("Idempotency-Replayed")).containsExactly("true");
            assertThat(answer.header("Location")).isEqualTo(plain.header("Location"));
        }
        String lines = RoutingResourceTest.oneLine(RoutingResourceTest.COURIER) + "\n";
        for (byte[] body : List.of(gzip(utf8(lines.repeat(300))), zstd(utf8(lines.repeat(300))))) {
            HttpResponse<byte[]> answer = exchange(request("/v1/routings/batch?record=false")
                    .header("Content-Type", "application/x-ndjson")
                    .header("Content-Encoding", body[0] == 0x1F ? "x-gzip" : "ZSTD")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

            assertThat(new String(answer.body(), StandardCharsets.UTF_8).lines())
                    .hasSize(300);
        }
    }

    @Test
    void body_compressedWhileItIsSent_isAnsweredLineByLine() throws IOException {
        String line = RoutingResourceTest.oneLine(RoutingResourceTest.COURIER) + "\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(utf8("POST /v1/routings/batch?record=false HTTP/1.1\r\nHost: localhost\r\n"
                            + "Content-Type: application/x-ndjson\r\nContent-Encoding: gzip\r\n"
                            + "Accept-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"));
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            GZIPOutputStream gzip = new GZIPOutputStream(chunk, 512, true);
            for (int i = 0; i < 3; i++) {
                gzip.write(utf8(line));
                gzip.flush();
                socket.getOutputStream().write(utf8(Integer.toHexString(chunk.size()) + "\r\n"));
                socket.getOutputStream().write(chunk.toByteArray());
                socket.getOutputStream().write(utf8("\r\n"));
                chunk.reset();

                assertThat(socket.getInputStream().read(new byte[65_536])).isPositive();
            }
        }
    }

    @Test
    void body_thatIsNoneOfItsCoding_isRefused() throws IOException {
        for (String coding : List.of("gzip", "zstd")) {
            RawHttp.Answer other =
                    post("/v1/placements", "application/json", "Content-Encoding: " + coding, utf8(EXAMPLE));
            byte[] whole = coding.equals("gzip") ? gzip(utf8(EXAMPLE)) : zstd(utf8(EXAMPLE));
            byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
            RawHttp.Answer cut = post("/v1/placements", "application/json", "Content-Encoding: " + coding, half);

            assertThat(other.status()).isEqualTo(400);
            assertThat(other.text()).contains("the body is not `" + coding + "` data");
            assertThat(cut.status()).isEqualTo(400);
            assertThat(cut.text()).contains("the body ended before its end");
        }
    }

    @Test
    void body_thatInflatesBeyondTheLimit_isTooLarge() throws IOException {
        byte[] blanks = new byte[1 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(blanks);
            }
        }
        for (String path : List.of("/v1/placements", "/v1/hts")) {
            RawHttp.Answer answer = post(path, "application/json", "Content-Encoding: gzip", bomb.toByteArray());

            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            assertThat(answer.isProblem()).isTrue();
        }
        RawHttp.Answer line =
                post("/v1/routings/batch", "application/x-ndjson", "Content-Encoding: gzip", bomb.toByteArray());
        assertThat(line.text()).contains("the body inflates to more than 200 times its compressed bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip;q=1", "compress"})
    void body_inAnotherCoding_isToldWhichAreTaken(String coding) throws IOException {
        for (String path : List.of("/v1/placements", "/v1/routings/batch")) {
            RawHttp.Answer answer = post(path, "application/json", "Content-Encoding: " + coding, utf8(EXAMPLE));

            assertThat(answer.status()).as(answer.text()).isEqualTo(415);
            assertThat(answer.header("Accept-Encoding")).containsExactly("gzip, zstd");
            assertThat(answer.isProblem()).isTrue();
        }
    }

    @Test
    void answer_compressedWhenAsked_isTheSame() throws IOException {
        json(EXAMPLE).post("/v1/placements").then().statusCode(201);
        for (String target : List.of(
                "/v1/centers application/json",
                "/v1/journal/export application/x-ndjson",
                "/v1/decisions?limit=1 application/x-ndjson",
                "/v1/schedules/hts-2026-rev4 text/plain",
                "/problems text/html")) {
            String path = target.substring(0, target.indexOf(' '));
            String type = target.substring(target.indexOf(' ') + 1);
            HttpResponse<byte[]> plain = exchange(request(path).header("Accept", type));
            HttpResponse<byte[]> compressed =
                    exchange(request(path).header("Accept", type).header("Accept-Encoding", "br, gzip;q=0.8"));

            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(compressed.headers().firstValue("Content-Encoding"))
                    .as(path)
                    .contains("gzip");
            assertThat(gunzip(compressed.body())).isEqualTo(plain.body());
            assertThat(compressed.body().length).isLessThan(plain.body().length);
            assertThat(plain.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(compressed.headers().firstValue("Vary"))
                    .isEqualTo(plain.headers().firstValue("Vary"));
        }
    }

    @Test
    void head_whereGetWouldBeCompressed_describesTheAnswerAsItIs() throws IOException {
        String decision = json(EXAMPLE).post("/v1/placements").header("Location");
        for (String path : List.of(decision, "/v1/centers", "/v1/decisions?limit=1", "/v1/journal/export")) {
            RawHttp.Answer plain = send("HEAD", path);
            RawHttp.Answer answer = send("HEAD", path, "Accept-Encoding: gzip");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Encoding")).as(answer.text()).isEmpty();
            assertThat(answer.header("Content-Length")).isEqualTo(plain.header("Content-Length"));
            assertThat(answer.header("Vary"))
                    .as(path)
                    .isEqualTo(exchange(request(path)).headers().allValues("Vary"));
        }
    }

    @Test
    void answer_placementCompressed_isByteForByteTheSame() throws IOException {
        String key = UUID.randomUUID().toString();
        HttpRequest.Builder post = request("/v1/placements")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(EXAMPLE));
        HttpResponse<byte[]> plain = exchange(post.copy());
        HttpResponse<byte[]> compressed = exchange(post.copy().header("Accept-Encoding", "gzip"));

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gunzip(compressed.body())).isEqualTo(plain.body());
    }

    @Test
    void requestId_wellFormed_isTheAnswersAsWell() throws IOException {
        for (String target :
                List.of("/v1/hts/8471.30.0100", "/v1/decisions/x", "/v1/hts/%zz", "/nowhere", "/q/metrics")) {
            assertThat(send("GET", target, "X-Request-Id: job-17.4").header("X-Request-Id"))
                    .as(target)
                    .containsExactly("job-17.4");
            assertThat(send("DELETE", target).header("X-Request-Id"))
                    .as(target)
                    .singleElement()
                    .satisfies(made -> assertThat(UUID.fromString(made)).isNotNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u00e9", "541-99-0042", "job/541990042", "a\r\nX-Request-Id: b"})
    void requestId_malformedOrTwiceOrWithANumber_isReplaced(String id) throws IOException {
        assertThat(send("GET", "/v1/hts/8471.30.0100", "X-Request-Id: " + id).header("X-Request-Id"))
                .singleElement()
                .satisfies(made -> assertThat(UUID.fromString(made)).isNotNull());
    }

    @Test
    void log_linesOfARequest_haveItsId() throws IOException {
        try (LogLines log = new LogLines()) {
            RawHttp.send(
                    port,
                    "POST /v1/routings/batch?record=false HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: job-18\r\n"
                            + "Content-Type: application/x-ndjson\r\nContent-Length: 20\r\n\r\n{}");

            await().until(() -> log.lines().stream()
                    .anyMatch(line -> line.contains("hung up") && line.endsWith(" request=job-18")));
        }
    }

    @Test
    void problem_typeAsAddress_saysWhatItMeansAndHowToMendIt() {
        List<String> types = new ArrayList<>();
        for (Problem.Kind kind : Problem.Kind.values()) {
            types.add(Problem.of(kind, "").type());
        }
        given().get("/problems").then().statusCode(200).body("problems.type", equalTo(types));
        for (String type : types) {
            given().get(type)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("type", equalTo(type));
            given().header("Accept", "text/html, */*;q=0.8")
                    .get(type)
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString(type));
        }
        given().get("/problems/unknown").then().statusCode(404);
        given().get("/problems/not-found?x=1").then().statusCode(400).body("issues.pointer", contains("?x"));
    }

    private RawHttp.Answer send(String method, String target, String... headers) throws IOException {
        boolean body = method.equals("POST") || method.equals("PUT");
        return RawHttp.send(
                port,
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + (body ? "Content-Length: 2\r\n" : "")
                        + String.join(
                                "",
                                List.of(headers).stream()
                                        .map(header -> header + "\r\n")
                                        .toList())
                        + "\r\n" + (body ? "{}" : ""));
    }

    private RawHttp.Answer post(String target, String type, String header, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(utf8("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + type + "\r\n" + header + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
        request.writeBytes(body);
        return RawHttp.send(port, request.toByteArray());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static byte[] zstd(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(compressed)) {
            zstd.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
