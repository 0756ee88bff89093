package io.centerline.rulebook.vocabulary;

import io.centerline.tariff.Center;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The count of one Center. A Center without a counted line has no tally.
 *
 * <p>Shares are quotients of whole numbers kept to 34 significant digits. A threshold with at most 15 decimals compares
 * exactly: two different quotients with denominators below 10^15 and 10^15 lie at least 10^-30 apart.
 *
 * @param center the Center
 * @param count its lines, at least 1
 * @param share its lines as a share of all counted lines, 0 to 1
 * @param value its value in US dollars, scale 2
 * @param valueShare its value as a share of all counted value, 0 to 1; 0 when nothing has a value
 * @param margin its share less the largest share of any other Center: positive for a strict leader, 0 in a tie at the
 *     top, negative for the rest
 */
public record Tally(
        Center center, long count, BigDecimal share, BigDecimal value, BigDecimal valueShare, BigDecimal margin) {

    /** The precision of shares. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;
}
