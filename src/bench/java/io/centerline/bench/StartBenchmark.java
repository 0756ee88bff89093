package io.centerline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Time from starting the process to ready, with a new and with an existing data folder, and memory after start. */
final class StartBenchmark {
    private StartBenchmark() {}

    static void run() throws Exception {
        Path data = Files.createTempDirectory("centerline-bench-start");
        for (int i = 0; i < 6; i++) {
            try (ServerProcess server = ServerProcess.start(data)) {
                System.out.printf(
                        Locale.ROOT,
                        "start to ready: %.2f s (%s data folder), resident %d MiB%n",
                        server.secondsToReady(),
                        i == 0 ? "new" : "existing",
                        server.residentMebibytes());
            }
        }
    }
}
