package io.centerline.batch.run;

import static io.centerline.batch.run.SourceColumn.quoted;

import io.centerline.batch.RowCounts;
import io.centerline.intake.rows.RejectsFile;
import io.centerline.intake.rows.StagedTable;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.rulebook.vocabulary.NotCountedReason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what came of a run, each file under another name until it is whole. Used once. */
final class Results {
    static final String MANIFEST = "manifest.json";
    static final String SUMMARY = "summary.json";
    static final String TEXT = "summary.txt";
    static final String REJECTS = "rejects.csv";
    static final String MOVERS = "movers.csv";

    /** Every name that a run may write. */
    static final List<String> ALL =
            List.of(MANIFEST, SUMMARY, TEXT, REJECTS, MOVERS, "decisions.parquet", "decisions.ndjson", "decisions.csv");

    private static final String COLUMNS =
            "importer, files.name AS file, d.row, d.rows, status, center, basis, indicated, reviews, counted, notCounted, lines,"
                    + " share, value, warnings, facts, summary";

    private final RunDatabase database;
    private final RunRequest request;
    private final List<RunInput> inputs;
    private final Staging.Staged staged;
    private final RunProgress progress;

    Results(
            RunDatabase database,
            RunRequest request,
            List<RunInput> inputs,
            Staging.Staged staged,
            RunProgress progress) {
        this.database = database;
        this.request = request;
        this.inputs = inputs;
        this.staged = staged;
        this.progress = progress;
    }

    /** Writes all of it but the manifest. */
    RunSummary write() {
        progress.step("writing the results");
        files();
        try {
            decisions();
            rejects();
            RunSummary.@Nullable Comparison comparison = compare();
            RunSummary summary = summary(comparison);
            write(SUMMARY, summary.json());
            write(TEXT, summary.text().getBytes(StandardCharsets.UTF_8));
            return summary;
        } catch (IOException failed) {
            throw unwritable(failed);
        } catch (UncheckedIOException failed) {
            throw unwritable(Objects.requireNonNull(failed.getCause()));
        }
    }

    private RunRefused unwritable(IOException failed) {
        return new RunRefused(
                RunRefused.Cause.MACHINE,
                "the results cannot be written to `" + request.out() + "`: " + failed.getMessage(),
                "free space or mend the permissions; the same command goes on where it stopped");
    }

    private void files() {
        database.run("CREATE OR REPLACE TEMP TABLE files (file INTEGER, name VARCHAR)");
        for (int i = 0; i < inputs.size(); i++) {
            database.run("INSERT INTO files VALUES (?, ?)", i, inputs.get(i).name());
        }
    }

    /** Decisions stand in the order of their EINs; those decided row by row were kept last. */
    private String order() {
        return database.number("SELECT count(*) FROM parts WHERE of = 'lone'") > 0 ? " ORDER BY number" : "";
    }

    private String columns() {
        return request.recorder() == null ? COLUMNS : COLUMNS + ", recorded, onFile";
    }

    private void decisions() throws IOException {
        switch (request.format()) {
            case PARQUET ->
                copy(
                        "decisions.parquet",
                        "SELECT " + columns() + ", document FROM decisions AS d JOIN files USING (file)" + order(),
                        "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000");
            case CSV ->
                copy(
                        "decisions.csv",
                        "SELECT " + columns() + " FROM decisions AS d JOIN files USING (file)" + order(),
                        "FORMAT csv, HEADER");
            case NDJSON -> documents();
        }
    }

