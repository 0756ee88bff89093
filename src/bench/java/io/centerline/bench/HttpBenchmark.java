package io.centerline.bench;

import io.centerline.facts.Facts;
import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.tariff.Schedule;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Throughput over HTTP with a 100-line body: the echo floor, deciding, and deciding with recording, in turns in one run.
 * The load comes from this process, the service runs in another.
 */
final class HttpBenchmark {
    private static final int CONNECTIONS = 16;
    // What is recorded is committed together, so the more wait the less a commit is of each.
    private static final int MANY_CONNECTIONS = 64;
    // On two cores under load the compiler gets little time; with less the first turns measure it and not the service.
    private static final int WARMUP_SECONDS = 90;

    private record Target(String path, int status) {}

    private HttpBenchmark() {}

    /** {@code args[0]}: seconds of each turn (default 6). */
    static void run(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        Facts facts = Cases.importer(Schedule.load(), 100, 11);
        byte[] body = FactsJson.canonical(facts, Masking.NONE);
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("parse and echo", new Target("/bench/echo", 200));
        targets.put("decide, summary", new Target("/v1/placements?record=false&explain=summary", 200));
        targets.put("decide, full", new Target("/v1/placements?record=false", 200));
        targets.put("record, summary", new Target("/v1/placements?explain=summary", 201));
        targets.put("record, full", new Target("/v1/placements", 201));
        try (ServerProcess server = ServerProcess.start(Files.createTempDirectory("centerline-bench-data"))) {
            for (Target target : targets.values()) {
                LoadClient.run(server.port(), target.path(), body, CONNECTIONS, WARMUP_SECONDS, target.status());
            }
            for (int connections : new int[] {CONNECTIONS, MANY_CONNECTIONS}) {
                System.out.printf(
                        Locale.ROOT,
                        "%nbody %d bytes, %d connections, %d s a turn%n",
                        body.length,
                        connections,
                        seconds);
                for (int turn = 1; turn <= 3; turn++) {
                    turn(turn, server, targets, body, connections, seconds);
                }
            }
            System.out.printf(Locale.ROOT, "resident memory after the load: %d MiB%n", server.residentMebibytes());
        }
    }

    private static void turn(
            int turn, ServerProcess server, Map<String, Target> targets, byte[] body, int connections, int seconds)
            throws Exception {
        double floor = 0;
        for (Map.Entry<String, Target> entry : targets.entrySet()) {
            Target target = entry.getValue();
            long program = server.programMicros();
            long database = server.databaseMicros();
            long client = ProcessorTime.ofProcess(ProcessHandle.current().pid());
            LoadClient.Result result =
                    LoadClient.run(server.port(), target.path(), body, connections, seconds, target.status());
            floor = floor == 0 ? result.perSecond() : floor;
            int requests = Math.max(1, result.micros().length);
            System.out.printf(
                    Locale.ROOT,
                    "turn %d  %-16s %8.0f /s  %5.2f of echo   p50 %6.2f ms  p99 %6.2f ms"
                            + "   processor µs a request: program %4d  database %4d  load %4d%n",
                    turn,
                    entry.getKey(),
                    result.perSecond(),
                    result.perSecond() / floor,
                    result.percentile(0.50) / 1000.0,
                    result.percentile(0.99) / 1000.0,
                    (server.programMicros() - program) / requests,
                    (server.databaseMicros() - database) / requests,
                    (ProcessorTime.ofProcess(ProcessHandle.current().pid()) - client) / requests);
        }
    }
}
