package io.centerline.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.IssueCode;
import io.centerline.tariff.HtsReading.Readable;
import io.centerline.tariff.HtsReading.Unreadable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which HTS numbers are known to arrive, by example. */
class HtsReaderTest {

    private static final Schedule SCHEDULE = Schedule.load();
    private static final HtsReader READER = new HtsReader(SCHEDULE);
    private static final String EXAMPLE = "use the number from the entry summary, for example `8471.30.01`";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8471.30.0100",
                "8471.30.01.00",
                "8471300100",
                "8471 30 01 00",
                "8471-30-0100",
                "8471.30.0100.",
                " 8471.30.0100 ",
                "\t8471300100\r\n",
                "\uFEFF8471300100",
                "8471\u00A030\u202F01\u200700",
                "8471\u200B30\u30000100",
                "8471\u201030\u20110100",
                "8471. 30. 01. 00"
            })
    void read_usualWriting_isTheNumberWithoutNote(String received) {
        assertThat(readable(received)).isEqualTo(new Readable(new HtsNumber("8471300100"), null, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8471.30.01", "84713001", "8471 30 01", "8471.30.01."})
    void read_eightDigits_isTheRateLine(String received) {
        assertThat(readable(received)).isEqualTo(new Readable(new HtsNumber("84713001"), null, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8471300100",
                "8471.30.0100",
                "8471.30.01.00",
                "8471.30.01",
                "84713001",
                "8471 30 01 00",
                "84.71.30.01"
            })
    void read_knownNumber_isTheSchedulesOwnInstance(String received) {
        HtsNumber number = readable(received).number();

        assertThat(SCHEDULE.find(number.digits())).containsSame(number);
    }

    @ParameterizedTest
    @CsvSource({
        "8471300100.0, 8471.30.0100",
        "8471300100.00, 8471.30.0100",
        "84713001.0, 8471.30.01",
        "99030101.0, 9903.01.01"
    })
    void read_spreadsheetFloat_isReadableWithNote(String received, String text) {
        assertThat(readable(received))
                .isEqualTo(new Readable(
                        SCHEDULE.find(text.replace(".", "")).orElseThrow(),
                        HtsNote.HTS_FLOAT,
                        "HTS number `" + received + "` was written as a decimal number, read as `" + text + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "84.71.30.01.00",
                "847130.0100",
                "84713001.00",
                "8471.300100",
                "8471.3001.00",
                "8 4 7 1 3 0 0 1 0 0"
            })
    void read_otherGroupingOfAllDigits_isReadableWithNote(String received) {
        assertThat(readable(received))
                .isEqualTo(new Readable(
                        new HtsNumber("8471300100"),
                        HtsNote.HTS_GROUPING,
                        "HTS number `" + received + "` is grouped in an unusual way, read as `8471.30.0100`"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".8471.30.01",
                "8471..30.0100",
                "-8471.30.01",
                "8471.-30.0100",
                "8471. .30.0100",
                "8471.30.0100.."
            })
    void read_leadingOrDoubledSeparator_mayMissADigitGroup(String received) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_DIGIT_GROUP_MISSING,
                        "HTS number `" + received
                                + "` has a leading or doubled separator, a digit group may be missing",
                        EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.471E+09", "8.4713001E9", "8,471E+09", "8471e6", "8.471E-3", " 8.471E+09 ", "\uFEFF8E9"})
    void read_exponent_isRefused(String received) {
        Unreadable reading = unreadable(received);

        assertThat(reading.fault()).isEqualTo(HtsFault.HTS_EXPONENT);
        assertThat(reading.message()).endsWith("is a power of ten: a spreadsheet destroyed its digits");
        assertThat(reading.help())
                .isEqualTo("format the column as text, then enter the number from the entry summary again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    101210010   | 9 | a leading zero may be missing: it would be `0101.21.0010`; send numbers as text so that none is lost
                    101210010.0 | 9 | a leading zero may be missing: it would be `0101.21.0010`; send numbers as text so that none is lost
                    101.21.0010 | 9 | a leading zero may be missing: it would be `0101.21.0010`; send numbers as text so that none is lost
                    1012100     | 7 | a leading zero may be missing: it would be `0101.21.00`; send numbers as text so that none is lost
                    1012100.0   | 7 | a leading zero may be missing: it would be `0101.21.00`; send numbers as text so that none is lost
                    099030101   | 9 | a leading zero may be missing: it would be `9903.01.01`; send numbers as text so that none is lost
                    847130010   | 9 | a zero at the end may be missing: it would be `8471.30.0100`; send numbers as text so that none is lost
                    711510000   | 9 | a leading zero may be missing, or one at the end: `0711.51.0000` or `7115.10.0000`; check the entry summary
                    910990600   | 9 | a leading zero may be missing, or one at the end: `0910.99.0600` or `9109.90.6000`; check the entry summary
                    711.51.0000 | 9 | a leading zero may be missing: it would be `0711.51.0000`; send numbers as text so that none is lost
                    7115.10.000 | 9 | a zero at the end may be missing: it would be `7115.10.0000`; send numbers as text so that none is lost
                    8471300.19  | 9 | a leading zero may be missing, but no number of the schedule fits; use the number from the entry summary, for example `8471.30.01`
                    10121       | 5 | a leading zero may be missing: it would be the subheading `0101.21`; use the number from the entry summary, for example `8471.30.01`
                    """)
    void read_oddCountOfDigits_namesTheNumberWithTheZero(String received, int count, String help) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_LEADING_ZERO_LOST,
                        "HTS number `" + received + "` has " + count + " digits, expected 8 or 10",
                        help));
    }

    @Test
    void read_nineDigitsThatNoTariffKnows_areNotRepeated() {
        assertThat(unreadable("847130019").message())
                .isEqualTo("HTS number `*****0019` has 9 digits, expected 8 or 10");
        assertThat(unreadable("417-28-6093").message())
                .isEqualTo("HTS number `***-**-6093` has 9 digits, expected 8 or 10");
    }

    @ParameterizedTest
    @CsvSource({"8471.3, 5 digits", "84713, 5 digits", "8471, 4 digits", "847, 3 digits", "84, 2 digits", "8, 1 digit"})
    void read_fewDigits_isTooShort(String received, String count) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_TOO_SHORT,
                        "HTS number `" + received + "` has " + count + ", expected 8 or 10",
                        EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8471.30", "847130", "0101.21"})
    void read_sixDigits_isASubheadingAndNeverPadded(String received) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_SUBHEADING_ONLY,
                        "HTS number `" + received + "` is a 6-digit HS subheading; 8 or 10 digits needed",
                        EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"84713001000, 11", "8471.30.01.00.0, 11", "847130010000, 12", "8471300100.5, 11", "84713001000.0, 11"})
    void read_manyDigits_isTooLongAndNeverCut(String received, int count) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_TOO_LONG,
                        "HTS number `" + received + "` has " + count + " digits, expected 8 or 10",
                        EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource({"0099030101, 9903.01.01", "0098010040, 9801.00.40", "0099.03.0101, 9903.01.01"})
    void read_paddedSpecialProvision_isTheNumberWithoutThePadding(String received, String text) {
        assertThat(readable(received))
                .isEqualTo(new Readable(SCHEDULE.find(text.replace(".", "")).orElseThrow(), null, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0084713001, 8471.30.01",
        "0001012100, 0101.21.00",
        "00.8471.30.01, 8471.30.01",
        "0097050000, 9705.00.00"
    })
    void read_paddedNumberOfAnotherChapter_isRefusedNamingTheNumber(String received, String text) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_PADDED,
                        "HTS number `" + received + "` is padded with zeros, as only numbers of chapters 98 and 99 are",
                        "without the padding it is `" + text + "`"));
    }

    @ParameterizedTest
    @CsvSource({"7701.10.00, 77", "7701100000, 77", "0001.21.00, 00", "0000000000, 00", "0077011000, 00", "00990301, 00"
    })
    void read_chapterThatDoesNotExist_isRefused(String received, String chapter) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_NO_SUCH_CHAPTER,
                        "HTS number `" + received + "` names chapter " + chapter + ", which does not exist",
                        "chapters run from 01 to 99 and leave out 77; " + EXAMPLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    N/A             | `N` at position 1
                    8471.30.O100    | `O` at position 9
                    8471.30.01x     | `x` at position 11
                    ８４７１３００１ | `８` (U+FF18) at position 1
                    8471,30,0100    | `,` at position 5
                    8471300100,0    | `,` at position 11
                    '0101210010     | `'` at position 1
                    9903.88.15;     | `;` at position 11
                    😀8471.30.01    | `😀` (U+1F600) at position 1
                    8471.30.0e00    | `e` at position 10
                    8471–30–01      | `–` (U+2013) at position 5
                    """)
    void read_otherCharacter_isNamedWithItsPosition(String received, String where) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_BAD_CHARACTER,
                        "HTS number `" + received + "` holds " + where,
                        "use the digits 0 to 9, dots, hyphens and blanks only, for example `8471.30.01`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00A0\u200B", "\uFEFF"})
    void read_nothing_isEmpty(String received) {
        assertThat(unreadable(received)).isEqualTo(new Unreadable(HtsFault.HTS_EMPTY, "HTS number is empty", EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "...", " - "})
    void read_separatorsOnly_isEmptyToo(String received) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(HtsFault.HTS_EMPTY, "HTS number `" + received + "` has no digits", EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9903.88.15; 8471.30.0100",
                "9903.88.15,8471.30.0100",
                "9903.88.15 8471.30.0100",
                "9903.88.15/8471.30.0100",
                "9903.88.15 and 8471 30 0100",
                "8471.30;8471.50"
            })
    void read_severalNumbers_areRefused(String received) {
        assertThat(unreadable(received))
                .isEqualTo(new Unreadable(
                        HtsFault.HTS_SEVERAL,
                        "HTS number `" + received + "` holds more than one number",
                        "give one number per field; a line takes a list of numbers"));
    }

    @Test
    void read_severalNumbersOnLines_areRefused() {
        Unreadable reading = unreadable("9903 88 15\n8471 30 0100");

        assertThat(reading.fault()).isEqualTo(HtsFault.HTS_SEVERAL);
        assertThat(reading.message()).startsWith("HTS number `9903 88 15\\u000a8471 30 0100` ");
    }

    @ParameterizedTest
    @CsvSource({"8471309999, 8471.30.9999", "84719999, 8471.99.99", "9999999999, 9999.99.9999"})
    void read_wellFormedUnknownNumber_isReadable(String received, String text) {
        Readable reading = readable(received);

        assertThat(reading.number().text()).isEqualTo(text);
        assertThat(reading.note()).isNull();
        assertThat(SCHEDULE.status(reading.number())).isEqualTo(NumberStatus.UNKNOWN);
    }

    @Test
    void read_hostileText_isEchoedEscapedAndCut() {
        assertThat(unreadable("x\u0000\n\u202E\uD800").message())
                .isEqualTo("HTS number `x\\u0000\\u000a\\u202e\\ud800` holds `x` at position 1");
        assertThat(unreadable("7".repeat(60)).message()).startsWith("HTS number `" + "7".repeat(60) + "` ");
        assertThat(unreadable("7".repeat(61)).message()).startsWith("HTS number `" + "7".repeat(60) + "…` ");
        assertThat(unreadable("\u0007").message()).endsWith("holds `\\u0007` (U+0007) at position 1");
    }

    @Test
    void faultsAndNotes_namedAsPublishedCodes_exceptNone() {
        assertThat(Arrays.stream(IssueCode.values()).map(Enum::name))
                .containsAll(Arrays.stream(HtsFault.values()).map(Enum::name).toList())
                .containsAll(Arrays.stream(HtsNote.values()).map(Enum::name).toList());
    }

    private static Readable readable(String received) {
        assertThat(READER.read(received)).isInstanceOf(Readable.class);
        return (Readable) READER.read(received);
    }

    private static Unreadable unreadable(String received) {
        assertThat(READER.read(received)).isInstanceOf(Unreadable.class);
        return (Unreadable) READER.read(received);
    }
}
