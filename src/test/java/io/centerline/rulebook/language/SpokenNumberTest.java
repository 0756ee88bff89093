package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "fewer than 5 lines; 5",
                "5.; 5",
                "5, or 5; 5 5",
                "0.50 and 50 %; 0.50 0.50",
                "less than 0.5 %; 0.005",
                "50% of them; 0.50",
                "50 percent or 50 per cent; 0.50 0.50",
                "5,000 lines; 5000",
                "1,234,567.89; 1234567.89",
                "more than -5; -5",
                "from 5-10 on; 5 10",
                "5,00; ?",
                "1.000.000; ?",
                "5 000; ?",
                "5'000; ?",
                "5 1000; 5 1000",
                "no number; ''",
            })
    void list_text_hasItsNumbers(String text, String numbers) {
        assertThat(SpokenNumber.list(text).stream()
                        .map(number ->
                                number.value().map(BigDecimal::toPlainString).orElse("?"))
                        .reduce((one, other) -> one + " " + other)
                        .orElse("''"))
                .isEqualTo(numbers);
    }
}
