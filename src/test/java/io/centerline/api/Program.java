package io.centerline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.store.embedded.Frozen;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged program in a process of its own, with its data and what it writes in one folder. */
public final class Program implements AutoCloseable {
    private static final Path BUILD = Path.of(System.getProperty("centerline.build.directory", "target"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path folder;
    private final int port;

    private Program(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts the program, with settings written as {@code -Dname=value}, and does not wait. */
    static Program start(Path folder, String rules, String... settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                JAVA.resolve("java").toString(),
                // It is over before Java's second compiler would have earned its time.
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dcenterline.data.dir=" + folder.resolve("data"),
                "-Dcenterline.rules.dir=" + rules));
        command.addAll(List.of(settings));
        command.addAll(List.of(
                "-jar", BUILD.resolve("quarkus-app").resolve("quarkus-run.jar").toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        return new Program(process, folder, port);
    }

    /** The same, waiting until it serves. */
    public static Program ready(Path folder, String rules) throws IOException {
        Program program = start(folder, rules);
        program.awaitReady();
        return program;
    }

    /** Waits until it serves, or serves again. */
    void awaitReady() throws IOException {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .failFast(() -> assertThat(process.isAlive())
                            .as(() -> "the program ended: " + written())
                            .isTrue())
                    .until(() -> readiness() == 200);
        } catch (ConditionTimeoutException notReady) {
            throw new AssertionError("not ready in time: " + written() + "\n" + diagnosis("Thread.print"), notReady);
        }
    }

    private int readiness() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode();
        } catch (IOException notYet) {
            // Refused, too late, or cut off while the program starts or its database is away.
            return 0;
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits for the end; returns the exit code. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The end of what it wrote; for messages. */
    String written() {
        try {
            String all = Files.readString(folder.resolve("out")) + errors();
            return all.substring(Math.max(0, all.length() - 4_000));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** What it wrote to the standard error so far. */
    String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as an operator or Ctrl-C does, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** The folder of its database. */
    Path data() {
        return folder.resolve("data");
    }

    /** Starts a second program on the same database, with the same key, and waits until it serves. */
    Program beside() throws IOException {
        Path second = folder.resolve("second");
        Path key = Path.of("journal", "signing.key");
        Files.createDirectories(second.resolve("data").resolve(key).getParent());
        Files.copy(data().resolve(key), second.resolve("data").resolve(key), StandardCopyOption.REPLACE_EXISTING);
        Path store = data().resolve("postgres");
        String port = Files.readAllLines(store.resolve("cluster").resolve("postmaster.pid"))
                .get(3)
                .strip();
        Program other = start(
                second,
                "rules",
                "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "-Dquarkus.datasource.username=centerline",
                "-Dquarkus.datasource.password="
                        + Files.readString(store.resolve("password")).strip());
        other.awaitReady();
        return other;
    }

    /** Freezes the program until what is returned is closed. */
    Frozen freeze() throws IOException {
        return Frozen.process(process.pid());
    }

    /** Freezes its database. */
    Frozen freezeDatabase() throws IOException {
        return Frozen.server(data());
    }

    /** Kills the embedded database's first process; nothing happens while there is none. */
    void killDatabase() throws IOException {
        Path pid = folder.resolve("data/postgres/cluster/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** What `jcmd` answers. */
    private String diagnosis(String question) throws IOException {
        Process jcmd = new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), question)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void collectGarbage() throws IOException {
        diagnosis("GC.run");
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
