package io.centerline.tariff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loading an export. The texts are made up; only numbers and the file's shape are those of the real one. */
class DescriptionsTest {

    private static final String HEADER =
            "\"HTS Number\",\"Indent\",\"Description\",\"Unit of Quantity\",\"General Rate of Duty\","
                    + "\"Special Rate of Duty\",\"Column 2 Rate of Duty\",\"Quota Quantity\",\"Additional Duties\"\n";

    private static final String COMPUTERS = HEADER
            + row("8471", 0, "Thinking machines:")
            + "\"\",\"1\",\"Those one can carry,\nsaid \"\"laptops\"\":\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n"
            + "\"8471.30.01\",\"2\",\"With a <i>lid</i>\",\"\",\"Free\",\"\",\"35%\",\"\",\"\"\n"
            + "8471.30.01.00,3,Any size of m²,\"[\"\"No.\"\",\"\"kg\"\"]\",,,,,\n"
            + row("8471.41", 1, "Others");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "8471300100, 'Thinking machines > Those one can carry, said \"laptops\" > With a lid > Any size of m²'",
        "84713001, 'Thinking machines > Those one can carry, said \"laptops\" > With a lid'",
        "8471300199, 'Thinking machines > Those one can carry, said \"laptops\" > With a lid'",
        "8471410199, Thinking machines > Others",
        "84719999, Thinking machines",
        "85171100, ''",
    })
    void of_number_isTheWholePathOfItsLongestKnownPrefix(String digits, String expected) throws Exception {
        assertThat(Descriptions.read(file(COMPUTERS)).of(new HtsNumber(digits))).isEqualTo(expected);
    }

    @Test
    void read_byteOrderMarkAndEmptyLines_areNoFault() throws Exception {
        Descriptions read = Descriptions.read(file("\uFEFF" + COMPUTERS + "\n\n"));

        assertThat(read.of(new HtsNumber("84714101"))).isEqualTo("Thinking machines > Others");
    }

    @Test
    void of_withoutExport_isEmpty() {
        assertThat(Descriptions.none().of(new HtsNumber("8471300100"))).isEmpty();
    }

    @Test
    void read_suffixTwoDeeperThanItsRateLine_standsUnderIt() throws Exception {
        Descriptions read = Descriptions.read(file(HEADER
                + row("3821.00.00", 0, "Broth")
                + row("3821.00.00.10", 2, "Clear")
                + row("3821.00.00.90", 2, "Other")
                + row("3822", 0, "Kits")));

        assertThat(read.of(new HtsNumber("3821000010"))).isEqualTo("Broth > Clear");
        assertThat(read.of(new HtsNumber("3821000090"))).isEqualTo("Broth > Other");
    }

    @Test
    void read_longNumberWithIndentZero_standsAlone() throws Exception {
        Descriptions read = Descriptions.read(file(HEADER
                + row("9802.00.80", 0, "Assembled")
                + row("9802.00.80.69", 1, "Elsewhere")
                + row("9802.00.91.00", 0, "Next door")
                + row("9803.00.50", 0, "Boxes")));

        assertThat(read.of(new HtsNumber("9802009100"))).isEqualTo("Next door");
    }

    @Test
    void read_manyFaults_areAllNamedWithTheirLines() {
        assertThat(faults(HEADER
                        + row("8471", 0, "Machines")
                        + "\"\",\"2\",\"Two\nlines\",,,,,,\n"
                        + row("8471.3", 1, "Short number")
                        + row("8471.30.01", "one", "Indent in words")
                        + row("8471.30.01", 1, "Again")
                        + "8471.41,1,Too few\n"
                        + row("8471.50", 1, " ")
                        + row("8471.60", -1, "Negative indent")))
                .extracting(fault -> fault.line() + ": " + fault.message())
                .containsExactly(
                        "3: indent 2 is too deep",
                        "5: HTS number `8471.3` is not 4, 6, 8 or 10 digits in dotted groups",
                        "6: indent `one` is not a whole number",
                        "7: HTS number `8471.30.01` stands on line 6 already",
                        "8: the row has 3 columns, expected 9",
                        "9: the description is empty",
                        "10: indent `-1` is not a whole number");
    }

    @Test
    void read_firstRowIndented_isAFault() {
        assertThat(faults(HEADER + row("8471.30", 1, "No heading above")))
                .containsExactly(new ScheduleFault(
                        2, "indent 1 is too deep", "the first row has indent 0; a row above it may be missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTS Number,Indent,Description | column 4 of the header is missing, expected `Unit of Quantity`
                    HTS Number,Level,Description  | column 2 of the header is `Level`, expected `Indent`
                    8471,0,Machines,,,,,,         | column 1 of the header is `8471`, expected `HTS Number`
                    """)
    void read_otherHeader_namesTheFirstColumnThatDiffers(String header, String expected) {
        assertThat(faults(header + "\n" + row("84", 7, "not looked at")))
                .extracting(ScheduleFault::line, ScheduleFault::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, expected));
    }

    @Test
    void read_tenthColumnInHeader_isAFault() {
        assertThat(faults(HEADER.strip() + ",Remarks\n"))
                .extracting(ScheduleFault::message)
                .containsExactly("column 10 of the header is `Remarks`, expected no more than nine columns");
    }

    @ParameterizedTest
    @CsvSource({"'', the file is empty", "HEADER, the file has no row with a number"})
    void read_fileWithoutRows_isAFault(String text, String expected) {
        assertThat(faults(text.replace("HEADER", HEADER)))
                .extracting(ScheduleFault::message)
                .containsExactly(expected);
    }

    @Test
    void read_otherEncodings_areFaultsOfTheirLines() throws IOException {
        String text = HEADER + row("8471", 0, "Plain") + row("8471.30", 1, "m² of screen");

        assertThat(faults(Files.write(folder.resolve("latin1.csv"), text.getBytes(ISO_8859_1))))
                .extracting(fault -> fault.line() + ": " + fault.message())
                .containsExactly("3: the row is not UTF-8");
        assertThat(faults(Files.write(folder.resolve("utf16.csv"), text.getBytes(UTF_16))))
                .extracting(fault -> fault.line() + ": " + fault.message())
                .containsExactly("1: the file is not UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"\"8471.30\"x", "\"8471.30"})
    void read_brokenQuotes_nameTheLineOfTheRowAndKeepEarlierFaults(String field) {
        assertThat(faults(HEADER
                        + row("84711", 0, "Bad number")
                        + "\"\",\"1\",\"Two\nlines\",,,,,,\n"
                        + field + ",1,Broken,,,,,,\n"
                        + row("8471.41", 1, "Others")))
                .extracting(fault -> fault.line() + ": " + fault.message())
                .containsExactly(
                        "2: HTS number `84711` is not 4, 6, 8 or 10 digits in dotted groups",
                        "5: the row cannot be split into columns");
    }

    @Test
    void read_faultyFile_messageNamesFileAndFaults() throws IOException {
        Path file = file(HEADER
                + IntStream.range(0, 25).mapToObj(i -> row("x", 0, "Text")).collect(Collectors.joining()));

        assertThatThrownBy(() -> Descriptions.read(file))
                .isInstanceOf(ScheduleFileException.class)
                .hasMessageStartingWith("schedule file `" + file + "` has 25 faults\n  line 2: HTS number `x` is not ")
                .hasMessageEndingWith("\n  and 5 more");
    }

    @Test
    void read_missingFile_isAnIoException() {
        assertThatThrownBy(() -> Descriptions.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    private List<ScheduleFault> faults(String text) {
        try {
            return faults(file(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ScheduleFault> faults(Path file) {
        ScheduleFileException thrown = catchThrowableOfType(ScheduleFileException.class, () -> Descriptions.read(file));
        assertThat(thrown).isNotNull();
        assertThat(thrown.faults()).allSatisfy(fault -> assertThat(fault.help()).isNotEmpty());
        return thrown.faults();
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("export.csv"), text.getBytes(UTF_8));
    }

    private static String row(String number, Object indent, String text) {
        return "\"" + number + "\",\"" + indent + "\",\"" + text + "\",\"\",\"\",\"\",\"\",\"\",\"\"\n";
    }
}
