package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Role;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.CsvRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowIntakeTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE =
            new RowIntake(new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), new IntakeLimits(5, 1_000_000));

    private static FileIntake read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), AS_OF);
    }

    private static FileIntake read(byte[] file, LocalDate asOf) {
        try {
            return INTAKE.read(new CsvRows(new ByteArrayInputStream(file)), RowOptions.STRICT, asOf);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Intake.Accepted> cases(String file) {
        assertThat(read(file)).isInstanceOf(FileIntake.Accepted.class);
        return ((FileIntake.Accepted) read(file)).cases();
    }

    private static List<Issue> issues(String file) {
        assertThat(read(file)).isInstanceOf(FileIntake.Refused.class);
        return ((FileIntake.Refused) read(file)).issues();
    }

    @Test
    void read_entryTypeThatLostItsZero_hasItAgain() {
        assertThat(cases("IOR,HTS,Date,Entry Type\n12-345678900,8471.30.0100,2026-03-02,1\n")
                        .get(0)
                        .facts()
                        .lines())
                .extracting(EntryLine::entryType)
                .containsExactly("01");
    }

    @Test
    void read_everyColumn_givesEveryField() {
        List<Intake.Accepted> cases = cases("""
                Importer Number,Name,Kind,Entry Number,Line,Date,HTS 1,HTS 2,Set,Role,Count,Quantity,Value
                12-345678900,"Acme, Inc",BROKER,ABC1,3,2026-03-02,9903.88.15,8471.30.0100,X,CONSIGNEE,2,12.5,5400.00
                """);

        assertThat(cases)
                .extracting(Intake.Accepted::facts)
                .containsExactly(new Facts(
                        new Importer(
                                new ImporterNumber("12-345678900", ImporterNumber.Format.EIN),
                                "Acme, Inc",
                                ImporterKind.BROKER),
                        AS_OF,
                        List.of(EntryLine.builder()
                                .entry("ABC1")
                                .line(3)
                                .date(LocalDate.of(2026, 3, 2))
                                .numbers(List.of(new HtsNumber("99038815"), new HtsNumber("8471300100")))
                                .set(ArticleSet.X)
                                .role(Role.CONSIGNEE)
                                .count(2)
                                .quantity(new BigDecimal("12.5"))
                                .cents(540_000L)
                                .build()),
                        List.of(),
                        null));
    }

    @Test
    void read_severalImporters_givesOneCaseEachInOrderOfFirstAppearance() {
        assertThat(cases("IOR,HTS\n98-765432100,8471.30.0100\n12-345678900,8471.30.0100\n98-765432100,7208.10.1500\n"))
                .extracting(
                        one -> one.facts().importer().number().text(),
                        one -> one.facts().lines().size())
                .containsExactly(tuple("98-765432100", 2), tuple("12-345678900", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "IOR, HTS",
        "ior, hts",
        "Importer, HTS Number",
        "Importer Number, HTS_Number",
        "IMPORTER-NUMBER, hts no.",
        "Importer of Record, HTSUS",
        "ior_no, hts1"
    })
    void read_headerVariants_areMatched(String importer, String hts) {
        assertThat(cases(importer + "," + hts + "\n12-345678900,8471.30.0100\n"))
                .hasSize(1);
    }

    @Test
    void read_byteOrderMarkAndCarriageReturns_areStripped() {
        assertThat(cases("\uFEFFIOR,HTS\r\n12-345678900,8471.30.0100\r\n\r\n")).hasSize(1);
    }

    @Test
    void read_unknownHeader_namesItWithTheNearest() {
        assertThat(issues("IOR,HTS,Entery No\n"))
                .containsExactly(new Issue(
                        IssueCode.FILE_HEADER_UNKNOWN,
                        "line 1, column \"Entery No\"",
                        "header `Entery No` is not known",
                        "did you mean `Entry No`?"));
    }

    @Test
    void read_headerTwice_isRefusedUnderEitherSpelling() {
        assertThat(issues("IOR,HTS,IOR Number\n")).extracting(Issue::code).containsExactly(IssueCode.FILE_HEADER_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTS\n", "IOR\n"})
    void read_columnMissing_isRefused(String file) {
        assertThat(issues(file)).extracting(Issue::code).containsExactly(IssueCode.FILE_HEADER_MISSING);
    }

    @Test
    void read_faultsInManyRows_areAllNamedWithLineAndColumn() {
        assertThat(
                        issues(
                                "IOR,Hts,Date,Line\n12-345678900,8471.3,2026-02-30,x\n\n123456789,9903.88.15; 8471.30.0100,,\n12-345678900,,,\n"))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(
                        tuple(IssueCode.VALUE_MALFORMED, "line 2, column \"Line\""),
                        tuple(IssueCode.DATE_MALFORMED, "line 2, column \"Date\""),
                        tuple(IssueCode.HTS_TOO_SHORT, "line 2, column \"Hts\""),
                        tuple(IssueCode.IMPORTER_NUMBER_AMBIGUOUS, "line 4, column \"IOR\""),
                        tuple(IssueCode.HTS_SEVERAL, "line 4, column \"Hts\""),
                        tuple(IssueCode.FIELD_MISSING, "line 5, column \"Hts\""));
    }

    @Test
    void read_rowAfterACellWithLineBreak_isNamedByItsLineInTheFile() {
        assertThat(issues("IOR,HTS,Name\n12-345678900,8471.30.0100,\"Acme\n\"\n12-345678900,1,x\n"))
                .extracting(Issue::pointer)
                .contains("line 4, column \"HTS\"");
    }

    @Test
    void read_rowWithAnotherNumberOfCells_isRefused() {
        assertThat(issues("IOR,HTS\n12-345678900,8471.30.0100,7\n"))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.FILE_ROW_MALFORMED, "line 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOR,HTS\n12-345678900,\"8471\n", "IOR,HTS\n12-345678900,\"8471\"x\n"})
    void read_quotesUnbalanced_isRefusedWithItsLine(String file) {
        assertThat(issues(file))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.FILE_ROW_MALFORMED, "line 2"));
    }

    @Test
    void read_windows1252_isReadAsSuch() {
        byte[] file = "IOR,HTS,Name\n12-345678900,8471.30.0100,Café\n".getBytes(Charset.forName("windows-1252"));

        assertThat(((FileIntake.Accepted) read(file, AS_OF)).cases())
                .extracting(each -> each.facts().importer().name())
                .containsExactly("Café");
    }

    @Test
    void read_einWithAndWithoutSuffix_warnsInTheCaseWithout() {
        List<Intake.Accepted> cases = cases(
                "IOR,HTS,Date\n12-345678900,8471.30.0100,2026-01-01\n12-3456789,8471.30.0100,2026-01-01\n98-7654321,8471.30.0100,2026-01-01\n");

        assertThat(cases.get(0).warnings()).isEmpty();
        assertThat(cases.get(1).warnings())
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.IMPORTER_WITHOUT_SUFFIX, "line 3, column \"IOR\""));
        assertThat(cases.get(2).warnings()).isEmpty();
    }

    @Test
    void read_undatedRows_areCountedPerCase() {
        assertThat(cases("IOR,HTS\n12-345678900,8471.30.0100\n12-345678900,8471.30.0100\n")
                        .get(0)
                        .warnings())
                .extracting(Issue::code, Issue::message)
                .containsExactly(tuple(
                        IssueCode.UNDATED_LINES, "2 entry lines have no date and count as if they lay in the window"));
    }

    @Test
    void read_entryTypesThatCbpDoesNotUse_areTold() {
        assertThat(cases("IOR,HTS,Date,Entry Type\n12-345678900,8471.30.0100,2026-03-02,99\n"
                                + "12-345678900,8471.30.0100,2026-03-02,10\n12-345678900,8471.30.0100,2026-03-02,01\n")
                        .get(0)
                        .warnings())
                .extracting(Issue::code, Issue::message)
                .containsExactly(tuple(
                        IssueCode.ENTRY_TYPE_UNKNOWN,
                        "CBP is not known to use the entry types `10`, `99`; their lines vote"));
    }

    @Test
    void read_importerOfTwoKinds_isRefused() {
        assertThat(issues("IOR,HTS,Kind\n12-345678900,8471.30.0100,BROKER\n12-345678900,8471.30.0100,IMPORTER\n"))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.VALUE_MALFORMED, "line 3, column \"Kind\""));
    }

    @Test
    void read_moreRowsThanTheLimit_isRefused() {
        assertThat(issues("IOR,HTS\n" + "12-345678900,8471.30.0100\n".repeat(6)))
                .extracting(Issue::code, Issue::pointer)
                .containsExactly(tuple(IssueCode.TOO_MANY_LINES, "line 7"));
    }

    @Test
    void read_asOfBeforeCoverage_isRefused() {
        assertThat(read("IOR,HTS\n".getBytes(StandardCharsets.UTF_8), LocalDate.of(2013, 4, 3)))
                .isInstanceOf(FileIntake.Refused.class);
    }

    @Test
    void read_fileThatIsNotUtf8BehindOtherFaults_hasThatOneIssue() {
        for (String start : List.of(
                "IOR,HTS\n12-345678900,84\n",
                "IOR,Unknown\n",
                "IOR,HTS\n" + "12-345678900,8471.30.0100\n".repeat(6),
                "IOR,HTS\n12-345678900,\"8471\"x\n")) {
            // A character of UTF-8 and then one of Latin-1.
            String file = start + "x,".repeat(20_000) + "\u00C3\u00A9\n\u00E9";

            assertThat(read(file.getBytes(StandardCharsets.ISO_8859_1), AS_OF))
                    .isInstanceOfSatisfying(
                            FileIntake.Refused.class,
                            refused -> assertThat(refused.issues())
                                    .extracting(Issue::message)
                                    .containsExactly("the file is not UTF-8 at line "
                                            + file.lines().count() + ", column 1"));
        }
    }

    @Test
    void read_streamThatFails_failsWithItsOwnFault() {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream("IOR,HTS\n12-345678900,84\n".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }

                    @Override
                    public int read(byte[] buffer, int from, int most) throws IOException {
                        return read();
                    }
                });

        assertThatThrownBy(() -> INTAKE.read(new CsvRows(failing), RowOptions.STRICT, AS_OF))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void read_rowsOfAnotherFormat_areReadUnderTheSameRulesAndNamedInItsUnit() throws IOException {
        List<EntryRow> sound = List.of(
                new EntryRow(1, List.of("IOR", "HTS", "Kind")),
                new EntryRow(2, List.of("12-345678900", "8471.30.0100", "BROKER")),
                new EntryRow(4, List.of("12-345678900", "7208.10.1500", "")));
        List<EntryRow> faulty = new ArrayList<>(sound);
        faulty.add(new EntryRow(5, List.of("12-345678900", "84", "IMPORTER")));
        faulty.add(new EntryRow(6, List.of("12-345678900")));

        assertThat(((FileIntake.Accepted) INTAKE.read(new ListedRows("row", sound), RowOptions.STRICT, AS_OF)).cases())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("kindAt")
                .isEqualTo(cases("IOR,HTS,Kind\n12-345678900,8471.30.0100,BROKER\n12-345678900,7208.10.1500,\n"));
        assertThat(((FileIntake.Refused) INTAKE.read(new ListedRows("row", faulty), RowOptions.STRICT, AS_OF)).issues())
                .extracting(Issue::pointer, Issue::message)
                .containsExactly(
                        tuple(
                                "row 5, column \"Kind\"",
                                "row 5: `Kind` `IMPORTER` contradicts `BROKER` on row 2 for the same importer"),
                        tuple("row 5, column \"HTS\"", "row 5: HTS number `84` has 2 digits, expected 8 or 10"),
                        tuple("row 6", "row 6 has 1 cell, expected 3"));
    }

    @Test
    void read_longFile_isNeverInMemoryWhole() throws IOException {
        AtomicLong ahead = new AtomicLong();
        byte[] row = "12-345678900,8471.30.0100\n".getBytes(StandardCharsets.UTF_8);
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream("IOR,HTS\n".getBytes(StandardCharsets.UTF_8)), new ByteArrayInputStream(row) {
                    private int left = 100_000;

                    @Override
                    public synchronized int read(byte[] buffer, int from, int most) {
                        int count = super.read(buffer, from, most);
                        if (count < 0 && left-- > 0) {
                            reset();
                            count = super.read(buffer, from, most);
                        }
                        ahead.addAndGet(Math.max(count, 0));
                        return count;
                    }
                });
        CsvRows rows = new CsvRows(file);

        long furthest = 0;
        while (rows.next() != null) {
            ahead.addAndGet(-row.length);
            furthest = Math.max(furthest, ahead.get());
        }

        assertThat(furthest).isLessThan(100_000);
    }
}
