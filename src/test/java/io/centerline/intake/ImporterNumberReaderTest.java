package io.centerline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.ImporterNumber.Format;
import io.centerline.facts.IssueCode;
import io.centerline.intake.ImporterNumberReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImporterNumberReaderTest {

    private final ImporterNumberReader reader = new ImporterNumberReader();

    @ParameterizedTest
    @CsvSource({
        "12-345678900, EIN, 12-345678900",
        "12-3456789AB, EIN, 12-3456789AB",
        "12-3456789ab, EIN, 12-3456789AB",
        "12-3456789, EIN, 12-3456789",
        "123-45-6789, SOCIAL_SECURITY, 123-45-6789",
        "260101-00001, CBP_ASSIGNED, 260101-00001",
        "' 12-345678900 ', EIN, 12-345678900",
    })
    void read_eachFormat_givesNumberUpperCased(String received, Format format, String text) {
        assertThat(reader.read(received)).isEqualTo(new Reading.Readable(new ImporterNumber(text, format)));
    }

    @Test
    void read_einWithoutSuffix_staysDistinctFromSuffixZero() {
        assertThat(reader.read("12-3456789")).isNotEqualTo(reader.read("12-345678900"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12-3456789O0", "12-34567890I", "12-3456789ZZ", "12-3456789o0"})
    void read_suffixWithOIOrZ_isRefused(String received) {
        Reading.Unreadable fault = (Reading.Unreadable) reader.read(received);

        assertThat(fault.code()).isEqualTo(IssueCode.IMPORTER_NUMBER_MALFORMED);
        assertThat(fault.message()).contains("never holds O, I or Z").contains("12-345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "12345678900", "123456789AB", "26010100001"})
    void read_undashedNineOrEleven_isAmbiguous(String received) {
        Reading.Unreadable fault = (Reading.Unreadable) reader.read(received);

        assertThat(fault.code()).isEqualTo(IssueCode.IMPORTER_NUMBER_AMBIGUOUS);
        assertThat(fault.help()).contains("NN-NNNNNNNXX").contains("YYDDPP-NNNNN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void read_nothing_isEmpty(String received) {
        assertThat(((Reading.Unreadable) reader.read(received)).code()).isEqualTo(IssueCode.IMPORTER_NUMBER_EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-34567890",
                "12-3456789001",
                "1-2345678900",
                "ABC",
                "12–345678900",
                "260101-0000",
                "12-3456789ſa",
                "１２-345678900",
                "12-3456789 00",
                "1234567890",
                "0"
            })
    void read_anythingElse_isMalformed(String received) {
        assertThat(((Reading.Unreadable) reader.read(received)).code()).isEqualTo(IssueCode.IMPORTER_NUMBER_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789",
                "123 45 6789",
                "123.45.6789",
                "123–45–6789",
                "x123-45-6789",
                "123-45-67890",
                "123-456789",
                "12345-6789",
                "SSN 123456789",
                "12-345-6789",
                "１２３-４５-６７８９",
                "123-45-6789 / 12-345678900"
            })
    void read_possibleSocialSecurityNumber_isNeverEchoed(String received) {
        Reading.Unreadable fault = (Reading.Unreadable) reader.read(received);

        assertThat(fault.message() + fault.help())
                .doesNotContain("123")
                .doesNotContain("345")
                .doesNotContain("１２");
    }

    @Test
    void read_companyNumber_isEchoed() {
        assertThat(((Reading.Unreadable) reader.read("12345678900")).message()).contains("`12345678900`");
    }
}
