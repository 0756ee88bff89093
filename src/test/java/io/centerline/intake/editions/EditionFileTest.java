package io.centerline.intake.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.centerline.tariff.ScheduleFault;
import io.centerline.tariff.ScheduleFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionFileTest {
    private static final String WHOLE = Exports.csv(Exports.whole("8471300100"));

    @TempDir
    private Path folder;

    private Schedule read(String text) throws Exception {
        return EditionFile.read(Files.writeString(folder.resolve("export"), text), "hts-2014-basic");
    }

    private List<String> faults(String text) throws IOException {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> faults(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("export"), content);
        ScheduleFileException refused =
                catchThrowableOfType(ScheduleFileException.class, () -> EditionFile.read(file, "hts-2014-basic"));
        assertThat(refused).isNotNull();
        return refused.faults().stream().map(EditionFileTest::text).toList();
    }

    private static String text(ScheduleFault fault) {
        assertThat(fault.help()).isNotEmpty();
        return fault.line() + ": " + fault.message();
    }

    @Test
    void read_export_hasItsNumbersAndUnits() throws Exception {
        Schedule schedule = read(WHOLE);

        assertThat(schedule.edition()).isEqualTo("hts-2014-basic");
        assertThat(schedule.reportable("84")).extracting(HtsNumber::digits).containsExactly("8471300100", "8499990000");
        assertThat(schedule.unit(new HtsNumber("8499990000"))).isEqualTo("No., kg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No.,kg", "No.; kg", "No,kg", "[\"No.\",\"kg\"]", " No. ,<sup>kg</sup>"})
    void read_unitsInAnyWriting_areTheSame(String units) throws Exception {
        Schedule schedule = read(WHOLE + "8471.41.01.10,2,Other,\"" + units.replace("\"", "\"\"") + "\",,,,,\n");

        assertThat(schedule.unit(new HtsNumber("8471410110"))).isEqualTo("No., kg");
    }

    @Test
    void read_columnsInAnotherOrderAndWithout_areFoundByTheirTitles() throws Exception {
        String csv = Exports.whole("8471300100").keySet().stream()
                .map(digits -> "kg," + Exports.dotted(digits))
                .collect(Collectors.joining("\n", "units,htsno\n", ""));

        assertThat(read(csv).unit(new HtsNumber("8471300100"))).isEqualTo("kg");
    }

    @Test
    void read_sameNumberTwice_isOneUnlessUnitsDiffer() throws Exception {
        String again = "8471.30.01.00,2,Other,No.,,,,,\n";

        assertThat(read(WHOLE + again).reportable("8471")).hasSize(1);
        assertThat(faults(WHOLE + again.replace("No.", "kg")))
                .singleElement()
                .asString()
                .contains("HTS number `8471.30.01.00` stands on line ")
                .endsWith("with other units");
    }

    @Test
    void read_severalFaults_areAllThereWithTheirLines() throws IOException {
        String csv = Exports.HEADER
                + "101.21.00.10,2,Other,No.,,,,,\n"
                + "8471.30.01.00,2,\"Two\nlines\",No.,,,,,\n"
                + "7701.00.00.00,2,Other,No.,,,,,\n"
                + "8471.30.01.00,2,Other,No.\n"
                + "8471300100,2,Other,No.,,,,,\n"
                + "8471.41.01.10,2,Other,\"[No.\",,,,,\n";

        assertThat(faults(csv))
                .containsExactly(
                        "2: HTS number `101.21.00.10` is not 4, 6, 8 or 10 digits in dotted groups",
                        "5: HTS number `7701.00.00.00` names chapter 77, which does not exist",
                        "6: the row has 4 columns, expected 9",
                        "7: HTS number `8471300100` is not 4, 6, 8 or 10 digits in dotted groups",
                        "8: the units are no list of texts");
    }

    @Test
    void read_faultsInJson_areAllThereWithTheirLines() throws IOException {
        String json = "[\n" + Exports.row("101.21", "[]") + ",\n7,\n{\"indent\":\"0\",\"units\":[]},\n"
                + Exports.row("8471.30.01.00", "[1]") + ",\n" + Exports.row("8471.30.01.00", "{}") + "]";

        assertThat(faults(json))
                .containsExactly(
                        "2: HTS number `101.21` is not 4, 6, 8 or 10 digits in dotted groups",
                        "3: row 2 is not an object",
                        "4: row 3 has no `htsno` that is text",
                        "5: row 4 has no `units` that is a list of texts",
                        "6: row 5 has no `units` that is a list of texts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1: the file is empty",
                "a,b|1: the header has no column `HTS Number`",
                "HTS Number,Indent|1: the header has no column `Unit of Quantity`",
                "{\"htsno\":\"0101\"}|1: the file is not an array of rows",
                "[{\"htsno\":\"0101\",|1: from here on the file is not JSON",
                "[{\"htsno\":\"0101\",\"htsno\":\"0102\"}]|1: from here on the file is not JSON",
                "[] []|1: something stands behind the array of rows",
                "<!doctype html><html>|1: the file is a page in HTML",
                "%PDF-1.7|1: the file is a PDF",
            })
    void read_anotherFile_isRefused(String content, String fault) throws IOException {
        assertThat(faults(content).get(0)).isEqualTo(fault);
    }

    @Test
    void read_binaryFiles_areRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(WHOLE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(faults(packed.toByteArray())).first().isEqualTo("1: the file is compressed with gzip");
        assertThat(faults("PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("1: the file is a workbook or a zip archive");
        assertThat(faults("[\"\u00ff".getBytes(StandardCharsets.ISO_8859_1)))
                .first()
                .asString()
                .startsWith("1: ");
        assertThat(faults(new byte[] {1, 0, 0, 3, 0, 0, 0})).first().asString().startsWith("1: ");
    }

    @Test
    void read_openQuote_saysWhereAndThatTheRestWasNotRead() throws IOException {
        assertThat(faults(Exports.HEADER + "8471.30.01.00,2,\"Other,No.,,,,,\n0101,0,x,,,,,,\n"))
                .containsExactly("2: a quotation mark opens and is not closed");
    }

    @Test
    void read_nestedTooDeep_isRefused() throws IOException {
        assertThat(faults("[".repeat(100_000))).first().asString().startsWith("1: ");
        assertThat(faults("[{\"footnotes\":" + "[".repeat(100_000)))
                .containsExactly("1: from here on the file is not JSON");
    }

    @Test
    void read_exportOfOneChapter_isRefused() throws IOException {
        assertThat(faults(Exports.HEADER + "8471.30.01.00,2,Other,No.,,,,,\n"))
                .containsExactly("1: the file has no number of chapters 01, 02, 03, 04, 05 and 90 more");
        assertThat(faults(Exports.csv(Exports.whole()).replaceAll("\"1299\\.99[^\n]*\n", "")))
                .containsExactly("1: the file has no number of chapter 12");
    }

    @Test
    void read_manyFaults_areBounded() throws IOException {
        String wrong =
                IntStream.range(0, 50_000).mapToObj(i -> "x,2,Other,No.,,,,,\n").collect(Collectors.joining());

        assertThat(faults(Exports.HEADER + wrong)).hasSize(1_000);
    }

    @Test
    void read_unitThatIsNone_isRefused() throws IOException {
        assertThat(faults(WHOLE + "8471.41.01.10,2,Other," + "kg ".repeat(40) + ",,,,,\n"))
                .singleElement()
                .asString()
                .contains("the units `kg kg");
        assertThat(faults(WHOLE + "8471.41.01.10,2,Other,k\u0007g,,,,,\n")).hasSize(1);
    }
}
