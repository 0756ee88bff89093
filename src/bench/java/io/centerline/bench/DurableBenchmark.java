package io.centerline.bench;

import io.centerline.facts.FactsJson;
import io.centerline.facts.Masking;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Durable decisions a second from 16 clients with 100-line bodies, beside the echo endpoint and beside what PostgreSQL's
 * own {@code pgbench} inserts into the same server, a row of the same size for each transaction; then how long a decision
 * takes at half the peak.
 */
final class DurableBenchmark {
    private static final int CLIENTS = 16;
    private static final int WARMUP_SECONDS = 60;
    private static final int TURNS = 3;

    private final ServerProcess server;
    private final byte[] body;
    private final int seconds;

    private DurableBenchmark(ServerProcess server, byte[] body, int seconds) {
        this.server = server;
        this.body = body;
        this.seconds = seconds;
    }

    static void run(int seconds) throws Exception {
        byte[] body = FactsJson.canonical(Cases.importer(Schedule.load(), 100, 11), Masking.NONE);
        Path data = Files.createTempDirectory("centerline-bench-durable");
        try (ServerProcess server = ServerProcess.start(data)) {
            DurableBenchmark benchmark = new DurableBenchmark(server, body, seconds);
            benchmark.compare("summary", "/v1/placements?explain=summary");
            benchmark.compare("full", "/v1/placements");
        }
    }

    private void compare(String name, String path) throws Exception {
        LoadClient.run(server.port(), "/bench/echo", body, CLIENTS, WARMUP_SECONDS, 200);
        LoadClient.run(server.port(), path, body, CLIENTS, WARMUP_SECONDS, 201);
        int decision = decision(path);
        Optional<Path> pgbench = pgbench();
        System.out.printf(Locale.ROOT, "%n%s: facts of %d bytes, decision of %d bytes%n", name, body.length, decision);
        double peak = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            double echo = LoadClient.run(server.port(), "/bench/echo", body, CLIENTS, seconds, 200)
                    .perSecond();
            LoadClient.Result recorded = LoadClient.run(server.port(), path, body, CLIENTS, seconds, 201);
            peak = Math.max(peak, recorded.perSecond());
            System.out.printf(
                    Locale.ROOT,
                    "turn %d  echo %6.0f /s   durable %6.0f /s, %.2f of echo, p50 %.2f ms, p99 %.2f ms   pgbench %s%n",
                    turn,
                    echo,
                    recorded.perSecond(),
                    recorded.perSecond() / echo,
                    recorded.percentile(0.5) / 1000.0,
                    recorded.percentile(0.99) / 1000.0,
                    pgbench.isEmpty() ? "is not installed" : inserted(pgbench.get(), decision));
        }
        LoadClient.Result half = LoadClient.run(server.port(), path, body, CLIENTS, 2 * seconds, 201, peak / 2);
        System.out.printf(
                Locale.ROOT,
                "at half the peak, %.0f /s: p50 %.2f ms, p99 %.2f ms, longest %.2f ms%n",
                half.perSecond(),
                half.percentile(0.5) / 1000.0,
                half.percentile(0.99) / 1000.0,
                half.percentile(1) / 1000.0);
    }

    private int decision(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 201) {
            throw new IOException("the decision was answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static Optional<Path> pgbench() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> installed = Files.isDirectory(debian) ? Files.walk(debian, 3) : Stream.empty()) {
            return installed.filter(path -> path.endsWith("bin/pgbench")).findFirst();
        }
    }

    /** What {@code pgbench} says of its transactions, each an insert, in the words of its own report. */
    private String inserted(Path pgbench, int decision) throws Exception {
        String table = "bench_insert";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table
                    + " (index bigserial primary key, facts text not null, body text not null, leaf bytea not null)");
            statement.execute(
                    "alter table " + table + " alter facts set storage external, alter body set storage external");
        }
        Path script = Files.createTempFile("centerline-bench", ".sql");
        Files.writeString(
                script,
                "insert into " + table + " (facts, body, leaf) values (repeat('0', " + body.length + "), repeat('0', "
                        + decision + "), decode(repeat('00', 32), 'hex'));\n");
        ProcessBuilder command = new ProcessBuilder(
                pgbench.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CLIENTS,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + server.databasePort(),
                "--username=centerline",
                "postgres");
        command.environment().put("PGPASSWORD", server.databasePassword());
        Process process = command.redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException("pgbench: " + String.join("\n", lines));
        }
        return lines.stream().filter(line -> line.startsWith("tps")).findFirst().orElse("said nothing");
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.databasePort() + "/postgres",
                "centerline",
                server.databasePassword());
    }
}
