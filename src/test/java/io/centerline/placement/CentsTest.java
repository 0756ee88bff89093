package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CentsTest {

    @Property
    void add_manyAmounts_equalsTheExactSum(
            @ForAll List<@LongRange(min = 0, max = 99_999_999_999_999_999L) Long> amounts) {
        Cents cents = new Cents(2);
        amounts.forEach(amount -> cents.add(1, amount));
        BigDecimal exact = amounts.stream()
                .map(amount -> BigDecimal.valueOf(amount, 2))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        assertThat(cents.dollars(1)).isEqualTo(exact);
        assertThat(cents.dollars(0)).isEqualTo(new BigDecimal("0.00"));
    }

    @Example
    void grow_larger_keepsTheSums() {
        Cents cents = new Cents(1);
        for (int i = 0; i < 1_000; i++) {
            cents.add(0, 99_999_999_999_999_999L);
        }
        cents.grow(4);
        cents.add(3, 1);
        assertThat(cents.dollars(0)).isEqualTo(new BigDecimal("999999999999999990.00"));
        assertThat(cents.dollars(3)).isEqualTo(new BigDecimal("0.01"));
    }
}
