package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;
import java.math.BigDecimal;

/**
 * The count of one Center. A Center without a counted line has no tally.
 *
 * <p>Shares are worked out when a rule asks for them, to 36 decimals. Two different quotients with denominators m
 * and n lie at least 1/(mn) apart, so a threshold compares exactly as long as the counted lines, or cents, times the
 * threshold's own denominator stay below 10^35. Where rules add shares, they add {@link Ratio}s, which lose nothing.
 *
 * @param center the Center
 * @param count its lines, at least 1
 * @param total all counted lines
 * @param mostOfOthers the lines of the Center with most among all others, 0 when there is no other
 * @param value its value in US dollars, scale 2
 * @param totalValue the value of all counted lines in US dollars, scale 2
 */
public record Tally(Center center, long count, long total, long mostOfOthers, BigDecimal value, BigDecimal totalValue) {

    public Tally {
        if (count < 1 || count > total || mostOfOthers < 0 || mostOfOthers > total) {
            throw new IllegalArgumentException("a tally counts some of all lines");
        }
    }

    /** Its lines as a share of all counted lines, above 0 and at most 1. */
    public BigDecimal share() {
        return Quotient.of(count, total);
    }

    /** Its value as a share of all counted value, 0 to 1; 0 when nothing has a value. */
    public BigDecimal valueShare() {
        return Quotient.of(value, totalValue);
    }

    /**
     * Its share less the largest share of any other Center: positive for a strict leader, 0 in a tie at the top, negative
     * for the rest.
     */
    public BigDecimal margin() {
        return Quotient.of(count - mostOfOthers, total);
    }

    /** {@link #share()}, not yet divided. */
    public Ratio exactShare() {
        return Ratio.of(count, total);
    }

    /** {@link #valueShare()}, not yet divided. */
    public Ratio exactValueShare() {
        return new Ratio(value, totalValue);
    }

    /** {@link #margin()}, not yet divided. */
    public Ratio exactMargin() {
        return Ratio.of(count - mostOfOthers, total);
    }
}
