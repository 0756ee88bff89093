package io.centerline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.store.embedded.EmbeddedStore;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Two programs on one database: how long an activation takes to be answered, which is once both serve the rulebook, and
 * whether a decision of either afterwards still names another one.
 */
final class ReplicasBenchmark {
    private static final int RULEBOOKS = 6;
    private static final int ACTIVATIONS = 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    private ReplicasBenchmark() {}

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("centerline-bench-replicas");
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"))) {
            String[] database = {
                "quarkus.datasource.jdbc.url=" + store.jdbcUrl(),
                "quarkus.datasource.username=" + store.user(),
                "quarkus.datasource.password=" + store.password()
            };
            try (ServerProcess first = ServerProcess.start(folder.resolve("first"), database)) {
                Path key = Path.of("journal", "signing.key");
                Files.createDirectories(folder.resolve("second").resolve("journal"));
                Files.copy(
                        folder.resolve("first").resolve(key),
                        folder.resolve("second").resolve(key));
                try (ServerProcess second = ServerProcess.start(folder.resolve("second"), database)) {
                    new ReplicasBenchmark().activate(List.of(first.port(), second.port()));
                }
            }
        }
    }

    private void activate(List<Integer> ports) throws Exception {
        List<String> rulebooks = new ArrayList<>();
        for (int i = 0; i < RULEBOOKS; i++) {
            rulebooks.add(send(ports.get(0), "/v1/rulebooks?author=bench", variant(i), 201)
                    .get("rulebook")
                    .textValue());
        }
        byte[] facts = FactsJson.canonical(Cases.importer(Schedule.load(), 100, 11), Masking.NONE);
        byte[] reason = JSON.writeValueAsBytes(
                JSON.createObjectNode().put("author", "bench").put("reason", "measured"));
        double longest = 0;
        for (int i = 0; i < ACTIVATIONS; i++) {
            String rulebook = rulebooks.get(i % RULEBOOKS);
            long begin = System.nanoTime();
            JsonNode answer = send(ports.get(0), "/v1/rulebooks/" + rulebook + "/activation", reason, 200);
            double seconds = (System.nanoTime() - begin) / 1e9;
            longest = Math.max(longest, seconds);
            for (int port : ports) {
                String decidedWith = send(port, "/v1/placements?record=false", facts, 200)
                        .at("/receipt/rulebook")
                        .textValue();
                if (!decidedWith.equals(rulebook)) {
                    throw new IllegalStateException("decided with " + decidedWith + " after " + rulebook);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "activation %2d: answered in %.2f s, %d replicas%n",
                    i + 1,
                    seconds,
                    answer.get("replicas").size());
        }
        System.out.printf(Locale.ROOT, "longest %.2f s; no decision after an answer named another rulebook%n", longest);
    }

    /** The rulebook of the folder with a comment more, so that it is another one to compile. */
    private static byte[] variant(int number) throws IOException {
        Path rules = Path.of("rules");
        ObjectNode files = JSON.createObjectNode();
        try (Stream<Path> paths = Files.walk(rules)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = rules.relativize(path).toString();
                String text = Files.readString(path);
                files.put(name, name.equals("membership/electronics.drl") ? text + "// " + number + "\n" : text);
            }
        }
        return JSON.writeValueAsBytes(JSON.createObjectNode().set("files", files));
    }

    private JsonNode send(int port, String path, byte[] body, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != status) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + answer);
        }
        return answer;
    }
}
