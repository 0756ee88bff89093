package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource({
        "2, 3, 66.67 %",
        "1, 2, 50 %",
        "1, 1, 100 %",
        "1, 8, 12.5 %",
        "0, 1, 0 %",
        "-1, 5, -20 %",
        "49999, 100000, 49.999 %",
        "50001, 100000, 50.001 %",
        "99999, 100000, 99.999 %",
        "1, 10000000, 0.00001 %",
    })
    void percent_quotient_neverShowsARoundFigureItMisses(long count, long total, String shown) {
        BigDecimal share = BigDecimal.valueOf(count).divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
        assertThat(Sentence.percent(share)).isEqualTo(shown);
    }

    @Test
    void word_share_hasFourPlacesOrMore() {
        assertThat(Sentence.word(new BigDecimal("0.1428571428571428571"))).isEqualTo("0.1429");
        assertThat(Sentence.word(new BigDecimal("0.49999500005"))).isEqualTo("0.499995");
        assertThat(Sentence.word(new BigDecimal("0.5"))).isEqualTo("0.5");
    }

    @Test
    void word_center_isItsName() {
        assertThat(Sentence.word(Center.BASE_METALS)).isEqualTo("Base Metals");
    }
}
