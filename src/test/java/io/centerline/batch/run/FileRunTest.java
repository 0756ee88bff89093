package io.centerline.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.placement.Siblings;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook RULES = TestRulebook.shared();
    private static final LocalDate DAY = LocalDate.parse("2026-09-30");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void run_ofRandomRows_decidesAsOneReadingOfTheWholeFile(long seed) throws Exception {
        Path csv = csv("lines.csv", new RandomLines(seed, SCHEDULE, DAY).hard(60));
        FileIntake.Accepted read = read(csv);
        Map<String, JsonNode> expected = new TreeMap<>();
        for (Decision decision : decide(read)) {
            JsonNode document = document(decision);
            expected.put(document.toString(), document);
        }

        RunSummary summary = run(List.of(csv.toString()), "out", 2);

        assertThat(lines(documents("out"))).isEqualTo(lines(List.copyOf(expected.values())));
        assertThat(summary.read()).isEqualTo(read.reading().account().read());
        assertThat(summary.rows().read()).isEqualTo(summary.read());
        assertThat(summary.rows().rejected()).isEqualTo(read.reading().account().rejected());
        assertThat(summary.rows().dropped()).isEqualTo(read.reading().account().dropped());
    }

    @Test
    void run_ofOneFileInEachForm_writesTheSameDecisions() throws Exception {
        Path csv = csv("lines.csv", new RandomLines(7, SCHEDULE, DAY).hard(40));
        Path gzip = folder.resolve("packed.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            Files.copy(csv, out);
        }
        Path texts = folder.resolve("texts.parquet");
        Path typed = folder.resolve("typed.parquet");
        Path ndjson = folder.resolve("lines.ndjson");
        sql(
                "CREATE TABLE t AS SELECT * FROM read_csv('" + csv
                        + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')",
                "COPY t TO '" + texts + "' (FORMAT parquet)",
                "COPY (SELECT * REPLACE (coalesce(TRY_CAST(\"Line\" AS INTEGER), 0) AS \"Line\") FROM t) TO '" + typed
                        + "' (FORMAT parquet)",
                "COPY t TO '" + ndjson + "' (FORMAT json)");
        run(List.of(csv.toString()), "csv", 2);

        Path parts = Files.createDirectory(folder.resolve("parts"));
        sql(
                "CREATE TABLE t AS SELECT *, row_number() OVER () AS n FROM read_csv('" + csv
                        + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')",
                "COPY (SELECT * EXCLUDE n FROM t WHERE n <= 100 ORDER BY n) TO '" + parts
                        + "/a.parquet' (FORMAT parquet)",
                "COPY (SELECT * EXCLUDE n FROM t WHERE n > 100 ORDER BY n) TO '" + parts
                        + "/b.parquet' (FORMAT parquet)");
        for (Path each : List.of(gzip, texts, typed, ndjson, parts)) {
            String out = "of-" + each.getFileName().toString().replace('.', '-');
            run(List.of(each.toString()), out, 2);

            assertThat(placeless(documents(out))).as(out).isEqualTo(placeless(documents("csv")));
        }
    }

    @Test
    void run_onAnyNumberOfThreads_writesTheSameBytes() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(11, SCHEDULE, DAY).hard(80));

        for (RunRequest.Format format : RunRequest.Format.values()) {
            run(request(List.of(lines.toString()), "one-" + format, 1, format, false));
            run(request(List.of(lines.toString()), "many-" + format, 5, format, false));

            for (String name : names("one-" + format)) {
                assertThat(Files.mismatch(
                                folder.resolve("one-" + format).resolve(name),
                                folder.resolve("many-" + format).resolve(name)))
                        .as(format + " " + name)
                        .isEqualTo(-1);
            }
            assertThat(names("many-" + format)).isEqualTo(names("one-" + format));
        }
    }

    @Test
    void run_ofFilesOfOtherReports_isRefusedAndNamesBoth() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(1, SCHEDULE, DAY).sound(2));
        Path other = folder.resolve("other.csv");
        Files.writeString(other, "Importer,HTS\n12-345678900,8471.30.0100\n");

        assertThatThrownBy(() -> run(List.of(lines.toString(), other.toString()), "out", 1))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("lines.csv")
                .hasMessageContaining("do not mean the same");
        assertThat(names("out")).isEmpty();
    }

    @Test
    void run_ofDamagedInput_isRefusedWithTheName() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(1, SCHEDULE, DAY).sound(20));
        Path parquet = folder.resolve("lines.parquet");
        sql("COPY (SELECT * FROM read_csv('" + lines
                + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')) TO '" + parquet
                + "' (FORMAT parquet)");
        byte[] whole = Files.readAllBytes(parquet);
        Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
        Path gzip = folder.resolve("cut.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            Files.copy(lines, out);
        }
        byte[] packed = Files.readAllBytes(gzip);
        Files.write(gzip, Arrays.copyOf(packed, packed.length / 2));
        Files.write(folder.resolve("empty.csv"), new byte[0]);
        Files.writeString(folder.resolve("missing.csv"), "Entry Number,HTS\nABC12345678,8471.30.0100\n");
        Files.writeString(folder.resolve("open.csv"), "Importer,HTS\n12-345678900,\"8471.30.0100\n12-345678900,8\n");

        for (String name : List.of("cut.parquet", "cut.csv.gz", "empty.csv", "missing.csv", "open.csv")) {
            assertThatThrownBy(() -> run(List.of(folder.resolve(name).toString()), "out-" + name, 1))
                    .as(name)
                    .isInstanceOf(RunRefused.class)
                    .hasMessageContaining(name)
                    .satisfies(refused ->
                            assertThat(((RunRefused) refused).whose()).isEqualTo(RunRefused.Cause.INPUT));
            assertThat(names("out-" + name)).as(name).isEmpty();
        }
    }

    @Test
    void run_ofTitlesAlone_isRefused() throws Exception {
        Path empty = csv("empty.csv", List.of());

        assertThatThrownBy(() -> run(List.of(empty.toString()), "out", 1))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("titles and no rows");
    }

    @Test
    void run_comparedWithAnotherRunAndOtherRules_tellsWhoMoves() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(3, SCHEDULE, DAY).sound(40));
        Rulebook small = Rulebook.of(TestRulebook.small());
        RunRequest plain = request(List.of(lines.toString()), "before", 1, RunRequest.Format.CSV, false);
        run(with(plain, small, "before", null));

        RunSummary ofRun = run(with(plain, RULES, "of-run", new RunRequest.Before.OtherRun(folder.resolve("before"))));
        RunSummary ofRules = run(with(plain, RULES, "of-rules", new RunRequest.Before.OtherRules(small, "small")));

        assertThat(ofRun.comparison().flows())
                .isNotEmpty()
                .isEqualTo(ofRules.comparison().flows());
        assertThat(ofRun.comparison().compared()).isPositive();
        assertThat(Files.readAllLines(folder.resolve("of-run/movers.csv")))
                .hasSize((int) ofRun.comparison().moved() + 1)
                .isEqualTo(Files.readAllLines(folder.resolve("of-rules/movers.csv")));
    }

    private RunRequest with(RunRequest plain, Rulebook rulebook, String out, RunRequest.Before before) {
        return new RunRequest(
                plain.inputs(),
                folder.resolve(out),
                plain.asOf(),
                plain.rows(),
                rulebook,
                plain.schedule(),
                plain.program(),
                plain.explain(),
                plain.format(),
                plain.threads(),
                plain.memory(),
                false,
                before,
                null);
    }

    @Test
    void run_intoAFolderWithResults_isRefusedUnlessItIsToBeginAnew() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(1, SCHEDULE, DAY).sound(2));
        run(List.of(lines.toString()), "out", 1);

        assertThatThrownBy(() -> run(List.of(lines.toString()), "out", 1)).hasMessageContaining("the same run");
        assertThat(run(request(List.of(lines.toString()), "out", 1, RunRequest.Format.CSV, true))
                        .importers())
                .isEqualTo(2);
    }

    @Test
    void run_thatWasInterrupted_goesOnToTheSameBytes() throws Exception {
        Path lines = csv("lines.csv", new RandomLines(5, SCHEDULE, DAY).hard(30));
        run(List.of(lines.toString()), "whole", 1);
        RunProgress stops = new RunProgress() {
            @Override
            public void step(String step) {
                if (step.startsWith("writing")) {
                    throw new IllegalStateException("the power is gone");
                }
            }

            @Override
            public void done(long done, long all, String unit) {}
        };
        RunRequest request = request(List.of(lines.toString()), "again", 1, RunRequest.Format.NDJSON, false);
        assertThatThrownBy(() -> new FileRun(request, stops).run()).hasMessageContaining("power");
        assertThat(names("again")).isEmpty();

        run(request);

        for (String name : names("whole")) {
            assertThat(Files.mismatch(
                            folder.resolve("whole").resolve(name),
                            folder.resolve("again").resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    private FileIntake.Accepted read(Path csv) throws IOException {
        return (FileIntake.Accepted) new RowIntake(
                        new HtsReader(SCHEDULE),
                        SCHEDULE,
                        RULES.firstCoveredDay(),
                        new IntakeLimits(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .read(() -> RowSources.open(csv, RowIntake.sheet("")), RowOptions.LENIENT, DAY, RejectedRows.NOBODY);
    }

    private static List<Decision> decide(FileIntake.Accepted read) {
        return Siblings.compare(read.cases().stream()
                .map(each -> new Placement(RULES).decide(each.facts(), each.warnings(), Explain.FULL))
                .toList());
    }

    private JsonNode document(Decision decision) throws IOException {
        Receipt receipt = Receipt.ofRun(
                RULES.hash(),
                FactsJson.hash(decision.facts()),
                SCHEDULE.edition(),
                "test",
                decision.facts().asOf());
        return plain(JSON.readTree(DecisionJson.write(decision, receipt)));
    }

    /** A document without what tells the form of its file: the hash of facts that are added up, and the file's name. */
    private JsonNode plain(JsonNode document) throws IOException {
        ((ObjectNode) document.get("receipt")).remove("facts");
        return JSON.readTree(document.toString().replaceAll("\\Q" + folder + "\\E/[a-z./]+, ", ""));
    }

    /** The same without the numbers of rows, which forms count differently. */
    private static String placeless(List<JsonNode> documents) {
        return lines(documents).replaceAll("(line|row) [0-9]+", "row N").replace("key \\\"", "column \\\"");
    }

    /** Documents as indented text, so that a difference shows its line. */
    private static String lines(List<JsonNode> documents) {
        return documents.stream().map(JsonNode::toPrettyString).collect(java.util.stream.Collectors.joining("\n"));
    }

    /** The documents in an order that does not depend on that of rows. */
    private List<JsonNode> documents(String out) throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(out).resolve("decisions.ndjson"))) {
            JsonNode document = plain(JSON.readTree(line));
            assertThat(documents.put(document.toString(), document)).isNull();
        }
        return List.copyOf(documents.values());
    }

    private RunSummary run(List<String> inputs, String out, int threads) {
        return run(request(inputs, out, threads, RunRequest.Format.NDJSON, false));
    }

    private static RunSummary run(RunRequest request) {
        return new FileRun(request, RunProgress.SILENT).run();
    }

    private RunRequest request(
            List<String> inputs, String out, int threads, RunRequest.Format format, boolean restart) {
        return new RunRequest(
                inputs,
                folder.resolve(out),
                DAY,
                RowOptions.LENIENT,
                RULES,
                SCHEDULE,
                "test",
                Explain.FULL,
                format,
                threads,
                500_000_000,
                restart,
                null,
                null);
    }

    private List<String> names(String out) throws IOException {
        if (!Files.exists(folder.resolve(out))) {
            return List.of();
        }
        try (var files = Files.list(folder.resolve(out))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".work"))
                    .sorted()
                    .toList();
        }
    }

    private Path csv(String name, List<List<String>> rows) throws IOException {
        Path file = folder.resolve(name);
        try (CSVPrinter out =
                new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            out.printRecord(RandomLines.TITLES);
            for (List<String> row : rows) {
                out.printRecord(new ArrayList<>(row));
            }
        }
        return file;
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection open = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = open.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
