package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.decision.CanonicalReceipt;
import io.centerline.log.LogVerifier;
import io.centerline.log.Verdict;
import io.centerline.log.VerifierKey;
import io.centerline.log.Verifiers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program and its database die again and again, in every way of {@link Death}, while 16 clients record decisions. */
class KillIT {
    private static final int KILLS = Integer.getInteger("centerline.kills", 5);
    private static final int CLIENTS = 16;
    private static final int LONGEST_MILLIS = 1_500;

    private final ObjectMapper json = new ObjectMapper();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Leaf by id of what a caller was told is recorded. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Requests whose callers were told nothing, or that it did not work; they may have been recorded all the same. */
    private final AtomicInteger unanswered = new AtomicInteger();

    /** Leaf by id of what stands in the part of the log that was verified. */
    private final Map<String, String> recorded = new HashMap<>();

    private final List<byte[]> checkpoints = new ArrayList<>();
    private long verifiedTo;
    private String key = "";
    private volatile boolean over;

    @TempDir
    Path folder;

    @Test
    void place_killedUnderLoad_everythingAcknowledgedIsRecordedAndVerifies() throws Exception {
        boolean small = SmallDisk.mount(folder.resolve("data"));
        List<Death> deaths = Stream.of(Death.values())
                .filter(death -> small || death != Death.DISK_FULL)
                .toList();
        Program program = Program.ready(folder, "rules");
        try {
            key = json.readTree(program.get("/v1/journal/checkpoint").body())
                    .path("verifiers")
                    .path(0)
                    .asText();
            for (int round = 0; round < KILLS; round++) {
                Death death = deaths.get(round % deaths.size());
                program = killed(program, death);
                String when = "round " + round + ", " + death + ", seed " + seed;
                requireRecorded(program, when);
                System.out.printf("%s: %d decisions acknowledged, %d leaves%n", when, acknowledged.size(), verifiedTo);
            }
            requireVerified(program, 0, checkpoints, "at the end");
            System.out.printf("%d kills: %d decisions acknowledged, none lost%n", KILLS, acknowledged.size());
            assertThat(acknowledged.size()).isGreaterThan(KILLS);
        } finally {
            program.close();
            if (small) {
                SmallDisk.on(folder.resolve("data")).unmount();
            }
        }
    }

    /** Kills under load, and waits until what was killed serves again. */
    private Program killed(Program program, Death death) throws Exception {
        over = false;
        int before = acknowledged.size();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            running.add(clients.submit(() -> record(program)));
        }
        try {
            while (acknowledged.size() == before) {
                Thread.sleep(10);
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            death.strike(program, this::count);
            if (death.isSurvived()) {
                // Its callers wait through the outage and go on.
                program.awaitReady();
                Thread.sleep(random.nextInt(LONGEST_MILLIS));
            }
        } finally {
            over = true;
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        for (Future<?> client : running) {
            client.get();
        }
        return death.isSurvived() ? program : Program.ready(folder, "rules");
    }

    private Void record(Program program) throws InterruptedException, IOException {
        while (!over) {
            HttpResponse<String> answer;
            try {
                answer = program.post("/v1/placements?explain=summary", Requests.EXAMPLE);
            } catch (IOException gone) {
                unanswered.incrementAndGet();
                Thread.sleep(20);
                continue;
            }
            count(answer);
            if (answer.statusCode() != 201) {
                Thread.sleep(20);
            }
        }
        return null;
    }

    private void count(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            acknowledge(decision(answer));
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            unanswered.incrementAndGet();
        }
    }

    private JsonNode decision(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(answer.body(), broken);
        }
    }

    private void acknowledge(JsonNode decision) {
        acknowledged.put(
                decision.path("id").asText(),
                decision.path("receipt").path("leaf").asText());
    }

    /** Everything acknowledged is in the log, which continues all it signed, and nothing else is but what had no answer. */
    private void requireRecorded(Program program, String when) throws Exception {
        // A proof of the newest leaf makes the log sign all there is.
        JsonNode last = json.readTree(
                program.post("/v1/placements?explain=summary", Requests.EXAMPLE).body());
        acknowledge(last);
        String newest = last.path("id").asText();
        HttpResponse<String> proof = program.get("/v1/decisions/" + newest + "/proof");
        assertThat(proof.statusCode()).as(when + ": " + proof.body()).isEqualTo(200);
        byte[] export = requireVerified(
                program,
                verifiedTo,
                checkpoints.isEmpty() ? List.of() : List.of(checkpoints.get(checkpoints.size() - 1)),
                when);
        recorded.putAll(leaves(export));
        assertThat(recorded).as(when).containsAllEntriesOf(acknowledged);
        assertThat(recorded.size() - acknowledged.size()).as(when).isBetween(0, unanswered.get());
        assertThat(program.get("/q/metrics").body()).as(when).contains("centerline_journal_lost_total 0.0");
        String checkpoint = json.readTree(proof.body()).path("checkpoint").asText();
        checkpoints.add(checkpoint.getBytes(StandardCharsets.UTF_8));
        verifiedTo = Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    /** The leaves from one on, which lead to the checkpoints. */
    private byte[] requireVerified(Program program, long from, List<byte[]> since, String when) throws Exception {
        byte[] export = program.get("/v1/journal/export?from=" + from).body().getBytes(StandardCharsets.UTF_8);
        Verdict verdict = new LogVerifier(new Verifiers(List.of(VerifierKey.parse(key))), CanonicalReceipt::commits)
                .verify(new ByteArrayInputStream(export), since, (leaves, bytes) -> {});
        assertThat(verdict).as(when).isInstanceOf(Verdict.Verified.class);
        return export;
    }

    /** Leaf by id of what an export holds. */
    private Map<String, String> leaves(byte[] export) throws IOException {
        Map<String, String> leaves = new HashMap<>();
        for (String line :
                new String(export, StandardCharsets.UTF_8).lines().skip(1).toList()) {
            JsonNode leaf = json.readTree(line);
            if (leaf.has("kind")) {
                continue;
            }
            leaves.put(
                    leaf.path("decision").path("id").asText(), leaf.path("leaf").asText());
        }
        return leaves;
    }
}
