package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.Tries;
import io.centerline.api.routings.ProtestResourceTest;
import io.centerline.api.routings.RoutingResourceTest;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the service answers with a decision or a problem, and never with a fault of its own. */
@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
class HttpFuzzTest {
    private static final int TRIES = Tries.of(100, 300);
    private static final long SEED = 20_261_125L;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\ud800",
            "\\u0000",
            "null",
            "1e999999999",
            "-0",
            "\0",
            "\n",
            "/*",
            "NaN",
            "\uFEFF",
            "\u2028",
            "\uD83D\uDE00",
            "123-45-6789",
            "99999999999",
            "{}",
            "[[]]",
            "\"lines\":",
            "\"hts\":[",
            "\"importer\":{\"number\":\"1\"},",
            "[".repeat(300),
            "9".repeat(2_000));
    private static final Map<String, String> BODIES = Map.of(
            "/v1/placements",
            Requests.EXAMPLE,
            "/v1/hts",
            "{\"numbers\":[\"8471.30.0100\",\"6109.10.0012\"],\"asOf\":\"2026-11-25\",\"preview\":true}",
            "/v1/routings",
            RoutingResourceTest.COURIER,
            "/v1/routings/batch",
            RoutingResourceTest.oneLine(RoutingResourceTest.COURIER) + "\n"
                    + RoutingResourceTest.oneLine(RoutingResourceTest.PLACED),
            "/v1/protests/consolidations",
            ProtestResourceTest.TWO_PORTS,
            "/v1/reassessments",
            RoutingResourceTest.oneLine(Requests.EXAMPLE),
            "/v1/reassessments/adoption",
            "{\"author\":\"jd\",\"reason\":\"reviewed\",\"decisions\":[\"01234567-89ab-7def-8123-456789abcdef\"]}");
    private static final Set<String> LINES = Set.of("/v1/routings/batch", "/v1/reassessments");
    private static final List<String> ADDRESS_PIECES = List.of(
            "/",
            "?",
            "&",
            "=",
            "%",
            "%zz",
            "%00",
            "%ff",
            "%2f",
            "..",
            ";",
            "#",
            "+",
            "\u00e9",
            "[",
            "|",
            "\\",
            "\"",
            "<",
            "v1",
            "hts",
            "centers",
            "decisions",
            "placements",
            "accounts",
            "reassessments",
            "rulebooks",
            "diff",
            "impacts",
            "schedules",
            "journal",
            "history",
            "q",
            "health",
            "8471.30.0100",
            "asOf",
            "2026-11-25",
            "record",
            "019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11",
            "a".repeat(3_000));

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    record Edit(double where, int drop, byte[] insert) {
        byte[] apply(byte[] body) {
            int at = (int) (where * body.length);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.write(body, 0, at);
            edited.writeBytes(insert);
            int rest = Math.min(body.length, at + drop);
            edited.write(body, rest, body.length - rest);
            return edited.toByteArray();
        }
    }

    @Test
    void post_damagedBodies_areAnswered() throws Exception {
        Arbitrary<byte[]> pieces = Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        Arbitrary<List<Edit>> edits = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(pieces, noise))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (List<Edit> tried : samples(edits)) {
            for (String path : BODIES.keySet()) {
                byte[] damaged = BODIES.get(path).getBytes(StandardCharsets.UTF_8);
                for (Edit edit : tried) {
                    damaged = edit.apply(damaged);
                }
                byte[] body = damaged;
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header(
                                        "Content-Type",
                                        LINES.contains(path) ? "application/x-ndjson" : "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode())
                        .as(() -> path + " " + tried + " " + answer.body())
                        .isIn(200, 201, 400, 409, 413);
                assertThat(answer.body())
                        .doesNotContain("Exception")
                        .doesNotContain("123-45-6789")
                        .doesNotContain("problems/internal");
            }
        }
    }

    @Test
    void get_randomAddresses_areAnswered() throws IOException {
        Arbitrary<String> addresses = Arbitraries.of(ADDRESS_PIECES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> "/" + String.join("", pieces));
        for (String address : samples(addresses)) {
            RawHttp.Answer answer = RawHttp.get(port, address);

            assertThat(answer.status()).as(address + "\n" + answer.text()).isBetween(200, 431);
            assertThat(answer.text()).doesNotContain("Exception");
        }
    }

    /** The same ones in every run. */
    private static <T> List<T> samples(Arbitrary<T> arbitrary) {
        List<T> samples = new java.util.ArrayList<>();
        JqwikSession.run(() -> {
            try (Stream<Shrinkable<T>> stream = arbitrary.generator(TRIES, true).stream(new Random(SEED))) {
                stream.limit(TRIES).map(Shrinkable::value).forEach(samples::add);
            }
        });
        return samples;
    }
}
