package io.centerline.rulebook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuotientTest {

    @Property(tries = 5000)
    void of_partOfWhole_equalsTheBigDivision(
            @ForAll @IntRange(min = 1) int whole,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long millionths) {
        long part = whole * millionths / 1_000_000;
        assertThat(Quotient.of(part, whole))
                .isEqualByComparingTo(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 36, RoundingMode.HALF_EVEN));
    }

    @Property(tries = 5000)
    void of_smallWhole_equalsTheBigDivisionWithoutTrailingZeros(
            @ForAll @IntRange(min = 1, max = 4096) int whole, @ForAll @LongRange(min = -4096, max = 4096) long any) {
        long part = any % (whole + 1);
        BigDecimal expected = BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 36, RoundingMode.HALF_EVEN);

        assertThat(Quotient.of(part, whole)).isEqualTo(expected.stripTrailingZeros());
    }

    @Test
    void of_exactShares_areExact() {
        assertThat(Quotient.of(1, 2)).isEqualByComparingTo("0.5");
        assertThat(Quotient.of(-1, 10)).isEqualByComparingTo("-0.1");
        assertThat(Quotient.of(7, 7)).isEqualByComparingTo("1");
        assertThat(Quotient.of(-7, 7)).isEqualByComparingTo("-1");
        assertThat(Quotient.of(0, 7)).isEqualByComparingTo("0");
    }

    @Test
    void of_wholeBeyondThirtyTwoBits_isStillDivided() {
        assertThat(Quotient.of(3_000_000_000L, 6_000_000_000L)).isEqualByComparingTo("0.5");
    }

    @Property(tries = 1000)
    void of_partOfValue_equalsTheBigDivision(
            @ForAll @LongRange(min = 1, max = 10_000) long whole, @ForAll @LongRange(min = 0, max = 10_000) long part) {
        BigDecimal all = BigDecimal.valueOf(whole, 2);
        BigDecimal some = BigDecimal.valueOf(Math.min(part, whole), 2);

        assertThat(Quotient.of(some, all))
                .isEqualTo(some.divide(all, 36, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    @Property(tries = 1000)
    void of_equalQuotients_areEqualDecimals(
            @ForAll @IntRange(min = 1, max = 4096) int whole,
            @ForAll @IntRange(min = -4096, max = 4096) int any,
            @ForAll @IntRange(min = 1, max = 1_000_000) int times) {
        int part = any % (whole + 1);
        BigDecimal divided = Quotient.of(part, whole);

        assertThat(Quotient.of((long) part * times, (long) whole * times)).isEqualTo(divided);
        assertThat(Quotient.of(BigDecimal.valueOf(part, 2), BigDecimal.valueOf(whole, 2)))
                .isEqualTo(divided);
    }

    @Test
    void of_noValueAtAll_isZero() {
        assertThat(Quotient.of(BigDecimal.ZERO, BigDecimal.ZERO)).isEqualByComparingTo("0");
    }
}
