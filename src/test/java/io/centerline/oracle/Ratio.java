package io.centerline.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact rational number, in lowest terms and with a positive denominator. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);

    Ratio {
        BigInteger divisor = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(divisor);
        under = under.divide(divisor);
    }

    static Ratio of(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Ratio of(String decimal) {
        BigDecimal number = new BigDecimal(decimal);
        return new Ratio(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** A part of a whole; a part of nothing is 0. */
    static Ratio share(Ratio part, Ratio whole) {
        return whole.equals(ZERO) ? ZERO : new Ratio(part.over.multiply(whole.under), part.under.multiply(whole.over));
    }

    Ratio plus(Ratio other) {
        return new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.over.negate(), other.under));
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** Rounded half-even to the places given, or to as many more as keep a share between 0 and 1 apart from both. */
    String text(int places) {
        BigDecimal rounded = new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_EVEN);
        boolean looksWhole = rounded.signum() == 0 || rounded.compareTo(BigDecimal.ONE) == 0;
        return looksWhole && !under.equals(BigInteger.ONE) ? text(places + 1) : rounded.toPlainString();
    }

    /** An amount with its cents. */
    String money() {
        return new BigDecimal(over)
                .divide(new BigDecimal(under), 2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
