package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rulebooks are activated one after the other while four clients record decisions. */
class ReloadIT {
    private static final int RELOADS = Integer.getInteger("centerline.reloads", 40);
    private static final int CLIENTS = 4;

    /** Leaves the reloads some of the machine. */
    private static final long PAUSE_MILLIS = 20;

    /** What the footprint may grow by from the first half to the end: few reloads are held to less. */
    private static final double MOST_GROWTH = RELOADS > 100 ? 0.02 : 0.01;

    /** More than are kept ready, so that every activation compiles one. */
    private static final int RULEBOOKS = 6;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> hashes = new ArrayList<>();
    private volatile int wanted;
    private volatile int answered;
    private volatile boolean over;

    @TempDir
    Path folder;

    /** What the program holds after its garbage was collected. */
    private record Footprint(long classes, long metaspaceKibibytes) {}

    @Test
    void activate_whileRequestsRun_noRequestFailsAndNothingGrows() throws Exception {
        try (Program program = Program.ready(folder, "rules")) {
            store(program);
            activate(program, 0);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<Integer>> served = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                served.add(clients.submit(client(program)));
            }
            Footprint settled = null;
            for (int i = 1; i <= RELOADS; i++) {
                activate(program, i);
                if (i == Math.min(100, RELOADS / 2)) {
                    settled = footprint(program);
                }
                if (i % 100 == 0) {
                    System.out.printf("%d reloads: %s%n", i, footprint(program));
                }
            }
            over = true;
            int decisions = 0;
            for (Future<Integer> client : served) {
                decisions += client.get();
            }
            clients.shutdown();
            Footprint end = footprint(program);
            System.out.printf("%d reloads, %d decisions: from %s to %s%n", RELOADS, decisions, settled, end);

            assertThat(decisions).isGreaterThan(RELOADS);
            assertThat(settled).isNotNull();
            assertThat((double) end.classes()).isLessThan(settled.classes() * (1 + MOST_GROWTH));
            assertThat((double) end.metaspaceKibibytes())
                    .isLessThan(settled.metaspaceKibibytes() * (1 + 2.5 * MOST_GROWTH));
        }
    }

    private void store(Program program) throws Exception {
        for (int i = 0; i < RULEBOOKS; i++) {
            String remark = "// edition " + i + "\n";
            Map<String, String> files = Uploads.files();
            files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + remark);
            HttpResponse<String> stored = program.post(
                    "/v1/rulebooks?author=reload", new String(Uploads.document(files), StandardCharsets.UTF_8));
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
            hashes.add(json.readTree(stored.body()).path("rulebook").asText());
        }
    }

    private void activate(Program program, int number) throws Exception {
        wanted = number;
        HttpResponse<String> done = program.post(
                "/v1/rulebooks/" + hash(number) + "/activation", "{\"author\": \"reload\", \"reason\": \"trial\"}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        answered = number;
    }

    private String hash(int number) {
        return hashes.get(number % RULEBOOKS);
    }

    /** Decides until the end; every receipt names a rulebook that was activated no earlier than the last answer. */
    private Callable<Integer> client(Program program) {
        return () -> {
            int decisions = 0;
            while (!over) {
                int earliest = answered;
                HttpResponse<String> decided = program.post("/v1/placements?explain=summary", Requests.EXAMPLE);
                int latest = wanted;
                assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
                List<String> allowed = new ArrayList<>();
                for (int number = earliest; number <= latest; number++) {
                    allowed.add(hash(number));
                }
                assertThat(json.readTree(decided.body())
                                .path("receipt")
                                .path("rulebook")
                                .asText())
                        .isIn(allowed);
                decisions++;
                Thread.sleep(PAUSE_MILLIS);
            }
            return decisions;
        };
    }

    private static Footprint footprint(Program program) throws Exception {
        program.collectGarbage();
        program.collectGarbage();
        String metrics = program.get("/q/metrics").body();
        return new Footprint(
                (long) metric(metrics, "jvm_classes_loaded_classes "),
                (long) metric(metrics, "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\"") / 1024);
    }

    private static double metric(String metrics, String begin) {
        return metrics.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
