package io.centerline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static CsvRows open(String text, Charset charset) {
        return new CsvRows(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static List<EntryRow> all(CsvRows rows) throws IOException {
        List<EntryRow> all = new ArrayList<>();
        EntryRow row;
        while ((row = rows.next()) != null) {
            all.add(row);
        }
        return all;
    }

    private static List<List<String>> cells(String text) throws IOException {
        return cells(open(text, StandardCharsets.UTF_8));
    }

    private static List<List<String>> cells(CsvRows rows) throws IOException {
        return all(rows).stream().map(EntryRow::cells).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void next_eachSeparator_isFound(String separator) throws IOException {
        String text = "IOR,HTS,Value\n12-345678900,8471.30.0100,\"1,5\"\n\"x,;|\t\",b,c\n"
                .replace("1,5", "#")
                .replace("x,;|\t", "?")
                .replace(",", separator)
                .replace("#", "1,5")
                .replace("?", "x,;|\t");

        assertThat(cells(text))
                .containsExactly(
                        List.of("IOR", "HTS", "Value"),
                        List.of("12-345678900", "8471.30.0100", "1,5"),
                        List.of("x,;|\t", "b", "c"));
    }

    @Test
    void next_decimalCommasBetweenSemicolons_areNoSeparators() throws IOException {
        CsvRows rows = open("IOR;Value\n12-345678900;1,50\n12-345678900;2,50\n", StandardCharsets.UTF_8);

        assertThat(cells(rows)).last().isEqualTo(List.of("12-345678900", "2,50"));
        assertThat(rows.notes()).containsExactly("the columns are separated by semicolons");
    }

    @Test
    void next_separatorUnclear_isRefusedWithWhatWasSeen() {
        assertThatThrownBy(() -> cells("Importer,HTS;Entry,Line\na,b;c,d\n"))
                .isInstanceOfSatisfying(
                        RowSource.Unreadable.class,
                        fault -> assertThat(fault.issue().help())
                                .isEqualTo("begin the file with a line that tells, such as `sep=,`"))
                .hasMessage(
                        "the columns may be separated by commas (3 columns in 2 rows) or by semicolons (2 columns in 2 rows)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n"})
    void next_lineThatTellsTheSeparator_isNoRow(String line) throws IOException {
        List<EntryRow> rows = all(open(line + "a;b\n", StandardCharsets.UTF_8));

        assertThat(rows).extracting(EntryRow::cells).containsExactly(List.of("a", "b"));
        assertThat(rows).extracting(EntryRow::number).containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "UTF-16LE, true", "UTF-16LE, false", "UTF-16BE, true", "UTF-16BE, false"
    })
    void next_eachEncoding_isFound(String charset, boolean marked) throws IOException {
        CsvRows rows = open((marked ? "\uFEFF" : "") + "IOR,Name\n12-345678900,Café €\n", Charset.forName(charset));

        assertThat(cells(rows)).containsExactly(List.of("IOR", "Name"), List.of("12-345678900", "Café €"));
        assertThat(rows.notes())
                .isEqualTo(charset.equals("UTF-8") ? List.of() : List.of("the file is read as " + charset));
    }

    @Test
    void next_fileInWindows1252_isReadAndSaidSo() throws IOException {
        String plain = "12-345678900,x\n".repeat(10_000);
        CsvRows rows = open("IOR,Name\n" + plain + "12-345678900,Café – “7”\n", WINDOWS);

        assertThat(cells(rows)).last().isEqualTo(List.of("12-345678900", "Café – “7”"));
        assertThat(rows.notes()).containsExactly("line 10002 is not UTF-8; the file is read as windows-1252");
    }

    /** What began as UTF-8 is never read as something else further down. */
    @Test
    void next_byteOutsideUtf8AfterCharactersOfUtf8_isRefusedWithItsPlace() {
        byte[] start = ("IOR,Name\n12-345678900,Café\n" + "a,b\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        byte[] file = java.util.Arrays.copyOf(start, start.length + 2);
        file[start.length] = 'x';
        file[start.length + 1] = (byte) 0xE9;

        assertThatThrownBy(() -> cells(new CsvRows(new ByteArrayInputStream(file))))
                .isInstanceOfSatisfying(
                        RowSource.Unreadable.class,
                        fault -> assertThat(fault.isEverywhere()).isTrue())
                .hasMessage("the file is not UTF-8 at line 20003, column 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE", "X-UTF-32LE-BOM", "X-UTF-32BE-BOM"})
    void next_utf32_isRefusedByItsName(String charset) {
        assertThatThrownBy(() -> all(open("Importer,HTS\n1,2\n", Charset.forName(charset))))
                .isInstanceOfSatisfying(
                        RowSource.Unreadable.class,
                        refused -> assertThat(refused.issue().message())
                                .isEqualTo("the file is UTF-32, which is not read"));
    }

    @Test
    void next_zeroBytes_areNoText() {
        assertThatThrownBy(() -> cells("a,b\n\0,c\n")).hasMessage("the file holds zero bytes, which no text has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void next_eachEndOfLine_endsARow(String end) throws IOException {
        List<EntryRow> rows = all(open("a,b" + end + end + "c,\"d\"" + end + "e,f", StandardCharsets.UTF_8));

        assertThat(rows).extracting(EntryRow::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows.get(1).isBlank()).isTrue();
        assertThat(rows.get(3).cells()).containsExactly("e", "f");
    }

    @Test
    void next_wrappedCells_loseWhatKeptTheirDigits() throws IOException {
        CsvRows rows =
                open("a,b\n=\"60512345678\",'0101\n\"=\"\"0605\"\"\",'t Hooft\n=1+1,\"='\"\n", StandardCharsets.UTF_8);

        assertThat(cells(rows))
                .containsExactly(
                        List.of("a", "b"),
                        List.of("60512345678", "0101"),
                        List.of("0605", "'t Hooft"),
                        List.of("=1+1", "='"));
        assertThat(rows.notes()).containsExactly("cells are read without the `=\"…\"` or apostrophe around their text");
    }

    @Test
    void next_quotationMarksThatDoNotFit_areAFaultOfTheirRow() throws IOException {
        List<EntryRow> rows = all(open("a,b\n\"8471\"x,\"1\"y,2\nc,d\n\"e\"z\nf,g\n", StandardCharsets.UTF_8));

        assertThat(rows).extracting(EntryRow::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows)
                .extracting(row -> row.fault(CellFault.WHOLE_ROW) == null)
                .containsExactly(true, false, true, false, true);
        assertThat(rows.get(1).faults().get(0).message()).isEqualTo("the row cannot be split into columns");
        assertThat(rows.get(4).cells()).containsExactly("f", "g");
    }

    @Test
    void next_rowsWithinAQuotationMark_areNamed() throws IOException {
        List<EntryRow> rows = all(open("a,b\n\"open,1\nc,2\nd,\"$5\"\ne,3\n", StandardCharsets.UTF_8));

        assertThat(rows.get(1).faults().get(0).message())
                .isEqualTo("the row cannot be split into columns; it goes on to line 4");
        assertThat(rows.get(2).cells()).containsExactly("e", "3");
    }

    @Test
    void next_quotationMarkThatNothingCloses_makesTheRestUnreadable() {
        assertThatThrownBy(() -> cells("a,b\nc,d\n\"e,f\ng,h\n"))
                .isInstanceOfSatisfying(
                        RowSource.Unreadable.class,
                        fault -> assertThat(fault.issue().pointer()).isEqualTo("line 3"))
                .hasMessage("line 3: a quotation mark opens and is not closed");
    }

    @Test
    void next_quotationMarkInALongFile_isNotReadToItsEnd() {
        assertThatThrownBy(() -> cells("a,b\n\"e,f\n" + "g,h\n".repeat(2_000_000)))
                .isInstanceOf(RowSource.Unreadable.class)
                .hasMessage("line 2: a quotation mark opens and is not closed");
    }

    @Test
    void next_titlesOfDigits_areSplitLikeAny() throws IOException {
        assertThat(cells("HTS;2025;2026\n8471.30.0100;1,5;25\n")).first().isEqualTo(List.of("HTS", "2025", "2026"));
    }

    @Test
    void next_moreColumnsThanASheetHas_areRefused() throws IOException {
        String widest = "a" + ",".repeat(16_383) + "\n";

        assertThat(cells(widest).get(0)).hasSize(16_384);
        assertThatThrownBy(() -> cells("a,b\n" + widest.replace("\n", ",\n") + "c\n"))
                .isInstanceOfSatisfying(
                        RowSource.Unreadable.class,
                        refused -> assertThat(refused.issue().message())
                                .isEqualTo("line 2 has 16,385 columns, at most 16,384 are read"));
    }

    @Test
    void next_raggedRows_comeAsTheyAre() throws IOException {
        List<EntryRow> rows = all(open("a,b,,\nc\nd,e,f,g,,\n", StandardCharsets.UTF_8));

        assertThat(rows).extracting(EntryRow::filled).containsExactly(2, 1, 4);
        assertThat(rows.get(1).cell(3)).isEmpty();
    }
}
