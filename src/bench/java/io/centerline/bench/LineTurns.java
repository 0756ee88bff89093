package io.centerline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Sends lines to several targets in turns in one run; the first target is the floor that the others are compared with. */
final class LineTurns {
    private static final int TURNS = 3;
    /** The echo, unlike the service's own batches, takes no longer body than any other address. */
    private static final int MOST_BYTES = 15 << 20;

    /**
     * What is measured.
     *
     * @param path where the lines are sent
     * @param body the lines
     * @param lines how many there are
     */
    record Target(String path, byte[] body, int lines) {}

    private LineTurns() {}

    /** Runs the service, warms each target up, and prints what each turn took. */
    static void run(Map<String, Target> targets, int warmupSeconds) throws Exception {
        try (ServerProcess server = ServerProcess.start(Files.createTempDirectory("centerline-bench-lines"))) {
            for (Target target : targets.values()) {
                long end = System.nanoTime() + warmupSeconds * 1_000_000_000L;
                while (System.nanoTime() < end) {
                    send(server, target);
                }
            }
            for (int turn = 1; turn <= TURNS; turn++) {
                turn(turn, server, targets);
            }
            System.out.printf(Locale.ROOT, "resident memory after the load: %d MiB%n", server.residentMebibytes());
        }
    }

    private static void turn(int turn, ServerProcess server, Map<String, Target> targets)
            throws IOException, InterruptedException {
        double floor = 0;
        for (Map.Entry<String, Target> entry : targets.entrySet()) {
            int lines = entry.getValue().lines();
            long program = server.programMicros();
            long database = server.databaseMicros();
            double perSecond = lines / send(server, entry.getValue());
            floor = floor == 0 ? perSecond : floor;
            System.out.printf(
                    Locale.ROOT,
                    "turn %d  %-22s %8.0f lines/s  %5.2f of echo   processor µs a line: program %4d  database %4d%n",
                    turn,
                    entry.getKey(),
                    perSecond,
                    perSecond / floor,
                    (server.programMicros() - program) / lines,
                    (server.databaseMicros() - database) / lines);
        }
    }

    /** Sends the lines once, in batches one after the other; the seconds until the last answer. */
    private static double send(ServerProcess server, Target target) throws IOException, InterruptedException {
        int answered = 0;
        int refused = 0;
        double seconds = 0;
        byte[] body = target.body();
        for (int from = 0; from < body.length; ) {
            int to = Math.min(body.length, from + MOST_BYTES);
            while (body[to - 1] != '\n') {
                to--;
            }
            LineClient.Result result =
                    LineClient.send(server.port(), target.path(), Arrays.copyOfRange(body, from, to));
            answered += result.lines();
            refused += result.refused();
            seconds += result.seconds();
            from = to;
        }
        if (answered != target.lines() || refused > 0) {
            throw new IOException(target.path() + " answered " + answered + " lines for " + target.lines() + ", "
                    + refused + " of them refusals");
        }
        return seconds;
    }
}
