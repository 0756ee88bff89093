package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as an operator runs it. */
class ProgramIT {
    private static final Path BUILD = Path.of(System.getProperty("centerline.build.directory", "target"));

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void serve_killedAndStartedAgain_keepsItsDecisions() throws Exception {
        int port = freePort();
        Process first = start(port, "rules");
        awaitReady(first, port);
        HttpResponse<String> created = send(HttpRequest.newBuilder(uri(port, "/v1/placements"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Requests.EXAMPLE)));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        first.destroyForcibly().waitFor();

        Process second = start(port, "rules");
        awaitReady(second, port);

        HttpResponse<String> found = send(HttpRequest.newBuilder(
                uri(port, created.headers().firstValue("Location").orElseThrow())));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(created.body());
    }

    @Test
    void serve_brokenRule_exitsWithTheFindingsBeforeTheStoreStarts() throws Exception {
        Path rule = folder.resolve("rules/membership/broken.drl");
        Files.createDirectories(rule.getParent());
        Files.writeString(rule, "package rules.membership;\nrule \"x\nwhen\nthen\nend\n");

        Process process = start(freePort(), folder.resolve("rules").toString());

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("err")))
                .startsWith("error: ")
                .contains("rules/membership/broken.drl:")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void serve_rulesBrokenSinceTheLastStart_servesWhatWasActive() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        int port = freePort();
        Process first = start(port, rules.toString());
        awaitReady(first, port);
        String active =
                send(HttpRequest.newBuilder(uri(port, "/v1/rulebooks/active"))).body();
        first.destroy();
        first.waitFor();
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        Process second = start(port, rules.toString());
        awaitReady(second, port);

        String hash = active.substring(0, active.indexOf(','));
        assertThat(send(HttpRequest.newBuilder(uri(port, "/v1/rulebooks/active")))
                        .body())
                .startsWith(hash)
                .contains("\"standing\":\"REFUSED\"")
                .contains("rules/membership/broken.drl:2:6");
    }

    @Test
    void serve_neitherActiveNorSoundRules_exitsWithTheFindings() throws Exception {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        int port = freePort();
        // Where a store exists the rules are looked at only when nothing in it is active.
        Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(rules.resolve("membership/broken.drl"), "package rules.membership;\nrule \"x\n");

        Process process = start(port, rules.toString());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("err")))
                .startsWith("error: the service does not start: 1 finding in the rulebook")
                .contains("rules/membership/broken.drl:2:6")
                .doesNotContain("\tat ");
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

    private Process start(int port, String rules) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.port=" + port,
                        "-Dcenterline.data.dir=" + folder.resolve("data"),
                        "-Dcenterline.rules.dir=" + rules,
                        "-jar",
                        BUILD.resolve("quarkus-app").resolve("quarkus-run.jar").toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private void awaitReady(Process process, int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> assertThat(process.isAlive())
                        .as(() -> "the program ended: " + folder)
                        .isTrue())
                .until(() -> status(port) == 200);
    }

    private int status(int port) throws Exception {
        try {
            return send(HttpRequest.newBuilder(uri(port, "/q/health/ready"))).statusCode();
        } catch (ConnectException notYet) {
            return 0;
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
