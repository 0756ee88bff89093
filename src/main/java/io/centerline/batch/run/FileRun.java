package io.centerline.batch.run;

import io.centerline.batch.GroupPlacement;
import io.centerline.batch.PlainRows;
import io.centerline.batch.RowPlaces;
import io.centerline.batch.RunDecision;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.StagedDays;
import io.centerline.intake.rows.StagedTable;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One run: stages the inputs, adds up equal rows, decides part by part and writes the results. What is done stays done: the same run
 * begun again goes on behind the last part that was kept. Used once, by one thread.
 */
public final class FileRun {
    /** So many rows of cases make a part: enough to keep threads busy, few enough to be done again. */
    private static final int PART_ROWS = 50_000;

    /** The folder below that of the results that a run has until it is finished. */
    static final String WORK = ".work";

    private static final IntakeLimits LIMITS = new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final RunRequest request;
    private final ProgressFile progress;
    private final Path work;

    /** A run. */
    public FileRun(RunRequest request, RunProgress progress) {
        this.request = request;
        this.work = request.out().resolve(WORK);
        this.progress = new ProgressFile(work.resolve(RunFiles.PROGRESS), progress);
    }

    /**
     * Looks whether there is something to read, before anything else is done.
     *
     * @throws RunRefused when there is not
     */
    public static void check(List<String> inputs) {
        RunInputs.find(inputs);
    }

    /**
     * Runs to the end.
     *
     * @return the summary, which is also written
     * @throws RunRefused when it cannot be done; what was done so far is kept for the same run begun again
     */
    public RunSummary run() {
        List<RunInput> inputs = RunInputs.find(request.inputs());
        byte[] manifest = RunManifest.of(request, inputs, progress);
        prepare(manifest);
        progress.begin();
        try (RunDatabase database = RunDatabase.open(work, request.threads(), request.memory())) {
            database.run("CREATE TABLE IF NOT EXISTS steps (step VARCHAR)");
            RowIntake intake = new RowIntake(
                    new HtsReader(request.schedule()),
                    request.schedule(),
                    request.rulebook().firstCoveredDay(),
                    LIMITS);
            database.run("DROP TABLE IF EXISTS staged");
            database.run(
                    "CREATE OR REPLACE TABLE broken (file INTEGER, number BIGINT, reason VARCHAR, remedy VARCHAR, whole VARCHAR)");
            Staging.Staged staged = new Staging(database, intake, request.rows(), inputs, progress).stage();
            if (staged.read() == staged.titles()) {
                throw RunRefused.input("the inputs have titles and no rows", "add a row for each entry line");
            }
            decide(database, staged, inputs, manifest);
            RunSummary summary = new Results(database, request, inputs, staged, progress).write();
            finish(manifest);
            return summary;
        } finally {
            progress.end();
            if (Files.exists(request.out().resolve(Results.MANIFEST))) {
                remove(work);
            }
        }
    }

    private static boolean isDone(RunDatabase database, String step) {
        return database.number("SELECT count(*) FROM steps WHERE step = ?", step) > 0;
    }

