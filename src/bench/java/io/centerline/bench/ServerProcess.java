package io.centerline.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged program in a process of its own. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final Path data;
    private final int port;
    private final double secondsToReady;

    private ServerProcess(Process process, Path data, int port, double secondsToReady) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** Starts the program with a data folder and further settings, {@code name=value}. */
    public static ServerProcess start(Path data, String... settings) throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dcenterline.data.dir=" + data);
        Stream.of(settings).map(setting -> "-D" + setting).forEach(command::add);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("centerline-bench", ".log").toFile())
                .start();
        for (int attempt = 0; attempt < 8000; attempt++) {
            if (!process.isAlive()) {
                throw new IOException("the program ended with exit code " + process.exitValue());
            }
            if (ready(port)) {
                return new ServerProcess(process, data, port, (System.nanoTime() - begin) / 1e9);
            }
            Thread.sleep(25);
        }
        process.destroyForcibly();
        throw new IOException("the program was not ready in 200 seconds");
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** Resident memory in MiB, as the kernel counts it. */
    long residentMebibytes() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Microseconds of processor time the program has used. */
    long programMicros() throws IOException {
        return ProcessorTime.ofProcess(process.pid());
    }

    /** Microseconds of processor time the program's database has used, all its processes together. */
    long databaseMicros() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        return ProcessorTime.ofFamily(Long.parseLong(lines.get(0)));
    }

    /** The port of the program's database on the loopback address. */
    int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(3));
    }

    /** The password of the role {@code centerline} in the program's database. */
    String databasePassword() throws IOException {
        return Files.readString(data.resolve("postgres/password")).strip();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static boolean ready(int port) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                            .toURL()
                            .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
