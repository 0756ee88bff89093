package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.centerline.store.embedded.EmbeddedStore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as an operator runs it. */
class ProgramIT {

    private final AtomicInteger recorded = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void serve_killedThenTerminatedUnderLoad_keepsItsDecisionsAndStopsInOrder() throws Exception {
        HttpResponse<String> created;
        try (Program first = Program.ready(folder, "rules")) {
            created = first.post("/v1/placements", Requests.EXAMPLE);
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            first.kill();
        }

        try (Program second = Program.ready(folder, "rules")) {
            HttpResponse<String> found =
                    second.get(created.headers().firstValue("Location").orElseThrow());
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).isEqualTo(created.body());
            // The server itself would answer without a word.
            assertThat(RawHttp.get(second.port(), "/v1/hts/%zz").isProblem()).isTrue();

            terminateUnderLoad(second);
        }
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("data"));
                Connection connection = DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), max(index) + 1, (select max(size) from checkpoint) from decision")) {
            row.next();
            assertThat(row.getLong(1)).as("recorded").isEqualTo(1L + recorded.get());
            assertThat(row.getLong(3)).as("signed").isGreaterThanOrEqualTo(row.getLong(2));
        }
    }

    /** What was taken is answered, what comes then is refused, and the database stops last. */
    private void terminateUnderLoad(Program program) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (Socket begun = new Socket(InetAddress.getLoopbackAddress(), program.port())) {
            byte[] body = Requests.EXAMPLE.getBytes(StandardCharsets.UTF_8);
            String head = "POST /v1/placements HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length + "\r\n\r\n";
            begun.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            begun.getOutputStream().write(body, 0, 10);
            List<Future<Void>> load = Stream.generate(() -> clients.submit(() -> recordUntilNobodyListens(program)))
                    .limit(8)
                    .toList();
            await().until(() -> recorded.get() > 100);

            program.terminate();

            await().until(() -> refused.get() > 0);
            begun.getOutputStream().write(body, 10, body.length - 10);
            assertThat(begun.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 201");
            recorded.incrementAndGet();
            for (Future<Void> client : load) {
                client.get(30, TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(program.exit()).isEqualTo(128 + 15);
        assertThat(program.written()).doesNotContain(" WARN ", " ERROR ");
    }

    private Void recordUntilNobodyListens(Program program) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> answer = program.post("/v1/placements", Requests.EXAMPLE);
                if (answer.statusCode() == 201) {
                    recorded.incrementAndGet();
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                    refused.incrementAndGet();
                }
            } catch (ConnectException nobodyListens) {
                return null;
            } catch (IOException hungUp) {
                // Before its request was taken.
            }
        }
    }

    @Test
    void serve_brokenRule_exitsWithTheFindingsBeforeTheStoreStarts() throws Exception {
        Path rule = folder.resolve("rules/membership/broken.drl");
        Files.createDirectories(rule.getParent());
        Files.writeString(rule, "package rules.membership;\nrule \"x\nwhen\nthen\nend\n");

        try (Program program = Program.start(folder, folder.resolve("rules").toString())) {
            assertThat(program.exit()).isEqualTo(3);
            assertThat(program.errors())
                    .startsWith("error: ")
                    .contains("rules/membership/broken.drl:")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void serve_rulesBrokenSinceTheLastStart_servesWhatWasActive() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        String active;
        try (Program first = Program.ready(folder, rules.toString())) {
            active = first.get("/v1/rulebooks/active").body();
        }
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        try (Program second = Program.ready(folder, rules.toString())) {
            assertThat(second.get("/v1/rulebooks/active").body())
                    .startsWith(active.substring(0, active.indexOf(',')))
                    .contains("\"standing\":\"REFUSED\"")
                    .contains("rules/membership/broken.drl:2:6");
        }
    }

    @Test
    void serve_neitherActiveNorSoundRules_exitsWithTheFindings() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        // Where a store exists the rules are looked at only when nothing in it is active.
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        try (Program program = Program.start(folder, rules.toString())) {
            assertThat(program.exit()).isEqualTo(3);
            assertThat(program.errors())
                    .startsWith("error: the service does not start: 1 finding in the rulebook")
                    .contains("rules/membership/broken.drl:2:6")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void serve_keyThatIsNone_exitsWithTheReason() throws Exception {
        try (Program program = Program.start(folder, "rules", "-Dcenterline.journal.key=garbage")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.errors())
                    .startsWith("error: the service does not start: ")
                    .contains("centerline.journal.key")
                    .contains("help: ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void serve_databaseThatIsNotThere_exitsWithTheReason() throws Exception {
        try (Program program = Program.start(
                folder,
                "rules",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:1/none?password=secret",
                "-Dcenterline.store.patience=PT1S")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.errors())
                    .startsWith(
                            "error: the database at `jdbc:postgresql://127.0.0.1:1/none` does not let the program in within"
                                    + " 1 s: ")
                    .contains("help: look whether it runs")
                    .doesNotContain("secret", "\tat ");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
