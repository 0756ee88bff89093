package io.centerline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamelCaseTest {

    @ParameterizedTest
    @CsvSource({"HTS, hts", "AS_OF, asOf", "CURRENT_CENTER, currentCenter"})
    void of_constant_isItsKey(String constant, String key) {
        assertThat(CamelCase.of(constant)).isEqualTo(key);
    }
}
