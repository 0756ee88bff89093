package io.centerline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookRowsTest {
    private static final String STYLES =
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]d-mmm-yy\"/>"
                    + "<numFmt numFmtId=\"165\" formatCode=\"&quot;day &quot;0.00\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                    + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                    + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>";

    private static RowSource open(byte[] file, String sheet) throws IOException {
        return RowSources.open(
                new ByteArrayInputStream(file),
                new SheetChoice(sheet, row -> row.cells().contains("HTS")));
    }

    private static List<EntryRow> rows(RowSource source) throws IOException {
        List<EntryRow> rows = new ArrayList<>();
        EntryRow row;
        while ((row = source.next()) != null) {
            rows.add(row);
        }
        return rows;
    }

    private static List<EntryRow> rows(MadeUpWorkbook workbook) throws IOException {
        try (RowSource source = open(workbook.bytes(), "")) {
            return rows(source);
        }
    }

    private static EntryRow row(String cells) throws IOException {
        return rows(MadeUpWorkbook.ofRows("<row r=\"7\">" + cells + "</row>").with("xl/styles.xml", STYLES))
                .get(0);
    }

    @Test
    void next_whatASpreadsheetWrites_isReadAsTexts() throws IOException {
        byte[] file = MadeUpWorkbook.of(
                "Main Report",
                List.of(
                        List.of("IOR", "Date", "HTS", "Value", "Set"),
                        Arrays.asList(
                                "12-345678900", LocalDate.of(2026, 4, 8), 101210010, new BigDecimal("1250.50"), true),
                        Arrays.asList(null, null, "0101.21.0010")));

        try (RowSource source = open(file, "")) {
            List<EntryRow> rows = rows(source);

            assertThat(rows)
                    .extracting(EntryRow::cells)
                    .containsExactly(
                            List.of("IOR", "Date", "HTS", "Value", "Set"),
                            List.of("12-345678900", "2026-04-08", "101210010", "1250.5", "TRUE"),
                            List.of("", "", "0101.21.0010"));
            assertThat(rows.get(1).numeric().stream()).containsExactly(2, 3);
            assertThat(source.place(2)).isEqualTo("Main Report, row 2");
            assertThat(source.place(17, 27, "HTS")).isEqualTo("Main Report!AB17");
            assertThat(source.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "46120, 1, 2026-04-08",
        "46120.427083333336, 2, 2026-04-08T10:15",
        "46120, 3, 46120",
        "46120, 0, 46120",
        "61, 1, 1900-03-01",
        "59, 1, 1900-02-28",
        "1, 1, 1900-01-01",
        "-1, 1, -1",
        "8.4713001E9, 0, 8471300100",
        "1.1000000000000001, 0, 1.1",
        "1250.50, 0, 1250.5",
        "-12.00, 0, -12",
        "1E-300, 0, 0",
        "12345678901234567890, 0, 12345678901234600000"
    })
    void next_number_isADayByItsStyleOrPlain(String value, int style, String text) throws IOException {
        assertThat(row("<c s=\"" + style + "\"><v>" + value + "</v></c>").cells())
                .containsExactly(text);
    }

    @Test
    void next_workbookThatCountsFrom1904_hasItsDays() throws IOException {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows("<row><c s=\"1\"><v>44658</v></c></row>")
                .with("xl/styles.xml", STYLES)
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                + "<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");

        assertThat(rows(workbook).get(0).cells()).containsExactly("2026-04-08");
    }

    @Test
    void next_dayThatNeverWas_isAFaultOfItsCell() throws IOException {
        EntryRow row = row("<c r=\"A7\"><v>1</v></c><c r=\"B7\" s=\"1\"><v>60</v></c>");

        assertThat(row.fault(0)).isNull();
        assertThat(row.fault(1)).isNotNull();
    }

    @Test
    void next_formulas_giveTheirStoredValueOrAreAFaultOfTheirCell() throws IOException {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows(
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>B1</f><v>x</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");
        try (RowSource source = open(workbook.bytes(), "")) {
            List<EntryRow> rows = rows(source);

            assertThat(rows.get(0).cells()).containsExactly("x", "2");
            assertThat(rows.get(1).faults())
                    .extracting(CellFault::column, CellFault::message)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0, "the cell has a formula without a stored value"),
                            org.assertj.core.groups.Tuple.tuple(1, "the cell holds the error `#DIV/0!`"));
            assertThat(source.notes()).containsExactly("the stored values of 3 formulas are taken");
        }
    }

    @Test
    void next_textsOfEachKind_areRead() throws IOException {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows(
                        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                                + "<c t=\"inlineStr\"><is><t>in_x0041_line</t></is></c><c t=\"d\"><v>2026-04-08T00:00:00</v></c></row>")
                .with(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>Caf&#233; &amp; Söhne</t></si><si><r><t>8471</t></r><r><t>300100</t></r>"
                                + "<rPh><t>reading</t></rPh></si></sst>");

        assertThat(rows(workbook).get(0).cells())
                .containsExactly("Café & Söhne", "8471300100", "inAline", "2026-04-08");
    }

    @Test
    void next_strictForm_isReadTheSame() throws IOException {
        assertThat(rows(MadeUpWorkbook.strict("<row><c><v>1</v></c></row>"))).hasSize(1);
    }

    @Test
    void next_rowsAndCellsWithoutPlace_followEachOther() throws IOException {
        List<EntryRow> rows = rows(MadeUpWorkbook.ofRows(
                "<row/><row r=\"5\"><c r=\"C5\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"));

        assertThat(rows).extracting(EntryRow::number).containsExactly(5L, 6L);
        assertThat(rows.get(0).cells()).containsExactly("", "", "1", "2");
    }

    @Test
    void next_mergedCells_areRefusedInTheHeaderOnly() throws IOException {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData><mergeCells>"
                                + "<mergeCell ref=\"A1:U1\"/><mergeCell ref=\"B3:C3\"/></mergeCells></worksheet>");

        try (RowSource title = open(workbook.bytes(), "")) {
            title.headerAt(2);
            assertThat(rows(title)).hasSize(1);
            assertThat(title.notes())
                    .containsExactly(
                            "1 range of merged cells, the first at Main Report!B3:C3; only the first cell of each has the value");
        }
        try (RowSource header = open(workbook.bytes(), "")) {
            header.headerAt(3);
            assertThatThrownBy(() -> rows(header))
                    .isInstanceOf(RowSource.Unreadable.class)
                    .hasMessage("the cells Main Report!B3:C3 of the header are merged");
        }
    }

    /** A reader looks ahead before it knows the header, and a small sheet then has ended. */
    @Test
    void checkRest_headerToldBehindTheLastRow_refusesItsMergedCells() throws IOException {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData><mergeCells>"
                                + "<mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>");

        try (RowSource source = open(workbook.bytes(), "")) {
            assertThat(rows(source)).hasSize(1);
            source.headerAt(1);
            assertThatThrownBy(source::checkRest).hasMessage("the cells Main Report!A1:B1 of the header are merged");
        }
    }

    @Test
    void next_namesWithoutEnd_areRefused() {
        StringBuilder elements = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            elements.append("<other").append(i).append("/>");
            attributes.append("<c other").append(i).append("=\"\"/>");
        }

        for (String rows : List.of(elements.toString(), "<row>" + attributes + "</row>")) {
            assertThatThrownBy(() -> rows(MadeUpWorkbook.ofRows(rows)))
                    .hasMessage(
                            "the workbook is damaged: its part `xl/worksheets/sheet1.xml` has names that the format does not have");
        }
    }

    @Test
    void open_severalSheets_readsTheOneWithTheRows() throws IOException {
        List<List<String>> lines = List.of(List.of("title"), List.of("IOR", "HTS"));
        Map<String, List<? extends List<?>>> sheets = new LinkedHashMap<>();
        sheets.put("Parameters", lines);
        sheets.put("Notes", List.of(List.of("nothing")));
        sheets.put("CargoWise Client", lines);
        byte[] one = MadeUpWorkbook.of(sheets);
        sheets.put("Copy", lines);
        byte[] two = MadeUpWorkbook.of(sheets);
        sheets.put("Main Report", lines);
        byte[] main = MadeUpWorkbook.of(sheets);

        try (RowSource source = open(one, "")) {
            assertThat(source.notes())
                    .containsExactly("the sheet `CargoWise Client` is read, not `Parameters`, `Notes`");
            assertThat(rows(source)).hasSize(2);
        }
        try (RowSource source = open(two, "copy")) {
            assertThat(source.place(1)).isEqualTo("Copy, row 1");
        }
        try (RowSource source = open(main, "")) {
            assertThat(source.place(1)).isEqualTo("Main Report, row 1");
        }
        assertThatThrownBy(() -> open(two, ""))
                .hasMessage("the sheets `CargoWise Client`, `Copy` all look like entry lines");
        assertThatThrownBy(() -> open(one, "Sheet1"))
                .hasMessage("the workbook has no sheet `Sheet1`; it has `Parameters`, `Notes`, `CargoWise Client`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
                "<row r=\"1048577\"><c><v>1</v></c></row>",
                "<row r=\"x\"/>",
                "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>7</v></c></row>",
                "<row><c t=\"?\"><v>7</v></c></row>",
                "<row><c><v>seven</v></c></row>",
                "<row><c><v>1E999999999</v></c></row>",
                "<row>",
                "<row>&undefined;</row>"
            })
    void next_damagedSheet_isRefused(String rows) {
        assertThatThrownBy(() -> rows(MadeUpWorkbook.ofRows(rows)))
                .isInstanceOf(RowSource.Unreadable.class)
                .hasMessageStartingWith("the workbook is damaged: ");
    }

    @Test
    void next_documentTypeWithEntities_isRefused() {
        MadeUpWorkbook workbook = MadeUpWorkbook.ofRows("")
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>");

        assertThatThrownBy(() -> rows(workbook)).isInstanceOf(RowSource.Unreadable.class);
    }

    @Test
    void next_partThatInflatesOutOfProportion_isRefusedWhileItIsRead() {
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")) {
            MadeUpWorkbook bomb = MadeUpWorkbook.ofRows("").with(part, "<a>" + "<row></row>".repeat(500_000) + "</a>");

            assertThatThrownBy(() -> rows(bomb))
                    .isInstanceOf(RowSource.Unreadable.class)
                    .hasMessage("the workbook is larger than can be read: its part `" + part
                            + "` inflates to more than 200 times its size");
        }
    }

    /** Excel cuts what does not fit; a sheet whose rows are numbered to the last tells as much as one with a million of them. */
    @Test
    void notes_sheetFullToItsLastRow_saysThatRowsMayBeMissing() throws IOException {
        String header = "<row r=\"1\"><c><v>1</v></c></row>";
        MadeUpWorkbook full = MadeUpWorkbook.ofRows(header + "<row r=\"1048576\"><c><v>2</v></c></row>");
        MadeUpWorkbook nearly = MadeUpWorkbook.ofRows(header + "<row r=\"1048575\"><c><v>2</v></c></row>");

        try (RowSource source = open(full.bytes(), "")) {
            assertThat(rows(source)).extracting(EntryRow::number).containsExactly(1L, 1_048_576L);
            assertThat(source.notes())
                    .containsExactly(
                            "the sheet is full with 1,048,576 rows; rows of the report may be missing behind them");
        }
        try (RowSource source = open(nearly.bytes(), "")) {
            assertThat(rows(source)).hasSize(2);
            assertThat(source.notes()).isEmpty();
        }
    }

    @Test
    void add_sharedTextsThatTakeMoreThanTheirRoom_areRefused() throws IOException {
        SharedTexts texts = new SharedTexts();
        String longest = "x".repeat(SheetXml.LONGEST);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        texts.add(longest);
                    }
                })
                .isInstanceOf(RowSource.Unreadable.class)
                .hasMessage("the workbook is larger than can be read: its different texts take more than 96 MiB");
        assertThat(texts.find(0)).isEqualTo(longest);
        assertThat(texts.find(1_535)).isNull();
    }

    @Test
    void next_textWithoutEnd_isRefused() {
        StringBuilder text = new StringBuilder();
        new Random(7).ints(3_000_000, 'a', 'z').forEach(each -> text.append((char) each));

        for (String cell : List.of("<v>" + text + "</v>", "<v a=\"" + text + "\"/>")) {
            assertThatThrownBy(() -> rows(MadeUpWorkbook.ofRows("<row><c>" + cell + "</c></row>")))
                    .isInstanceOf(RowSource.Unreadable.class)
                    .hasMessageStartingWith("the workbook is damaged: its part `xl/worksheets/sheet1.xml` has a text");
        }
    }

    @Test
    void next_archiveDamagedAnywhere_isRefusedOrReadTheSame() throws IOException {
        byte[] sound = MadeUpWorkbook.of("Main Report", List.of(List.of("IOR", "HTS"), List.of("a", 5)));
        List<EntryRow> rows;
        try (RowSource source = open(sound, "")) {
            rows = rows(source);
        }
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] broken = sound.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            if (i % 5 == 0) {
                broken = Arrays.copyOf(broken, random.nextInt(broken.length));
            }
            try (RowSource source = open(broken, "")) {
                if (source instanceof WorkbookRows) {
                    assertThat(rows(source))
                            .extracting(EntryRow::cells)
                            .isSubsetOf(rows.stream().map(EntryRow::cells).toList());
                }
            } catch (RowSource.Unreadable refused) {
                assertThat(refused.issue().message()).isNotEmpty();
            }
        }
    }

    @Test
    void close_workbookFromAStream_leavesNoFileBehind() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        long before = count(folder);
        try (RowSource source = open(MadeUpWorkbook.of("a", List.of(List.of("HTS"))), "")) {
            assertThat(count(folder)).isEqualTo(before + 1);
            source.next();
        }
        assertThatThrownBy(() -> open(
                        MadeUpWorkbook.ofRows("<row>")
                                .with("xl/styles.xml", "<")
                                .bytes(),
                        ""))
                .isInstanceOf(RowSource.Unreadable.class);
        assertThat(count(folder)).isEqualTo(before);
    }

    /** The files of this process; others come and go. */
    private static long count(Path folder) throws IOException {
        String mine = "centerline-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(mine) && name.endsWith(".xlsx"))
                    .count();
        }
    }
}
