package io.centerline.bench.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.bench.LoadClient;
import io.centerline.bench.ServerProcess;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same request over HTTP to minimal endpoints over two peers and to the program, one after the other in turns. */
final class PeersOverHttp {
    private static final int CONNECTIONS = 16;
    private static final int TURNS = 3;
    // The compilers need minutes of load on two cores; with less the first turns measure them.
    private static final int WARM_UP_SECONDS = 20;

    private record Target(String path, int status, boolean proves) {}

    private record Turn(double perSecond, long median, long slow) {}

    private static final Map<String, Target> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put("KIE DMN: decides", new Target("/bench/kie-dmn", 200, false));
        TARGETS.put("plain Drools: decides", new Target("/bench/drools", 200, false));
        TARGETS.put("Centerline: decides", new Target("/v1/placements?record=false&explain=summary", 200, false));
        TARGETS.put("Centerline: decides and explains", new Target("/v1/placements?record=false", 200, false));
        TARGETS.put("Centerline: decides, explains and records", new Target("/v1/placements", 201, false));
        TARGETS.put("Centerline: decides, explains, records and proves", new Target("/v1/placements", 201, true));
    }

    private PeersOverHttp() {}

    /** Prints the table for an importer; a turn takes so many seconds. */
    static void run(Tasks.Placing task, int seconds) throws Exception {
        byte[] body = FactsJson.canonical(task.sample().facts(), Masking.NONE);
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        try (ServerProcess server = ServerProcess.start(Files.createTempDirectory("centerline-bench-data"))) {
            check(server, "/bench/kie-dmn", body, task.expected());
            check(server, "/bench/drools", body, task.expected());
            for (Target target : TARGETS.values()) {
                load(server, target, body, WARM_UP_SECONDS);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (Map.Entry<String, Target> entry : TARGETS.entrySet()) {
                    turns.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                            .add(load(server, entry.getValue(), body, seconds));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d bytes, %d lines, %d connections, %d turns of %d s%n%n",
                body.length,
                task.sample().facts().lines().size(),
                CONNECTIONS,
                TURNS,
                seconds);
        System.out.println("| endpoint | per second | p50 | p99 |\n|---|---|---|---|");
        turns.forEach((name, list) -> System.out.println("| " + name + " | " + row(list) + " |"));
    }

    private static Turn load(ServerProcess server, Target target, byte[] body, int seconds) throws Exception {
        LoadClient.Result result = target.proves()
                ? LoadClient.proving(server.port(), target.path(), body, CONNECTIONS, seconds)
                : LoadClient.run(server.port(), target.path(), body, CONNECTIONS, seconds, target.status());
        return new Turn(result.perSecond(), result.percentile(0.5), result.percentile(0.99));
    }

    private static String row(List<Turn> turns) {
        double[] rates = turns.stream().mapToDouble(Turn::perSecond).sorted().toArray();
        long[] medians = turns.stream().mapToLong(Turn::median).sorted().toArray();
        long[] slow = turns.stream().mapToLong(Turn::slow).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f to %,.0f) | %.1f ms | %.1f ms",
                rates[TURNS / 2],
                rates[0],
                rates[TURNS - 1],
                medians[TURNS / 2] / 1000.0,
                slow[TURNS / 2] / 1000.0);
    }

    private static void check(ServerProcess server, String path, byte[] body, Answer expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200
                || !expected.equals(new ObjectMapper().readValue(response.body(), Answer.class))) {
            throw new IllegalStateException(
                    path + " answered " + response.statusCode() + " " + response.body() + ", the program " + expected);
        }
    }
}
