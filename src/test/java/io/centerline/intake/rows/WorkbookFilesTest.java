package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.MadeUpWorkbook;
import io.centerline.intake.sheet.RowSources;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Workbooks as ACE and brokers export them. */
class WorkbookFilesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String IMPORTER = "12-345678900";
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE =
            new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), IntakeLimits.DEFAULT);

    private static FileIntake.Accepted read(byte[] workbook) throws IOException {
        FileIntake read = INTAKE.read(
                () -> RowSources.open(new ByteArrayInputStream(workbook), RowIntake.sheet("")),
                RowOptions.LENIENT,
                AS_OF,
                RejectedRows.NOBODY);
        assertThat(read).isInstanceOf(FileIntake.Accepted.class);
        return (FileIntake.Accepted) read;
    }

    @Test
    void read_es003WithParameters_isReadFromTheMainReport() throws IOException {
        Map<String, List<? extends List<?>>> sheets = new LinkedHashMap<>();
        sheets.put("Parameters", List.of(List.of("Prompt", "Value"), List.of("Importer Number", IMPORTER)));
        sheets.put(
                "Main Report",
                List.of(
                        List.of(
                                "Entry Summary Number",
                                "Entry Type Code",
                                "Importer Number",
                                "Entry Date",
                                "Entry Summary Line Number",
                                "Tariff Ordinal Number",
                                "HTS Number - Full",
                                "Line Tariff Goods Value Amount"),
                        List.of("ABC12345676", "01", IMPORTER, DAY, 1, 1, "99038188", BigDecimal.ZERO),
                        List.of("ABC12345676", "01", IMPORTER, DAY, 1, 2, "7208380030", new BigDecimal("10000")),
                        List.of("=\"ABC12345676\"", 1, IMPORTER, DAY, 2, 1, "7208380030", new BigDecimal("4000.5")),
                        List.of("ABC12345676", "01", IMPORTER, DAY, 3, 1, "7208", BigDecimal.ONE)));

        FileIntake.Accepted read = read(MadeUpWorkbook.of(sheets));

        assertThat(read.cases()).hasSize(1);
        List<EntryLine> lines = read.cases().get(0).facts().lines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).hts()).extracting(number -> number.digits()).containsExactly("99038188", "7208380030");
        assertThat(lines.get(0).centsByNumber()).containsExactly(0L, 1_000_000L);
        assertThat(lines.get(0).date()).isEqualTo(DAY);
        assertThat(lines.get(1).cents()).isEqualTo(400_050L);
        assertThat(lines.get(1).entryType()).isEqualTo("01");
        assertThat(read.reading().account().rejects())
                .extracting(Issue::pointer)
                .containsExactly("Main Report!G5");
    }

    @Test
    void read_numberCells_haveTheirLeadingZeroAgainWhereOneNumberFits() throws IOException {
        FileIntake.Accepted read = read(MadeUpWorkbook.of(
                "Sheet1",
                List.of(
                        List.of("IOR", "Entry No", "Line", "Entry Date", "HTS"),
                        List.of(IMPORTER, "ABC12345676", 1, DAY, new BigDecimal("101210010")),
                        List.of(IMPORTER, "ABC12345676", 2, DAY, new BigDecimal("711510000")),
                        List.of(IMPORTER, "ABC12345676", 3, DAY, "101210010"),
                        List.of(IMPORTER, "ABC12345676", 4, DAY, new BigDecimal("8471300100")))));

        assertThat(read.cases().get(0).facts().lines())
                .extracting(line -> line.line() + " " + line.hts().get(0).digits())
                .containsExactly("1 0101210010", "4 8471300100");
        assertThat(read.cases().get(0).warnings())
                .extracting(Issue::code)
                .containsExactly(IssueCode.HTS_ZERO_RESTORED, IssueCode.ROWS_REJECTED);
        assertThat(read.reading().account().rejects())
                .extracting(Issue::pointer)
                .containsExactly("Sheet1!E3", "Sheet1!E4");
    }

    @Test
    void read_cargoWiseClientReport_joinsFilerAndEntry() throws IOException {
        FileIntake.Accepted read = read(MadeUpWorkbook.of(
                "CargoWise Client",
                List.of(
                        List.of("Duty report for Acme"),
                        List.of(
                                "Importer No",
                                "Importer",
                                "Filer",
                                "Entry No",
                                "7501 Line Number",
                                "Tariff",
                                "Line Entered Value"),
                        List.of(
                                IMPORTER,
                                "ACME",
                                "ABC",
                                new BigDecimal("12345676"),
                                1,
                                "8471300100",
                                new BigDecimal("10")),
                        List.of(
                                IMPORTER,
                                "ACME",
                                "ABC",
                                new BigDecimal("12345676"),
                                1,
                                "8471300100",
                                new BigDecimal("10")),
                        List.of("", "", "", "Grand Total", "", "", new BigDecimal("20")))));

        assertThat(read.cases().get(0).facts().importer().name()).isEqualTo("ACME");
        assertThat(read.cases().get(0).facts().lines())
                .extracting(EntryLine::entry, EntryLine::cents)
                .containsExactly(tuple("ABC12345676", 2_000L));
        RowAccount account = read.reading().account();
        assertThat(account.read()).isEqualTo(4);
        assertThat(account.titles()).isOne();
        assertThat(account.sums()).isOne();
        assertThat(account.inLines()).isEqualTo(2);
    }
}
