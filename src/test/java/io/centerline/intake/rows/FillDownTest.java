package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.centerline.facts.EntryLine;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.CsvRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blank cells that repeat the cell above. */
class FillDownTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE =
            new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);
    private static final String TITLES = "Importer Number,Entry Number,Line,Date,HTS,Value";
    private static final FileMapping FILLED = mapping("fill-down: [importer, entry, date]");

    /** Keeps the rows that are rejected. */
    private static final class Kept implements RejectedRows {
        private final List<List<String>> rows = new ArrayList<>();

        @Override
        public void begin(List<String> titles) {}

        @Override
        public void reject(EntryRow row, String reason, String remedy) {
            rows.add(row.cells());
        }
    }

    private static FileMapping mapping(String text) {
        return MappingFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<EntryRow> rows(String... texts) {
        List<EntryRow> rows = new ArrayList<>(List.of(new EntryRow(1, List.of(TITLES.split(",")))));
        for (String text : texts) {
            rows.add(new EntryRow(rows.size() + 1L, List.of(text.split(",", -1))));
        }
        return rows;
    }

    /** The lines of each importer, as entry, line and day. */
    private static Map<String, String> lines(List<EntryRow> rows, RejectedRows rejects) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        FileIntake read = INTAKE.read(
                () -> new ListedRows("row", rows),
                new RowOptions(FILLED, false, false, OnConflict.REPORT),
                AS_OF,
                rejects);
        ((FileIntake.Accepted) read)
                .cases()
                .forEach(one -> lines.put(
                        one.facts().importer().number().text(),
                        one.facts().lines().stream()
                                .map(FillDownTest::text)
                                .sorted()
                                .collect(Collectors.joining(" "))));
        return lines;
    }

    private static String text(EntryLine line) {
        return line.entry() + "/" + line.line() + "/" + line.date();
    }

    @Test
    void read_rejectsMended_areOfTheSameImporterEntryAndDay() throws IOException {
        Kept kept = new Kept();

        Map<String, String> sound = lines(
                rows(
                        "12-345678900,A1,1,2026-04-08,720838003,1",
                        ",,2,,7208380030,1",
                        "98-765432100,B1,1,2026-05-08,8471300100,1",
                        ",,2,,847130010,1"),
                kept);
        List<EntryRow> mended = rows();
        for (List<String> row : kept.rows) {
            List<String> cells = new ArrayList<>(row);
            cells.set(4, cells.get(4) + "0");
            mended.add(new EntryRow(mended.size() + 1L, cells));
        }

        assertThat(sound).isEqualTo(Map.of("12-345678900", "A1/2/2026-04-08", "98-765432100", "B1/1/2026-05-08"));
        assertThat(lines(mended, new Kept()))
                .isEqualTo(Map.of("12-345678900", "A1/1/2026-04-08", "98-765432100", "B1/2/2026-05-08"));
    }

    @Test
    void read_rowsThatContradictEachOther_areRejectedWithWhatTheyRepeat() throws IOException {
        Kept kept = new Kept();

        lines(rows("12-345678900,A1,1,2026-04-08,7208380030,1", ",,1,2026-04-09,7208380030,1"), kept);

        assertThat(kept.rows)
                .extracting(row -> row.subList(0, 4))
                .containsExactly(
                        List.of("12-345678900", "A1", "1", "2026-04-08"),
                        List.of("12-345678900", "A1", "1", "2026-04-09"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"98-765432100,B1,1,2026-04-08,8471300100,1,000", "B1,98-765432100,1,2026-04-08"})
    void read_rowOfAnotherImporterThatCannotBeRead_givesNothingBelowItToTheOneAbove(String broken) throws IOException {
        Kept kept = new Kept();

        assertThat(lines(
                        rows(
                                "12-345678900,A1,1,2026-04-08,7208380030,1",
                                broken,
                                ",,2,,8471300100,1",
                                "12-345678900,A1,2,2026-04-08,7208380030,1"),
                        kept))
                .containsOnly(Map.entry("12-345678900", "A1/1/2026-04-08 A1/2/2026-04-08"));
        assertThat(kept.rows).hasSize(2);
    }

    @Test
    void read_importerThatCannotBeRead_isNotTheOneAbove() throws IOException {
        List<EntryRow> rows = rows("12-345678900,A1,1,2026-04-08,7208380030,1");
        for (int column : new int[] {0, CellFault.WHOLE_ROW}) {
            rows.add(new EntryRow(
                    rows.size() + 1L,
                    List.of(column == 0 ? "" : "98-765432100", "B1", "1", "2026-04-08", "8471300100", "1"),
                    new BitSet(),
                    List.of(new CellFault(column, "the formula has no stored value", ""))));
            rows.add(new EntryRow(rows.size() + 1L, List.of("", "", "2", "", "8471300100", "1")));
        }

        assertThat(lines(rows, new Kept())).containsOnly(Map.entry("12-345678900", "A1/1/2026-04-08"));
    }

    @Test
    void read_rejectsOfAFileOfText_areFilledInTheirFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rejects.csv");
        String text = TITLES + "\n12-345678900,A1,1,2026-04-08,7208380030,1\n,,\" 2\",,720838003,1\n";

        try (RejectsFile rejects = new RejectsFile(file)) {
            INTAKE.read(
                    () -> new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                    new RowOptions(FILLED, false, false, OnConflict.REPORT),
                    AS_OF,
                    rejects);
            rejects.keep();
        }

        assertThat(file).content().contains("\n12-345678900,A1,\" 2\",2026-04-08,720838003,1,".replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hts", "invoice"})
    void read_fieldThatIsNotFilled_isRefusedInTheMapping(String field) {
        assertThatThrownBy(() -> mapping("fill-down: [entry, " + field + "]"))
                .isInstanceOf(MappingRefused.class)
                .hasMessageContaining("`fill-down` names `" + field + "`");
    }

    @Test
    void read_lineOfABroker_isFilledAsTheLine() {
        assertThat(mapping("fill-down: [broker-line]").filled()).containsExactly(RowField.LINE);
    }
}
