package io.centerline.rulebook.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number that rules compare, as a function of the entry lines added to one Center: {@code (part + partStep * n) /
 * (whole + wholeStep * n)}. Exact.
 *
 * @param part the upper term without an added line
 * @param partStep by how much it grows with each line
 * @param whole the lower term without an added line; above 0 for every number of lines asked about
 * @param wholeStep by how much it grows with each line, at least 0
 * @param until the number of lines from which another function holds; {@link #NEVER} when this one holds on
 */
public record LineFunction(BigDecimal part, BigDecimal partStep, BigDecimal whole, BigDecimal wholeStep, long until) {
    /** No number of lines. */
    public static final long NEVER = Long.MAX_VALUE;

    /** More lines than anybody has; what turns beyond them is not looked for. */
    private static final BigDecimal MOST_LINES = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    /** A number whatever the lines are. */
    static LineFunction constant(BigDecimal value) {
        return ratio(value, BigDecimal.ONE);
    }

    /** A ratio whatever the lines are. */
    public static LineFunction ratio(BigDecimal part, BigDecimal whole) {
        return new LineFunction(part, BigDecimal.ZERO, whole, BigDecimal.ZERO, NEVER);
    }

    /** A number of lines: so many, and {@code step} more with each. */
    public static LineFunction count(long lines, long step) {
        return new LineFunction(
                BigDecimal.valueOf(lines), BigDecimal.valueOf(step), BigDecimal.ONE, BigDecimal.ZERO, NEVER);
    }

    /** A part of all lines, which become one more with each. */
    public static LineFunction share(long part, long step, long whole, long until) {
        return new LineFunction(
                BigDecimal.valueOf(part), BigDecimal.valueOf(step), BigDecimal.valueOf(whole), BigDecimal.ONE, until);
    }

    /** The sum of two functions with the same whole. */
    LineFunction plus(LineFunction other) {
        return new LineFunction(
                part.add(other.part), partStep.add(other.partStep), whole, wholeStep, Math.min(until, other.until));
    }

    /**
     * The least number of lines, above those given, at which this number may compare differently with another one.
     *
     * @param other the other function
     * @param lines the lines at which both were compared
     * @return {@link #NEVER} when they compare the same for ever
     */
    long turn(LineFunction other, long lines) {
        return Math.min(Math.min(until, other.until), crossing(other, lines));
    }

    /** Where the sign of {@code this - other} changes; for wholes above 0 it is the sign of a polynomial. */
    private long crossing(LineFunction other, long lines) {
        // Shares and margins of one case have one whole, which cancels out.
        if (whole.compareTo(other.whole) == 0 && wholeStep.compareTo(other.wholeStep) == 0) {
            return crossing(part.subtract(other.part), partStep.subtract(other.partStep), lines);
        }
        BigDecimal square = partStep.multiply(other.wholeStep).subtract(other.partStep.multiply(wholeStep));
        BigDecimal start = part.multiply(other.whole).subtract(other.part.multiply(whole));
        BigDecimal step = part.multiply(other.wholeStep)
                .add(partStep.multiply(other.whole))
                .subtract(other.part.multiply(wholeStep))
                .subtract(other.partStep.multiply(whole));
        return square.signum() == 0 ? crossing(start, step, lines) : crossing(start, step, square, lines);
    }

    /** Where the sign of {@code start + step * n + square * n * n} changes, by halving what lies before its one turn back. */
    private static long crossing(BigDecimal start, BigDecimal step, BigDecimal square, long lines) {
        int sign = sign(start, step, square, lines);
        if (sign == 0) {
            return lines + 1;
        }
        BigDecimal most = MOST_LINES;
        if (square.signum() == sign) {
            // It comes nearest to 0 at its vertex, and goes away from it beyond.
            BigDecimal vertex = step.negate().divide(square.multiply(BigDecimal.valueOf(2)), 0, RoundingMode.HALF_UP);
            most = most.min(vertex);
        }
        if (most.compareTo(BigDecimal.valueOf(lines)) <= 0) {
            return NEVER;
        }
        long same = lines;
        long turned = most.longValueExact();
        if (sign(start, step, square, turned) == sign) {
            return NEVER;
        }
        while (turned - same > 1) {
            long middle = same + (turned - same) / 2;
            if (sign(start, step, square, middle) == sign) {
                same = middle;
            } else {
                turned = middle;
            }
        }
        return turned;
    }

    private static int sign(BigDecimal start, BigDecimal step, BigDecimal square, long lines) {
        BigDecimal n = BigDecimal.valueOf(lines);
        return square.multiply(n).add(step).multiply(n).add(start).signum();
    }

    /** Where the sign of {@code start + step * n} changes. */
    private static long crossing(BigDecimal start, BigDecimal step, long lines) {
        if (step.signum() == 0) {
            return NEVER;
        }
        int sign = start.add(step.multiply(BigDecimal.valueOf(lines))).signum();
        if (sign == 0) {
            return lines + 1;
        }
        if (step.signum() == sign) {
            return NEVER;
        }
        if (isSmall(start) && isSmall(step)) {
            return -Math.floorDiv(start.longValue(), step.longValue());
        }
        BigDecimal zero = start.negate().divide(step, 0, RoundingMode.CEILING);
        return zero.compareTo(MOST_LINES) > 0 ? NEVER : zero.longValueExact();
    }

    /** Numbers of lines are whole; dividing them as decimals would take a quarter of the search for flips. */
    private static boolean isSmall(BigDecimal number) {
        return number.scale() == 0 && number.precision() < 19;
    }

    /** A function or, where the lines do not matter, the value itself; null when that is no number. */
    static @Nullable LineFunction of(@Nullable LineFunction function, Object value) {
        if (function != null) {
            return function;
        }
        if (value instanceof BigDecimal decimal) {
            return constant(decimal);
        }
        return value instanceof Number number ? constant(BigDecimal.valueOf(number.longValue())) : null;
    }
}
