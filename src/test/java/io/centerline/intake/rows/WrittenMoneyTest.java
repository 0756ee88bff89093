package io.centerline.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5400.00 | 540000",
                "5400 | 540000",
                "5400.5 | 540050",
                "$1,250.50 | 125050",
                "$ 1,250.50 | 125050",
                "1,250.50 USD | 125050",
                "US$99 | 9900",
                "1,250 | 125000",
                "1,234,567.89 | 123456789",
                "1.250,50 | 125050",
                "1250,5 | 125050",
                "1.234.567,89 | 123456789",
                "1.250.000 | 125000000",
                "1 250.50 | 125050",
                "5400.000 | 540000",
                ".5 | 50",
                "$ - | 0",
                "(0.00) | 0",
                "(12.00) | -3",
                "-12 | -3",
                "12.00- | -3",
                "€12 | -4",
                "12.00 EUR | -4",
                "C$12 | -4",
                "1.250 | -2",
                "1,25,0 | -2",
                "12.345 | -2",
                "twelve | -2",
                "1e9 | -2",
                "12345678901234 | -5"
            })
    void cents_withADecimalPoint_areReadOrSaidWhy(String text, long expected) {
        assertThat(WrittenMoney.cents(text, false, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.250 | 125000", "1.250,50 | 125050", "99,00 | 9900", "99 | 9900", "1,250 | -2", "12.50 | 1250"})
    void cents_withADecimalComma_areReadOrSaidWhy(String text, long expected) {
        assertThat(WrittenMoney.cents(text, true, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1250.4999999998,125050", "1250.5,125050", "-12,-3", "1.25,125", "1.250,125"})
    void cents_ofANumberCell_areRounded(String text, long expected) {
        assertThat(WrittenMoney.cents(text, false, true)).isEqualTo(expected);
    }
}
