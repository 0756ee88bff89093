package io.centerline.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedMapTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 | no heading differs",
                "1 | 0 | 1 heading changes its Center",
                "1 | 9 | 1 heading changes its Center, 9 only their rule",
                "1200 | 1 | 1,200 headings change their Center, 1 only its rule",
                "0 | 1 | 1 heading changes only its rule",
                "0 | 9 | 9 headings change only their rule"
            })
    void words_headingsMovedAndRuled_tellBoth(int moved, int ruled, String words) {
        assertThat(new ComparedMap("", moved, ruled).words()).isEqualTo(words);
    }
}
