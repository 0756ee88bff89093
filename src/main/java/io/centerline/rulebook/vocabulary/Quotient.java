package io.centerline.rulebook.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Quotients to 36 decimals, rounded half-even and without trailing zeros: equal quotients are equal decimals, whatever
 * they were divided from. Numbers of lines below two thousand million are divided by hand, and amounts not at all where
 * the share is nothing or everything, because a big division costs more than the rest of most decisions.
 */
final class Quotient {
    private static final int DECIMALS = 36;
    private static final long BILLION = 1_000_000_000L;

    private Quotient() {}

    /**
     * {@code part / whole}.
     *
     * @param part from {@code -whole} to {@code whole}
     * @param whole at least 1
     */
    static BigDecimal of(long part, long whole) {
        if (whole > Integer.MAX_VALUE) {
            return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        }
        if (part == whole) {
            return BigDecimal.ONE;
        }
        long rest = Math.abs(part);
        long high = 0;
        long low = 0;
        // Long division by hand, nine decimals at a time: rest < whole < 2^31, so rest * 10^9 fits.
        for (int step = 0; step < 4; step++) {
            long scaled = rest * BILLION;
            long digits = scaled / whole;
            rest = scaled % whole;
            if (step < 2) {
                high = high * BILLION + digits;
            } else {
                low = low * BILLION + digits;
            }
            if (rest == 0 && step < 2) {
                BigDecimal exact = BigDecimal.valueOf(high, 9 * (step + 1)).stripTrailingZeros();
                return part < 0 ? exact.negate() : exact;
            }
        }
        boolean up = 2 * rest > whole || (2 * rest == whole && (low & 1) == 1);
        long last = up ? low + 1 : low;
        BigDecimal quotient = BigDecimal.valueOf(high, 18).add(BigDecimal.valueOf(last, DECIMALS));
        BigDecimal shortest = last % 10 == 0 ? quotient.stripTrailingZeros() : quotient;
        return part < 0 ? shortest.negate() : shortest;
    }

    /** {@code part / whole} of two amounts; 0 where the part is 0, also of nothing. */
    @SuppressWarnings("BigDecimalEquals") // of another scale it is divided, with the same result
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        if (part.signum() == 0) {
            return BigDecimal.ZERO;
        }
        // An entry often has one Center, and that has all of its value.
        return part.equals(whole)
                ? BigDecimal.ONE
                : part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
