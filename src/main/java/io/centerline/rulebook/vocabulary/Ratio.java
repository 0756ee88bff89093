package io.centerline.rulebook.vocabulary;

import java.math.BigDecimal;

/**
 * A part of a whole, not yet divided. Ratios of one whole add up without loss, so the shares of all Centers are
 * exactly 1 together.
 *
 * @param part from {@code -whole} to {@code whole}, or a sum of such parts
 * @param whole what it is a part of; a part of nothing is 0
 */
public record Ratio(BigDecimal part, BigDecimal whole) {

    /** A ratio of two counts. */
    static Ratio of(long part, long whole) {
        return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /**
     * Both parts together.
     *
     * @param other a ratio of the same whole
     * @throws IllegalArgumentException when the wholes differ
     */
    public Ratio plus(Ratio other) {
        if (whole.compareTo(other.whole) != 0) {
            throw new IllegalArgumentException("ratios of different wholes do not add up");
        }
        return new Ratio(part.add(other.part), whole);
    }

    /** The quotient as {@link Tally} gives it. */
    public BigDecimal decimal() {
        return Quotient.of(part, whole);
    }
}
