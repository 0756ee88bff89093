package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {

    @ParameterizedTest
    @CsvSource({
        "123-45-6789, ***-**-6789",
        "O123-45-67897, O***-**-67897",
        "0123-45-6789, 0***-**-6789",
        "ABC12345678, ABC12345678",
        "2026-11-25, 2026-11-25",
        "12-345678900, 12-345678900"
    })
    void mask_dashedNumber_isMaskedWhereverItStands(String text, String masked) {
        assertThat(Echo.mask(text)).isEqualTo(masked);
    }

    @Test
    void of_unseenCharacters_areReplaced() {
        assertThat(Echo.of("a\u202Eb\u2066c\u200Bd\u2028e")).isEqualTo("`a\uFFFDb\uFFFDc\uFFFDd\uFFFDe`");
    }

    @ParameterizedTest
    @CsvSource({
        "of 123 45 6789 here, of ***-**-6789 here",
        "123\u00a045\u00a06789, ***-**-6789",
        "123\u201345\u20136789, ***-**-6789",
        "\uff11\uff12\uff13-\uff14\uff15-\uff16\uff17\uff18\uff19, ***-**-\uff16\uff17\uff18\uff19",
        "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19, *****\uff16\uff17\uff18\uff19",
        "123456789, *****6789",
        "8471 30 0100 10, 8471 30 0100 10",
        "2026 11 25, 2026 11 25",
        "1234 45 6789, 1234 45 6789"
    })
    void maskAll_numberInAnyWriting_isMasked(String text, String masked) {
        assertThat(Echo.maskAll(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft from decision 01a217be-d496-7723-8761-f123456789ab.",
                "(01A217BE-D496-7723-8761-123456789ABC)",
                "urn:uuid:01a217be-d496-7723-8761-abc123456789",
                "rules a3f123456789b0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5",
                "/v1/decisions/01a217bed49677238761f123456789ab?view=short"
            })
    void maskAll_nineDigitsInIdentifier_areShown(String text) {
        assertThat(Echo.maskAll(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my number is 123456789.|my number is *****6789.",
                "(123456789)|(*****6789)",
                "SSN123456789|SSN*****6789",
                "abc123456789def|abc*****6789def",
                "a-123456789-b|a-*****6789-b",
                "01a217be-d496-7723-8761-fc2411e7cae8 123456789|01a217be-d496-7723-8761-fc2411e7cae8 *****6789",
                "01a217be-d496-7723-8761-fc2411e7cae8-123456789|01a217be-d496-7723-8761-fc2411e7cae8-*****6789",
                "123456789-01a217be-d496-7723-8761-fc2411e7cae8|*****6789-01a217be-d496-7723-8761-fc2411e7cae8",
                "01a217be-d496-7723-8761-f123456789abz|01a217be-d496-7723-8761-f*****6789abz",
                "x01a217be-d496-7723-8761-f123456789ab|x01a217be-d496-7723-8761-f*****6789ab",
                "01a217be-d496-f123456789ab|01a217be-d496-f*****6789ab",
                "a3f123456789b0c1d2e3f4a5b6c7d8e|a3f*****6789b0c1d2e3f4a5b6c7d8e"
            })
    void maskAll_nineDigitsOutsideIdentifier_areMasked(String text, String masked) {
        assertThat(Echo.maskAll(text)).isEqualTo(masked);
    }

    @Property(tries = 20_000)
    void shown_randomIdentifier_isAsItWas(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 999_999_999) int digits) {
        String id = new UUID(high, low).toString();
        String hash = String.format(Locale.ROOT, "%016x%08xa%09dcdefab", high, (int) low, digits);
        for (String text : List.of("draft from decision " + id, "`" + id + "`,", "rules " + hash)) {
            assertThat(Echo.shown(text)).isEqualTo(text);
        }
    }

    @Property(tries = 2_000)
    void shown_randomNumberBesideIdentifier_isMasked(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 999_999_999) int digits) {
        String id = new UUID(high, low).toString();
        String number = String.format(Locale.ROOT, "%09d", digits);
        assertThat(Echo.shown(id + ", " + number + ": " + id))
                .isEqualTo(id + ", *****" + number.substring(5) + ": " + id);
    }
}
