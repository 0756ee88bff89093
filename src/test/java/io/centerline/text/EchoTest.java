package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

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
}
