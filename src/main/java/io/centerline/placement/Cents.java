package io.centerline.placement;

import java.math.BigDecimal;
import java.util.Arrays;

/** Exact sums of cents by index, in two longs each: no allocation a line and no overflow below 10^35 cents. */
final class Cents {
    private static final long UNIT = 100_000_000_000_000_000L;

    private long[] low;
    private long[] high;

    Cents(int size) {
        this.low = new long[size];
        this.high = new long[size];
    }

    void grow(int size) {
        low = Arrays.copyOf(low, size);
        high = Arrays.copyOf(high, size);
    }

    /** Adds an amount below 10^17. */
    void add(int index, long cents) {
        long sum = low[index] + cents;
        if (sum >= UNIT) {
            sum -= UNIT;
            high[index]++;
        }
        low[index] = sum;
    }

    /** The sum in dollars, scale 2. */
    BigDecimal dollars(int index) {
        BigDecimal cents = high[index] == 0
                ? BigDecimal.valueOf(low[index])
                : BigDecimal.valueOf(high[index])
                        .multiply(BigDecimal.valueOf(UNIT))
                        .add(BigDecimal.valueOf(low[index]));
        return cents.scaleByPowerOfTen(-2).setScale(2);
    }
}