    /** Makes the folder, or finds that the same run was begun in it. */
    private void prepare(byte[] manifest) {
        Path begun = work.resolve(Results.MANIFEST);
        try {
            if (Files.exists(request.out().resolve(Results.MANIFEST)) && !request.restart()) {
                boolean same = Arrays.equals(Files.readAllBytes(request.out().resolve(Results.MANIFEST)), manifest);
                throw new RunRefused(
                        RunRefused.Cause.USAGE,
                        "the folder `" + request.out() + "` has the results of "
                                + (same ? "the same run" : "another run"),
                        "name another folder with `--out`, or replace them with `--restart`");
            }
            if (Files.exists(begun) && !request.restart() && !Arrays.equals(Files.readAllBytes(begun), manifest)) {
                throw new RunRefused(
                        RunRefused.Cause.USAGE,
                        "the folder `" + request.out()
                                + "` has a run that was interrupted, with other inputs, rules or options",
                        "give the same ones to go on with it, name another folder with `--out`, or begin anew with `--restart`");
            }
            if (request.restart()) {
                remove(work);
                for (String name : Results.ALL) {
                    Files.deleteIfExists(request.out().resolve(name));
                }
            }
            Files.createDirectories(work);
            if (!Files.exists(begun)) {
                Files.write(begun, manifest);
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private RunRefused unwritable(IOException failed) {
        return new RunRefused(
                RunRefused.Cause.MACHINE,
                "the folder `" + request.out() + "` cannot be written: " + failed.getMessage(),
                "name another folder with `--out`");
    }

    private void finish(byte[] manifest) {
        try {
            Path file = request.out().resolve(Results.MANIFEST);
            Path aside = request.out().resolve(Results.MANIFEST + ".unfinished");
            Files.write(aside, manifest);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            // The results are there; what is left over is removed with the next run into the folder.
        }
    }

    private void decide(RunDatabase database, Staging.Staged staged, List<RunInput> inputs, byte[] manifest) {
        StagedTable table = staged.table();
        PlainRows plain = PlainRows.of(request.rulebook(), request.schedule(), request.asOf());
        GroupPlacement placement = placement(request.rulebook(), table);
        GroupPlacement before = request.before() instanceof RunRequest.Before.OtherRules other
                ? placement(other.rulebook(), table)
                : null;
        Deciding deciding = new Deciding(
                placement,
                before,
                places(inputs),
                new RunDecision.Stamp(request.schedule().edition(), request.program()),
                table.columns().size(),
                request.recorder() == null ? null : Sha256.name(Sha256.of(manifest)));
        if (!isDone(database, "cases")) {
            addUp(database, staged, plain, true, "cases");
            database.run(
                    "CREATE OR REPLACE TABLE decisions (importer VARCHAR, file INTEGER, row BIGINT, rows BIGINT, status VARCHAR,"
                            + " center VARCHAR, basis VARCHAR, indicated VARCHAR, reviews VARCHAR, counted BIGINT,"
                            + " notCounted BIGINT, lines BIGINT, share DECIMAL(5,4), value DECIMAL(38,2), warnings INTEGER,"
                            + " facts VARCHAR, summary VARCHAR, document VARCHAR, before VARCHAR, number VARCHAR, recorded VARCHAR, onFile VARCHAR)");
            database.run(
                    "CREATE OR REPLACE TABLE rejects (file INTEGER, number BIGINT, reason VARCHAR, remedy VARCHAR, cells VARCHAR[])");
            database.run("CREATE OR REPLACE TABLE counts (what VARCHAR, rows BIGINT)");
            database.run("CREATE OR REPLACE TABLE parts (of VARCHAR, part INTEGER)");
            database.run("CREATE OR REPLACE TABLE apart (key VARCHAR)");
            database.run("INSERT INTO steps VALUES ('cases')");
        }
        decide(database, deciding, "cases");
        if (database.number("SELECT count(*) FROM apart") > 0) {
            if (!isDone(database, "apart")) {
                addUp(database, staged, plain, false, "lone");
                database.run("INSERT INTO steps VALUES ('apart')");
            }
            decide(database, deciding, "lone");
        }
    }

    private GroupPlacement placement(Rulebook rulebook, StagedTable table) {
        return new GroupPlacement(
                rulebook, request.schedule(), table, request.rows(), request.asOf(), request.explain());
    }

    private static RowPlaces places(List<RunInput> inputs) {
        return (file, row) -> inputs.get(file).name()
                + (inputs.get(file).format() == RunInput.Format.PARQUET ? ", row " : ", line ")
                + row;
    }

    private void addUp(RunDatabase database, Staging.Staged staged, PlainRows plain, boolean added, String name) {
        database.run("CREATE TABLE IF NOT EXISTS apart (key VARCHAR)");
        Compaction compaction = new Compaction(staged.table(), plain, staged.sources(), added, name);
        database.run("CREATE OR REPLACE TEMP TABLE numbers (text VARCHAR, goods INTEGER)");
        database.with(open -> {
            try (DuckDBAppender rows = appender(open, "temp", "numbers")) {
                for (var number : plain.numbers().entrySet()) {
                    rows.beginRow();
                    rows.append(number.getKey());
                    rows.append(number.getValue() ? 1 : 0);
                    rows.endRow();
                }
            }
            return true;
        });
        days(database, staged, compaction);
        progress.step("looking for lines that several rows tell of");
        database.run(compaction.odd());
        database.run(compaction.repeated(), progress);
        progress.step("adding up equal rows");
        database.run(compaction.cases(), progress);
    }

    private static DuckDBAppender appender(DuckDBConnection open, String schema, String name) throws SQLException {
        return schema.equals("temp") ? open.createAppender("temp", "main", name) : open.createAppender(schema, name);
    }

    /** Makes the table of the days that texts write. */
    private void days(RunDatabase database, Staging.Staged staged, Compaction compaction) {
        database.run("CREATE OR REPLACE TEMP TABLE days (text VARCHAR, day DATE)");
        StagedDays column = StagedDays.of(staged.table(), RowField.DATE);
        for (String texts : compaction.dayTexts()) {
            List<String> all = database.list(texts, row -> row.getString(1));
            database.with(open -> {
                try (DuckDBAppender rows = appender(open, "temp", "days")) {
                    for (String text : all) {
                        LocalDate day = column.read(text);
                        if (day != null) {
                            rows.beginRow();
                            rows.append(text);
                            rows.append(day);
                            rows.endRow();
                        }
                    }
                }
                return true;
            });
        }
    }

    /** Decides the parts of a table of cases that are not decided yet, and keeps each with all that came of it. */
    private void decide(RunDatabase database, Deciding deciding, String table) {
        progress.step(table.equals("cases") ? "deciding" : "deciding row by row");
        List<String> bounds = database.list(
                "SELECT min(key) FROM (SELECT key, (sum(n) OVER (ORDER BY key) - n) // " + PART_ROWS
                        + " AS part FROM (SELECT key, count(*) AS n FROM " + table
                        + " GROUP BY key)) GROUP BY part ORDER BY 1",
                row -> row.getString(1));
        int done = (int) database.number("SELECT count(*) FROM parts WHERE of = ?", table);
        if (done == bounds.size()) {
            return;
        }
        long all = database.number("SELECT sum(stands) FROM " + table + " WHERE key >= ?", bounds.get(done));
        long rows = 0;
        KeptParts kept = new KeptParts(database, request.recorder());
        ExecutorService crew = Executors.newFixedThreadPool(request.threads());
        Deque<Future<Deciding.Part>> running = new ArrayDeque<>();
        try {
            int next = done;
            for (int part = done; part < bounds.size(); part++) {
                while (next < bounds.size() && running.size() < request.threads() + 1) {
                    String from = bounds.get(next);
                    String to = next + 1 < bounds.size() ? bounds.get(next + 1) : null;
                    running.add(crew.submit(() -> decide(database, deciding, table, from, to)));
                    next++;
                }
                Deciding.Part decided = running.remove().get();
                kept.keep(table, part, decided);
                rows += decided.rows().read();
                progress.done(rows, all, "rows");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RunRefused(
                    RunRefused.Cause.MACHINE, "the run was interrupted", "the same command goes on where it stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            crew.shutdownNow();
        }
    }

    private static Deciding.Part decide(
            RunDatabase database, Deciding deciding, String table, String from, @Nullable String to) {
        try (DuckDBConnection open = database.another()) {
            return deciding.decide(open, table, from, to);
        } catch (SQLException failed) {
            throw RunDatabase.refused(failed);
        }
    }
}
