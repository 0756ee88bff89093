package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

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
}