    private void copy(String name, String query, String options) throws IOException {
        Path aside = aside(name);
        database.run("COPY (" + query + ") TO " + quoted(aside.toString()) + " (" + options + ")", progress);
        Files.move(aside, request.out().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path aside(String name) {
        return request.out().resolve(name + ".unfinished");
    }

    private void documents() throws IOException {
        Path aside = aside("decisions.ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 18)) {
            database.with(open -> {
                try (PreparedStatement statement = open.prepareStatement("SELECT document FROM decisions" + order());
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        out.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                        out.write('\n');
                    }
                    return true;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        Files.move(aside, request.out().resolve("decisions.ndjson"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void rejects() throws IOException {
        boolean counted = staged.sources().stream()
                .anyMatch(source -> source.columns().get(source.columns().size() - 1) != RunSource.NONE);
        List<StagedTable.Column> columns = staged.table().columns();
        int cells = counted ? columns.size() : columns.size() - 1;
        try (RejectsFile file = new RejectsFile(request.out().resolve(REJECTS))) {
            file.begin(columns.subList(0, cells).stream()
                    .map(StagedTable.Column::title)
                    .toList());
            database.with(open -> {
                try (PreparedStatement statement = open.prepareStatement(
                                "SELECT file, number, reason, remedy, whole, CAST(NULL AS VARCHAR[]) AS cells FROM broken UNION ALL"
                                        + " SELECT file, number, reason, remedy, NULL, cells FROM rejects ORDER BY file, number, reason");
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        file.reject(row(rows, cells), rows.getString(3), rows.getString(4));
                    }
                    return true;
                }
            });
            file.keep();
        }
    }

    private static EntryRow row(ResultSet rows, int cells) throws SQLException {
        String whole = rows.getString(5);
        if (whole != null) {
            return new EntryRow(
                    rows.getLong(2),
                    List.of(),
                    new BitSet(0),
                    List.of(new CellFault(CellFault.WHOLE_ROW, "", "")),
                    List.of(whole));
        }
        List<String> texts = new ArrayList<>();
        Array array = rows.getArray(6);
        for (Object text : (Object[]) array.getArray()) {
            texts.add(String.valueOf(text));
        }
        return new EntryRow(rows.getLong(2), texts.subList(0, cells));
    }

    private RunSummary.@Nullable Comparison compare() throws IOException {
        if (request.before() == null) {
            return null;
        }
        String with;
        long onlyHere = 0;
        long onlyThere = 0;
        if (request.before() instanceof RunRequest.Before.OtherRun other) {
            with = "the run in " + other.folder();
            Path decisions = other.folder().resolve("decisions.parquet");
            if (!Files.exists(decisions)) {
                decisions = other.folder().resolve("decisions.csv");
            }
            if (!Files.exists(decisions)) {
                throw RunRefused.input(
                        "`" + other.folder() + "` has no `decisions.parquet` and no `decisions.csv`",
                        "name the folder of a finished run with `--compare`");
            }
            String there = decisions.toString().endsWith(".parquet")
                    ? "read_parquet(" + quoted(decisions.toString()) + ")"
                    : "read_csv(" + quoted(decisions.toString())
                            + ", header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
            // A masked number is told from another one by its first row.
            database.run(
                    "CREATE OR REPLACE TEMP TABLE there AS SELECT importer, CASE WHEN importer LIKE '%*%' THEN file || ' ' ||"
                            + " row ELSE '' END AS place, center FROM " + there);
            database.run(
                    "CREATE OR REPLACE TEMP TABLE both_runs AS SELECT d.importer, there.center AS before, d.center, d.counted,"
                            + " here AS here, there.importer IS NOT NULL AS there FROM (SELECT *, true AS here, CASE WHEN importer LIKE"
                            + " '%*%' THEN name || ' ' || row ELSE '' END AS place FROM decisions JOIN files USING (file)) AS d FULL JOIN there"
                            + " ON d.importer = there.importer AND d.place = there.place");
            onlyHere = database.number("SELECT count(*) FROM both_runs WHERE here AND NOT there");
            onlyThere = database.number("SELECT count(*) FROM both_runs WHERE here IS NULL");
        } else {
            with = "the rules in " + ((RunRequest.Before.OtherRules) request.before()).name();
            database.run(
                    "CREATE OR REPLACE TEMP TABLE both_runs AS SELECT importer, before, center, counted, true AS here, before IS"
                            + " NOT NULL AS there FROM decisions");
        }
        copy(
                MOVERS,
                "SELECT importer, before, center AS after, counted FROM both_runs WHERE here AND there AND before <> center ORDER BY"
                        + " counted DESC, importer, before",
                "FORMAT csv, HEADER");
        List<RunSummary.Flow> flows = database.list(
                "SELECT before, center, count(*), sum(counted) FROM both_runs WHERE here AND there AND before <> center GROUP BY ALL"
                        + " ORDER BY 3 DESC, 1, 2",
                row -> new RunSummary.Flow(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
        long compared = database.number("SELECT count(*) FROM both_runs WHERE here AND there");
        return new RunSummary.Comparison(with, compared, onlyHere, onlyThere, flows);
    }

    private RunSummary summary(RunSummary.@Nullable Comparison comparison) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.list(
                        "SELECT what, sum(rows) FROM counts GROUP BY what ORDER BY what",
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        Map<NotCountedReason, Long> notCounted = new EnumMap<>(NotCountedReason.class);
        for (NotCountedReason reason : NotCountedReason.values()) {
            notCounted.put(reason, counts.getOrDefault(reason.name(), 0L));
        }
        RowCounts rows = new RowCounts(
                counts.getOrDefault("counted", 0L),
                notCounted,
                counts.getOrDefault("titles", 0L) + staged.titles(),
                counts.getOrDefault("sums", 0L) + staged.sums(),
                counts.getOrDefault("dropped", 0L),
                counts.getOrDefault("rejected", 0L) + staged.rejected());
        return new RunSummary(
                staged.read(),
                rows,
                database.number("SELECT count(*) FROM decisions"),
                database.number("SELECT coalesce(sum(counted), 0) FROM decisions"),
                database.list(
                        "SELECT center, count(*), sum(counted), sum(value) FROM decisions GROUP BY center ORDER BY center",
                        row -> new RunSummary.OfCenter(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getString(4))),
                map("SELECT coalesce(basis, 'NONE'), count(*) FROM decisions GROUP BY 1 ORDER BY 2 DESC, 1"),
                map(
                        "SELECT review, count(*) FROM (SELECT unnest(string_split(reviews, ' ')) AS review FROM decisions WHERE reviews"
                                + " <> '') GROUP BY 1 ORDER BY 2 DESC, 1"),
                comparison,
                onFile(),
                staged.notes());
    }

    /** Who is on file in another Center than the count says; null where nothing was recorded. */
    private RunSummary.@Nullable Comparison onFile() {
        if (request.recorder() == null) {
            return null;
        }
        return new RunSummary.Comparison(
                "what is on file",
                database.number("SELECT count(onFile) FROM decisions"),
                database.number("SELECT count(*) - count(onFile) FROM decisions"),
                0,
                database.list(
                        "SELECT onFile, indicated, count(*), sum(counted) FROM decisions WHERE onFile <> indicated GROUP BY ALL ORDER BY"
                                + " 3 DESC, 1, 2",
                        row -> new RunSummary.Flow(
                                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4))));
    }

    private Map<String, Long> map(String query) {
        Map<String, Long> map = new LinkedHashMap<>();
        database.list(query, row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private void write(String name, byte[] content) throws IOException {
        Path aside = aside(name);
        Files.write(aside, content);
        Files.move(aside, request.out().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
