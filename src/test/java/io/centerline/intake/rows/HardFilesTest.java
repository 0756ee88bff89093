package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.CsvRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that could be read in a way that nobody means. */
class HardFilesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE =
            new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);
    private static final String TITLES = "Importer Number,Entry Number,Line,Entry Date,HTS,Value,Goods\n";

    private static FileIntake read(RowSource rows) {
        try {
            return INTAKE.read(rows, RowOptions.LENIENT, AS_OF);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static FileIntake read(String csv) {
        return read(new CsvRows(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }

    private static FileIntake.Accepted accepted(FileIntake read) {
        assertThat(read).isInstanceOf(FileIntake.Accepted.class);
        return (FileIntake.Accepted) read;
    }

    private static RowAccount account(String csv) {
        return accepted(read(csv)).reading().account();
    }

    private static List<IssueCode> refusal(String csv) {
        return read(csv) instanceof FileIntake.Refused refused
                ? refused.issues().stream().map(Issue::code).toList()
                : List.of();
    }

    private static List<EntryLine> lines(FileIntake read) {
        return accepted(read).cases().stream()
                .flatMap(each -> each.facts().lines().stream())
                .toList();
    }

    private static List<Issue> warnings(FileIntake read) {
        return accepted(read).cases().stream()
                .map(Intake.Accepted::warnings)
                .flatMap(List::stream)
                .toList();
    }

    /** Rows of a workbook, in which every cell of digits alone is a number, unless it begins with a zero. */
    private static RowSource workbook(List<List<String>> rows) {
        List<EntryRow> made = new ArrayList<>();
        for (List<String> cells : rows) {
            BitSet numeric = new BitSet();
            for (int i = 0; i < cells.size(); i++) {
                numeric.set(i, cells.get(i).matches("[1-9][0-9]*"));
            }
            made.add(new EntryRow(made.size() + 1L, cells, numeric, List.of()));
        }
        return new ListedRows("row", made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Importer Number;Entry Date;HTS;Value\n12-345678900;01.12.2025;8471300100;1.234,50\n",
                "Importer Number,Entry Date,HTS\n12-345678900,01.12.2025,8471300100\n",
                "Importer Number,Entry Date,HTS\n12-345678900,2025-12-13,8471300100\n12-345678900,1.2.2025 10:30,8471300100\n",
                "Importer Number;Entry Date;HTS;Value\n12-345678900;01/12/2025;8471300100;1.234,50\n",
                "Importer Number;Entry Date;HTS;Value\n12-345678900;01/12/2025;8471300100;12,5\n",
                "Importer Number;Entry Date;HTS;Quantity\n12-345678900;01/12/2025;8471300100;12,5\n",
            })
    void read_daysThatAmericansDoNotWrite_areNotReadMonthFirst(String file) {
        assertThat(refusal(file)).containsExactly(IssueCode.DATE_FORM_UNCLEAR);
    }

    @Test
    void read_daysWhoseFormSomethingTells_areReadSo() {
        String american = "Importer Number,Entry Date,HTS,Value\n12-345678900,01/12/2025,8471300100,\"1,234.50\"\n";
        String german = "Importer Number;Datum;HTS;Warenwert\n12-345678900;01.12.2025;8471300100;1.234,50\n";
        String proven = "Importer Number;Entry Date;HTS;Value\n12-345678900;01.12.2025;8471300100;1.234,50\n"
                + "12-345678900;13.12.2025;8471300100;1.234,50\n";

        assertThat(lines(read(american)).get(0).date()).isEqualTo("2025-01-12");
        assertThat(lines(read(german)).get(0).date()).isEqualTo("2025-12-01");
        assertThat(lines(read(proven)).get(0).date()).isEqualTo("2025-12-01");
    }

    @Test
    void read_numbersOfEntriesInNumberCells_haveTheirZerosAgain() {
        FileIntake filers = read(workbook(List.of(
                List.of("Importer Number", "Filer", "Entry Number", "Line", "HTS"),
                List.of("12-345678900", "5", "1234567", "1", "8471300100"),
                List.of("12-345678900", "006", "01234567", "1", "8471300100"),
                List.of("12-345678900", "6", "1234567", "1", "8471300100"))));
        FileIntake whole = read(workbook(List.of(
                List.of("Importer Number", "Entry Number", "Line", "HTS"),
                List.of("12-345678900", "512345678", "1", "8471300100"),
                List.of("12-345678900", "00512345678", "1", "8471300100"),
                List.of("12-345678900", "005-1234567-8", "1", "8471300100"))));

        assertThat(lines(filers)).extracting(EntryLine::entry).containsExactly("00501234567", "00601234567");
        assertThat(warnings(filers))
                .extracting(Issue::code)
                .contains(IssueCode.ENTRY_ZEROS_RESTORED, IssueCode.LINE_REPEATED);
        assertThat(lines(whole)).extracting(EntryLine::entry).containsExactly("00512345678");
        assertThat(warnings(whole))
                .extracting(Issue::message)
                .contains("row 2: `Entry Number` is a number cell, which has no leading zeros; read as"
                        + " `00512345678`");
    }

    @Test
    void read_amountsThatAreNotRead_haveARemedyThatHolds() {
        FileIntake read = read("Importer Number,HTS,Value\n12-345678900,8471300100,1.234\n"
                + "12-345678900,8471300100,much\n12-345678900,8471300100,\"$5,400.00\"\n");

        assertThat(accepted(read).reading().account().rejects())
                .extracting(Issue::message, Issue::help)
                .containsExactly(
                        tuple(
                                "line 2: `Value` `1.234` may have three decimals or a separator of thousands",
                                "write for example `5400.00` or `5,400.00`; decimal commas are read only below German titles,"
                                        + " or before one or two digits"),
                        tuple(
                                "line 3: `Value` `much` is not an amount of dollars",
                                "write for example `5400.00` or `$5,400.00`"));
        assertThat(lines(read)).hasSize(1);
    }

    @Test
    void read_blankImporterBelowAnother_isToldHowToFillIt() {
        FileIntake read = read("Importer Number,HTS\n,8471300100\n12-345678900,8471300100\n,8471300100\n");

        assertThat(accepted(read).reading().account().rejects())
                .extracting(Issue::code)
                .containsExactly(IssueCode.IMPORTER_NUMBER_EMPTY, IssueCode.IMPORTER_NUMBER_EMPTY);
        assertThat(accepted(read).reading().account().rejects())
                .extracting(Issue::help)
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("fill-down"),
                        second -> assertThat(second).contains("`fill-down: [importer, entry]`"));
    }

    @Test
    void read_filerOfACsvThatLostItsZeros_isRejected() {
        FileIntake read = read("Importer Number,Filer,Entry Number,Line,HTS\n"
                + "12-345678900,5,12345678,1,8471300100\n12-345678900,005,12345678,1,8471300100\n");

        assertThat(accepted(read).reading().account().rejects())
                .extracting(Issue::message, Issue::help)
                .containsExactly(tuple(
                        "line 2: `Filer` `5` is not the code of a filer",
                        "write its three characters, for example `005`"));
        assertThat(lines(read)).extracting(EntryLine::entry).containsExactly("00512345678");
    }

    @Test
    void read_entryNumbersInOtherSpellings_areOneLine() {
        String file = TITLES;
        for (String entry : List.of(
                "ABC-1234567-8",
                "ABC\u00A01234567\u00A08",
                "ABC\u20131234567\u20138",
                "ABC.1234567.8",
                "ABC/1234567/8",
                "ABC_1234567_8")) {
            file += "12-345678900," + entry + ",1,2026-03-02,8471.30.0100,10.00,\n";
        }

        assertThat(lines(read(file))).extracting(EntryLine::entry).containsExactly("ABC-1234567-8");
    }

    @Test
    void read_aDashInPlaceOfAnEntryNumber_isNoEntry() {
        String row = "12-345678900,\u2014,1,2026-03-02,8471.30.0100,10.00,\n";

        assertThat(lines(read(TITLES + row + row))).hasSize(2);
    }

    @Test
    void read_veryWideRows_takeNoTimePerColumnAndColumn() {
        List<String> titles = new ArrayList<>(Collections.nCopies(100_000, "Goods"));
        titles.set(0, "IOR");
        titles.set(1, "HTS");
        List<String> cells = new ArrayList<>(Collections.nCopies(100_000, ""));
        cells.set(0, "12-345678900");
        cells.set(1, "8471.30.0100");
        List<EntryRow> rows = new ArrayList<>(List.of(new EntryRow(1, titles)));
        for (int i = 2; i <= 40; i++) {
            rows.add(new EntryRow(i, i % 2 == 0 ? cells : titles));
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(lines(read(new ListedRows("row", rows)))).hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-345678900,ABC12345676,2,2026-03-02,,100,Total station",
                "12-345678900,ABC12345676,2,2026-03-02,,100,Motor total",
                "12-345678900,,2,2026-03-02,,100,Total",
                ",ABC12345676,2,2026-03-02,,100,Summe",
                "12-345678900,ABC12345676,2,,Total,100,",
                "12-345678900,,,2026-03-02,,100,Grand total",
            })
    void read_rowOfALineWithoutNumber_isNoTotal(String row) {
        RowAccount account = account(TITLES + row + "\n");

        assertThat(account.sums()).isZero();
        assertThat(account.rejected()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grand Total,,,,,100,",
                "12-345678900 Total,,,,,100,",
                ",ABC12345676 Total,,,,100,",
                "12-345678900,ABC12345676 Total,,,,100,",
                "12-345678900,ABC12345676,Total,,,100,",
                ",,,,,100,",
                ",,,,,,Total:",
                ",,,,Total,100,",
            })
    void read_rowThatAddsUp_isATotal(String row) {
        RowAccount account = account(TITLES + row + "\n");

        assertThat(account.sums()).isEqualTo(1);
        assertThat(account.rejected()).isZero();
    }

    @Test
    void read_filesWithoutLineNumbers_keepRowsWithALabelInFront() {
        RowAccount account = account("Goods,Importer Number,Entry Number,HTS,Value\n"
                + "Total station,12-345678900,ABC12345676,,100\nTotal,,,,100\n");

        assertThat(account.sums()).isEqualTo(1);
        assertThat(account.rejected()).isEqualTo(1);
    }
}
