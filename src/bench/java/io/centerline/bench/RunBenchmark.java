package io.centerline.bench;

import io.centerline.batch.data.DataFiles;
import io.centerline.batch.data.DataForm;
import io.centerline.batch.data.DataPlan;
import io.centerline.batch.run.FileRun;
import io.centerline.batch.run.RunProgress;
import io.centerline.batch.run.RunRequest;
import io.centerline.batch.run.RunSummary;
import io.centerline.intake.rows.RowOptions;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * A run over made-up lines in Parquet, step by step, beside its floor: the database adds up the same files by importer and numbers,
 * and decides nothing.
 */
final class RunBenchmark {
    private static final LocalDate DAY = LocalDate.parse("2026-09-30");
    private static final int LINES_OF_AN_IMPORTER = 100;
    private static final int LINES_OF_A_PART = 5_000_000;
    private static final int ROUNDS = 3;
    private static final long MEMORY = 3_000_000_000L;

    private RunBenchmark() {}

    /** Runs over this many lines. */
    static void run(int lines) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("centerline-run");
        try {
            int importers = Math.max(1, lines / LINES_OF_AN_IMPORTER);
            Schedule schedule = Schedule.load();
            Path data = folder.resolve("lines");
            new DataFiles(new DataPlan(lines, importers, 1, DAY), schedule, DataForm.PARQUET, done -> {})
                    .folder(data, (lines + LINES_OF_A_PART - 1) / LINES_OF_A_PART, false);
            double floor = floor(data);
            Steps steps = new Steps();
            long began = System.nanoTime();
            RunSummary summary = new FileRun(
                            new RunRequest(
                                    List.of(data.toString()),
                                    folder.resolve("out"),
                                    DAY,
                                    RowOptions.LENIENT,
                                    Rulebook.read(Path.of("rules")),
                                    schedule,
                                    "bench",
                                    Explain.SUMMARY,
                                    RunRequest.Format.PARQUET,
                                    Runtime.getRuntime().availableProcessors(),
                                    MEMORY,
                                    false,
                                    null,
                                    null),
                            steps)
                    .run();
            double all = (System.nanoTime() - began) / 1e9;
            steps.step("");
            System.out.printf(
                    Locale.ROOT,
                    "run %,d lines of %,d importers: %.1f s, %.1f times the %.2f s of adding up alone%n",
                    summary.read(),
                    summary.importers(),
                    all,
                    all / floor,
                    floor);
            steps.seconds.forEach((step, seconds) -> System.out.printf(Locale.ROOT, "  %6.1f s %s%n", seconds, step));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The best of a few rounds, in seconds. */
    private static double floor(Path data) throws SQLException {
        double best = Double.MAX_VALUE;
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY / 1_000_000 + "MB");
        settings.setProperty("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
        try (Connection open = new DuckDBDriver().connect("jdbc:duckdb:", settings);
                Statement statement = open.createStatement()) {
            for (int i = 0; i < ROUNDS; i++) {
                long began = System.nanoTime();
                try (ResultSet sum = statement.executeQuery(
                        "SELECT sum(n) FROM (SELECT \"Importer Number\", \"HTS 1\", \"HTS 2\", \"HTS 3\", count(*) AS n, sum(\"Value\") AS v"
                                + " FROM '" + data + "/*.parquet' GROUP BY ALL)")) {
                    sum.next();
                }
                best = Math.min(best, (System.nanoTime() - began) / 1e9);
            }
        }
        return best;
    }

    /** Sums up how long each step takes. */
    private static final class Steps implements RunProgress {
        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private String now = "";
        private long began = System.nanoTime();

        @Override
        public void step(String step) {
            long next = System.nanoTime();
            if (!now.isEmpty()) {
                seconds.merge(now, (next - began) / 1e9, Double::sum);
            }
            now = step;
            began = next;
        }

        @Override
        public void done(long done, long all, String unit) {
            // Only steps are measured.
        }
    }
}
