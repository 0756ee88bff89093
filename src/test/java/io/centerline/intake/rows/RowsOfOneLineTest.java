package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ListedRows;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** What the rows of one entry line mean together. */
class RowsOfOneLineTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    private static final Schedule SCHEDULE = Schedule.load();
    private static final RowIntake INTAKE = new RowIntake(
            new HtsReader(SCHEDULE), SCHEDULE, LocalDate.of(2013, 4, 4), new IntakeLimits(400_000, 1_000_000));

    private static final String IMPORTER = "12-345678900,BII12345678,1,";
    private static final String PLAIN = "Importer Number,Entry Number,Line,Correction Date,HTS,Value";
    private static final String ORDINALS = "Importer Number,Entry Number,Line,Latest PSC Filed Date,"
            + "Tariff Ordinal Number,HTS,Entry Date,Quantity 1,Value,Entry Type,Set,Count";

    private static final String INVOICES =
            "Importer Number,Entry Number,7501 Line Number,Summary Date,HTS,Entry Date,Quantity 1,Value,Entry Type,Set,Count";

    private static FileIntake read(String titles, List<String> rows, OnConflict onConflict, FileMapping mapping) {
        List<EntryRow> all = new ArrayList<>();
        all.add(new EntryRow(1, List.of(titles.split(",", -1))));
        rows.forEach(row -> all.add(new EntryRow(all.size() + 1L, List.of(row.split(",", -1)))));
        try {
            return INTAKE.read(
                    () -> new ListedRows("row", all),
                    new RowOptions(mapping, false, false, onConflict),
                    AS_OF,
                    RejectedRows.NOBODY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The lines, the warnings by code, and how many rows are rejected and dropped. */
    private static List<String> said(FileIntake read) {
        if (read instanceof FileIntake.Refused refused) {
            return refused.issues().stream().map(Issue::message).toList();
        }
        FileIntake.Accepted accepted = (FileIntake.Accepted) read;
        List<String> said = new ArrayList<>();
        TreeMap<IssueCode, Integer> warnings = new TreeMap<>();
        accepted.cases().forEach(one -> {
            for (EntryLine line : one.facts().lines()) {
                said.add(EntrySummary.bare(line.entry()) + "/" + line.line() + " " + line.date() + " "
                        + line.entryType() + " " + line.set() + " " + line.count() + " " + texts(line) + " "
                        + line.value() + " " + line.centsByNumber() + " " + line.quantity());
            }
            one.warnings().forEach(warning -> warnings.merge(warning.code(), 1, Integer::sum));
        });
        Collections.sort(said);
        said.add(warnings.toString());
        RowAccount account = accepted.reading().account();
        said.add("rejected " + account.rejected() + ", dropped " + account.dropped());
        return said;
    }

    private static List<String> texts(EntryLine line) {
        return line.hts().stream().map(number -> number.text()).toList();
    }

    private static List<String> said(String titles, OnConflict onConflict, String... rows) {
        return said(
                read(titles, Arrays.stream(rows).map(row -> IMPORTER + row).toList(), onConflict, FileMapping.NONE));
    }

    /** The goods and value of the one line of the rows. */
    private static String goods(String titles, OnConflict onConflict, String... rows) {
        FileIntake read =
                read(titles, Arrays.stream(rows).map(row -> IMPORTER + row).toList(), onConflict, FileMapping.NONE);
        assertThat(read).isInstanceOf(FileIntake.Accepted.class);
        List<EntryLine> lines =
                ((FileIntake.Accepted) read).cases().get(0).facts().lines();
        assertThat(lines).hasSize(1);
        return String.join("+", texts(lines.get(0))) + " " + lines.get(0).value();
    }

    @Provide
    Arbitrary<List<String>> rows() {
        return Combinators.combine(
                        Arbitraries.of("1", "1", "2"),
                        Arbitraries.of("", "04/15/2026", "05/15/2026"),
                        Arbitraries.of("", "1", "1", "2", "3"),
                        Arbitraries.of("7208380030", "8471300100", "8471300100", "99038188", "9102111010"),
                        Arbitraries.of("", "04/08/2026", "2026-04-08", "2026-04-08", "04/09/2026"),
                        Arbitraries.of("", "1", "1.0", "3"),
                        Arbitraries.of("", "0", "10.00", "20.00"),
                        Arbitraries.of(",,", ",,", "01,,", "1,X,", "21,,", ",,2"))
                .as((line, version, ordinal, number, day, quantity, value, terms) ->
                        "12-345678900,BII12345678," + line + "," + version + "," + ordinal + "," + number + "," + day
                                + "," + quantity + "," + value + "," + terms)
                .list()
                .ofMaxSize(8);
    }

    private static String withoutOrdinal(String row) {
        List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
        cells.remove(4);
        return String.join(",", cells);
    }

    @Property(tries = 2000)
    void read_sameRowsInAnyOrder_saysTheSame(@ForAll("rows") List<String> rows, @ForAll Random random) {
        for (OnConflict onConflict : List.of(OnConflict.REPORT, OnConflict.NEWEST)) {
            List<String> other = new ArrayList<>(rows);
            Collections.shuffle(other, random);

            assertThat(said(read(ORDINALS, other, onConflict, FileMapping.NONE)))
                    .isEqualTo(said(read(ORDINALS, rows, onConflict, FileMapping.NONE)));
            for (String titles : List.of(INVOICES, INVOICES.replace("7501 Line Number", "Line"))) {
                assertThat(said(read(
                                titles,
                                other.stream()
                                        .map(RowsOfOneLineTest::withoutOrdinal)
                                        .toList(),
                                onConflict,
                                FileMapping.NONE)))
                        .isEqualTo(said(read(
                                titles,
                                rows.stream()
                                        .map(RowsOfOneLineTest::withoutOrdinal)
                                        .toList(),
                                onConflict,
                                FileMapping.NONE)));
            }
        }
    }

    @Property(tries = 1000)
    void read_newest_isWhatTheRowsOfThatDaySayAlone(@ForAll("rows") List<String> rows) {
        Predicate<String> ofLineOne = row -> row.startsWith(IMPORTER);
        List<String> line = rows.stream().filter(ofLineOne).toList();
        String newest = line.stream()
                .map(row -> row.split(",", -1)[3])
                .max(String::compareTo)
                .orElse("");
        List<String> ofNewest = line.stream()
                .filter(row -> row.split(",", -1)[3].equals(newest))
                .toList();

        List<String> chosen = said(read(ORDINALS, line, OnConflict.NEWEST, FileMapping.NONE));
        List<String> alone = said(read(ORDINALS, ofNewest, OnConflict.REPORT, FileMapping.NONE));

        assertThat(chosen.stream().filter(text -> text.startsWith("BII")).toList())
                .isEqualTo(alone.stream().filter(text -> text.startsWith("BII")).toList());
    }

    @Property(tries = 1000)
    void read_wholeVersionsInARow_firstAndLastAreTheseAlone(
            @ForAll("version") List<String> one, @ForAll("version") List<String> two) {
        List<String> both = new ArrayList<>(one);
        both.addAll(two);

        assertThat(lines(both, OnConflict.FIRST)).isEqualTo(lines(one, OnConflict.REPORT));
        assertThat(lines(both, OnConflict.LAST)).isEqualTo(lines(two, OnConflict.REPORT));
    }

    private static List<String> lines(List<String> rows, OnConflict onConflict) {
        return said(read(ORDINALS, rows, onConflict, FileMapping.NONE)).stream()
                .filter(text -> text.startsWith("BII"))
                .toList();
    }

    /** The rows of one version of a line, with ordinals from 1 on. */
    @Provide
    Arbitrary<List<String>> version() {
        Arbitrary<String> goods = Combinators.combine(
                        Arbitraries.of("7208380030", "8471300100", "99038188", "9102111010"),
                        Arbitraries.of("0", "10.00", "20.00"))
                .as((number, value) -> number + ",2026-04-08,," + value + ",");
        return Combinators.combine(goods.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of("01", "21"))
                .as((all, type) -> IntStream.range(0, all.size())
                        .mapToObj(i -> IMPORTER + "," + (i + 1) + "," + all.get(i) + type + ",,")
                        .toList());
    }

    @Example
    void read_versionDaysOfAmericanForm_areProvedByTheColumn() {
        assertThat(goods(PLAIN, OnConflict.NEWEST, "05/06/2026,8471300100,1", "04/15/2026,7208380030,1"))
                .isEqualTo("8471.30.0100 1.00");
    }

    @Example
    void read_versionDaysThatCanBeReadInTwoWays_areRefused() {
        assertThat(said(PLAIN, OnConflict.NEWEST, "02/03/2026,8471300100,1", "05/06/2026,7208380030,1"))
                .singleElement()
                .asString()
                .contains("column `Correction Date` can be read with the month or with the day first");
    }

    @Example
    void read_versionDayMalformed_rejectsItsRow() {
        assertThat(said(PLAIN, OnConflict.NEWEST, "Apr 15th,8471300100,1", "2026-05-06,7208380030,1"))
                .contains("rejected 1, dropped 0");
        for (FileMapping mapping : List.of(
                FileMapping.NONE,
                MappingFile.read("columns: {version: Correction Date}".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(said(read(PLAIN, List.of(IMPORTER + "Apr 15th,8471300100,1"), OnConflict.LAST, mapping)))
                    .as("a column that is not asked is not read")
                    .contains("rejected 0, dropped 0");
        }
    }

    @Example
    void read_newestWithoutAColumnThatTellsIt_isRefused() {
        assertThat(said(PLAIN.replace("Correction ", ""), OnConflict.NEWEST, "2026-05-06,7208380030,1"))
                .containsExactly("the file has no column that tells the newest version of a line");
    }

    @Example
    void read_versionsOfOneDay_areReportedAsWithoutTheOption() {
        for (String day : List.of("", "04/15/2026")) {
            String one = day + ",1,8471300100,,,10.00,,,";
            String other = day + ",1,7208380030,,,10.00,,,";

            assertThat(said(ORDINALS, OnConflict.NEWEST, one, other))
                    .isEqualTo(said(ORDINALS, OnConflict.REPORT, one, other))
                    .contains("{UNDATED_LINES=1, LINE_CONFLICT=1}");
        }
    }

    @Example
    void read_newestOfSeveralOrdinals_hasNoRowOfTheOlderOne() {
        assertThat(goods(
                        ORDINALS,
                        OnConflict.NEWEST,
                        "04/15/2026,1,99038188,,,0,,,",
                        "04/15/2026,2,7208380030,,,100,,,",
                        "05/15/2026,1,8471300100,,,,,,"))
                .isEqualTo("8471.30.0100 0.00");
    }

    @Example
    void read_newestWithinOneHeading_isTakenAlone() {
        assertThat(goods(PLAIN, OnConflict.NEWEST, "2026-04-15,8471300100,100", "2026-05-15,8471300100,900"))
                .isEqualTo("8471.30.0100 900.00");
        assertThat(goods(PLAIN, OnConflict.NEWEST, "2026-04-15,4015900050,100", "2026-05-15,4015121010,100"))
                .isEqualTo("4015.12.1010 100.00");
    }

    @Example
    void read_lastWithoutOrdinals_isTheLastCommodityWithItsProvisions() {
        String[] rows = {",99038188,0", ",4015900050,100", ",99038188,0", ",4015121010,200", ",4015121010,50"};

        assertThat(goods(PLAIN, OnConflict.FIRST, rows)).isEqualTo("9903.81.88+4015.90.0050 100.00");
        assertThat(goods(PLAIN, OnConflict.LAST, rows)).isEqualTo("9903.81.88+4015.12.1010 250.00");
    }

    @Example
    void read_partsOfAWatchWithoutOrdinals_areNoVersions() {
        assertThat(goods(PLAIN, OnConflict.LAST, ",9102111010,10", ",9102111020,20"))
                .isEqualTo("9102.11.1010+9102.11.1020 30.00");
    }

    @Example
    void read_versionsSortedByOrdinals_areNotMixed() {
        String[] rows = {
            ",1,99038188,,,0,,,", ",1,99038815,,,0,,,", ",2,7208380030,,,100,,,", ",2,8471300100,,,200,,,",
        };

        assertThat(said(ORDINALS, OnConflict.LAST, rows)).isEqualTo(said(ORDINALS, OnConflict.REPORT, rows));
    }

    @Example
    void read_newestOfInvoiceLines_addsUpThatVersionAlone() {
        assertThat(goods(
                        INVOICES,
                        OnConflict.NEWEST,
                        "2026-04-15,8471300100,,,100,,,",
                        "2026-05-15,8471300100,,,30,,,",
                        "2026-05-15,8471300100,,,30,,,"))
                .isEqualTo("8471.30.0100 60.00");
    }

    @Example
    void read_lastOfInvoiceLines_saysWhereTheOptionApplies() {
        FileIntake read = read(INVOICES, List.of(IMPORTER + ",8471300100,,,30,,,"), OnConflict.LAST, FileMapping.NONE);

        assertThat(((FileIntake.Accepted) read).reading().notes())
                .anyMatch(note -> note.startsWith("`--on-conflict` tells versions of invoice lines apart by date"));
    }

    @Example
    void read_otherGoodsInOnePlace_areAConflictWithinAHeadingToo() {
        assertThat(said(ORDINALS, OnConflict.REPORT, ",1,4015900050,,,10,,,", ",1,4015121010,,,10,,,"))
                .contains("{UNDATED_LINES=1, LINE_CONFLICT=1}");
    }

    @Example
    void read_ordinalAbove999_isAFaultOfTheRow() {
        assertThat(said(ORDINALS, OnConflict.REPORT, ",999,8471300100,,,10,,,", ",1000,8471300100,,,10,,,"))
                .contains("rejected 1, dropped 0");
    }

    @Example
    void read_lineNumberZero_isAFaultOfTheRow() {
        for (String zero : List.of("0", "000", "0.0")) {
            assertThat(said(read(
                            PLAIN,
                            List.of("12-345678900,BII12345678," + zero + ",,8471300100,1"),
                            OnConflict.REPORT,
                            FileMapping.NONE)))
                    .as(zero)
                    .contains("rejected 1, dropped 0");
        }
    }

    @Example
    void read_sumOfInvoiceLinesBeyondAnyAmount_rejectsTheLine() {
        assertThat(said(
                        INVOICES,
                        OnConflict.REPORT,
                        ",8471300100,,,9999999999999,,,",
                        ",8471300100,,,9999999999999,,,"))
                .contains("rejected 2, dropped 0");
    }

    @Example
    void read_manyRowsOfOneLine_takesTimeInProportion() {
        List<String> different = IntStream.range(0, 100_000)
                .mapToObj(i -> IMPORTER + "," + (i % 999 + 1) + ",8471300100,,," + i + ",,,")
                .toList();
        for (OnConflict onConflict : OnConflict.values()) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(30), () -> read(ORDINALS, different, onConflict, FileMapping.NONE));
        }
    }
}
