package io.centerline.batch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final DataPlan PLAN = new DataPlan(200_000, 2_000, 7, LocalDate.of(2026, 9, 30));
    private static final DataPlan SMALL = new DataPlan(5_000, 50, 7, LocalDate.of(2026, 9, 30));

    @TempDir
    static Path folder;

    private static Path parquet = Path.of("");

    @BeforeAll
    static void writeLines() throws IOException {
        parquet = folder.resolve("lines.parquet");
        DataFiles.Written written = write(PLAN, DataForm.PARQUET).file(parquet, false);
        assertThat(written.rows()).isEqualTo(PLAN.lines());
        assertThat(written.bytes()).isEqualTo(Files.size(parquet));
    }

    @Test
    void lines_ofImporters_gatherAtTheLargestOnes() throws Exception {
        double[] found = numbers(
                "WITH sizes AS (SELECT count(*) n FROM lines WHERE \"Importer Number\" IS NOT NULL"
                        + " GROUP BY \"Importer Number\"), ranks AS (SELECT n, row_number() OVER (ORDER BY n DESC) r FROM sizes)"
                        + " SELECT count(*), sum(n) FILTER (r <= 20) / sum(n), sum(n) FILTER (r <= 200) / sum(n), min(n) FROM ranks");
        assertThat(found[0]).isEqualTo(2_000);
        assertThat(found[1]).isCloseTo(0.56, within(0.005));
        assertThat(found[2]).isCloseTo(0.86, within(0.005));
        assertThat(found[3]).isBetween(1.0, 2.0);
    }

    @Test
    void lines_additionalNumbers_standBeforeTheGoods() throws Exception {
        String goods = "coalesce(\"HTS 3\", \"HTS 2\", \"HTS 1\")";
        double[] found = numbers(
                "SELECT count(*) FILTER (\"HTS 1\" LIKE '99%') / count(*), count(\"HTS 3\") / count(*), count(*)"
                        + " FILTER (" + goods + " LIKE '99%' OR " + goods + " LIKE '98%'), count(*) FILTER (" + goods
                        + " LIKE '84%' OR " + goods + " LIKE '85%') / count(*) FROM lines");
        assertThat(found[0]).isCloseTo(0.35, within(0.01));
        assertThat(found[1]).isCloseTo(0.10, within(0.01));
        assertThat(found[2]).isZero();
        assertThat(found[3]).isBetween(0.1, 0.4);
    }

    @Test
    void lines_ofEntries_areAFewInTheTwelveMonths() throws Exception {
        double[] found = numbers(
                "SELECT count(*) / count(DISTINCT \"Entry Summary Number\"), max(\"Entry Summary Line Number\"),"
                        + " count(*) FILTER (\"Entry Date\" NOT BETWEEN DATE '2025-10-01' AND DATE '2026-09-30'),"
                        + " count(*) FILTER (\"Entry Type Code\" = '01') / count(*) FROM lines");
        assertThat(found[0]).isBetween(4.0, 6.0);
        assertThat(found[1]).isBetween(20.0, 999.0);
        assertThat(found[2]).isZero();
        assertThat(found[3]).isCloseTo(0.88, within(0.02));
    }

    @Test
    void lines_withFaultsAndRepetitions_areFew() throws Exception {
        double[] found =
                numbers("SELECT count(*) FILTER (\"HTS 1\" LIKE '%E+09' OR \"HTS 2\" LIKE '%E+09' OR \"HTS 3\" LIKE"
                        + " '%E+09'), count(*) FILTER (\"Importer Number\" IS NULL), count(*) FILTER (\"Value\" < 0), count(*) -"
                        + " count(DISTINCT (\"Entry Summary Number\", \"Entry Summary Line Number\")) FROM lines");
        assertThat(found[0]).isBetween(10.0, 90.0);
        assertThat(found[1]).isBetween(10.0, 90.0);
        assertThat(found[2]).isBetween(20.0, 120.0);
        assertThat(found[3]).isBetween(200.0, 600.0);
    }

    @Test
    void lines_ofEachForm_areTheSame() throws Exception {
        Path csv = folder.resolve("same.csv");
        write(PLAN, DataForm.CSV).file(csv, false);
        double[] found = numbers(
                "SELECT count(*) FROM (SELECT * FROM lines EXCEPT ALL SELECT * FROM read_csv('" + csv
                        + "', header = true, delim = ',', quote = '\"', auto_detect = false, columns = {'Importer Number': 'VARCHAR',"
                        + " 'Importer Kind': 'VARCHAR', 'Entry Summary Number': 'VARCHAR', 'Entry Summary Line Number': 'INTEGER',"
                        + " 'Entry Type Code': 'VARCHAR', 'Entry Date': 'DATE', 'HTS 1': 'VARCHAR', 'HTS 2': 'VARCHAR', 'HTS 3':"
                        + " 'VARCHAR', 'Set': 'VARCHAR', 'Role': 'VARCHAR', 'Quantity': 'DECIMAL(18, 2)', 'Value': 'DECIMAL(18, 2)'}))");
        assertThat(found[0]).isZero();
    }

    @Test
    void files_ofOnePlan_areTheSameBytes() throws Exception {
        for (DataForm form : DataForm.values()) {
            Path first = folder.resolve("first-" + form);
            Path second = folder.resolve("second-" + form);
            List<Path> parts = write(SMALL, form).folder(first, 3, false).files();
            List<Path> again = write(SMALL, form).folder(second, 3, false).files();
            assertThat(hashes(parts)).hasSize(3).doesNotHaveDuplicates().isEqualTo(hashes(again));
            DataPlan otherSeed = new DataPlan(5_000, 50, 8, SMALL.asOf());
            assertThat(hashes(write(otherSeed, form).folder(second, 3, true).files()))
                    .doesNotContainAnyElementsOf(hashes(parts));
        }
    }

    @Test
    void parts_together_haveAllLinesInOrder() throws Exception {
        Path whole = folder.resolve("whole.csv");
        write(SMALL, DataForm.CSV).file(whole, false);
        List<Path> parts = write(SMALL, DataForm.CSV)
                .folder(folder.resolve("parts"), 4, false)
                .files();
        List<String> lines = new ArrayList<>(Files.readAllLines(parts.get(0)));
        for (Path part : parts.subList(1, 4)) {
            List<String> more = Files.readAllLines(part);
            lines.addAll(more.subList(1, more.size()));
        }
        assertThat(lines).hasSize(5_001).isEqualTo(Files.readAllLines(whole));
    }

    @Test
    void progress_whileWriting_endsWithAllLines() throws Exception {
        for (DataForm form : DataForm.values()) {
            List<Long> told = new ArrayList<>();
            new DataFiles(SMALL, SCHEDULE, form, told::add).folder(folder.resolve("told-" + form), 2, false);
            assertThat(told).isSorted().last().isEqualTo(5_000L);
        }
    }

    @Test
    void target_thatIsThere_isReplacedByForceOnly() throws Exception {
        Path target = folder.resolve("there.csv");
        Files.writeString(target, "mine");
        DataFiles files = write(SMALL, DataForm.CSV);
        assertThatThrownBy(() -> files.file(target, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("mine");
        files.file(target, true);
        assertThat(Files.readAllLines(target)).hasSize(5_001);
        assertThat(folder.resolve("there.csv.unfinished")).doesNotExist();
    }

    @Test
    void folder_withOtherFiles_isNeverReplaced() throws Exception {
        Path target = Files.createDirectory(folder.resolve("other"));
        Path mine = Files.writeString(target.resolve("mine.csv"), "mine");
        assertThatThrownBy(() -> write(SMALL, DataForm.CSV).folder(target, 2, true))
                .isInstanceOf(DirectoryNotEmptyException.class)
                .hasMessage(mine.toString());
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).containsExactly(mine);
        }
    }

    @Test
    void file_thatCannotBeWritten_leavesNothing() throws Exception {
        Path missing = folder.resolve("missing/lines.parquet");
        assertThatThrownBy(() -> write(SMALL, DataForm.PARQUET).file(missing, false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lines.parquet");
        assertThat(missing.getParent()).doesNotExist();
    }

    private static DataFiles write(DataPlan plan, DataForm form) {
        return new DataFiles(plan, SCHEDULE, form, lines -> {});
    }

    private static List<String> hashes(List<Path> files) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (Path file : files) {
            hashes.add(Sha256.name(Sha256.of(Files.readAllBytes(file))));
        }
        return hashes;
    }

    private static double[] numbers(String query) throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = memory.createStatement()) {
            statement.execute("CREATE VIEW lines AS SELECT * FROM '" + parquet + "'");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                double[] numbers = new double[row.getMetaData().getColumnCount()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = row.getDouble(i + 1);
                }
                return numbers;
            }
        }
    }
}
