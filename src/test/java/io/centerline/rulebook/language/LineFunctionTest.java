package io.centerline.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFunctionTest {
    private static final int PAIRS = 20_000;
    private static final int TRIED = 60;

    /** Between two turning points two functions compare as they did, whatever their wholes are. */
    @Test
    void turn_anyTwoFunctions_missesNoChange() {
        Random random = new Random(7);
        int jumps = 0;
        for (int i = 0; i < PAIRS; i++) {
            LineFunction one = function(random);
            LineFunction other = function(random);
            int lines = random.nextInt(5);
            long turn = one.turn(other, lines);
            for (long n = lines; n < Math.min(turn, TRIED); n++) {
                assertThat(compared(one, other, n))
                        .as("%s and %s from %s, with %s lines", one, other, lines, n)
                        .isEqualTo(compared(one, other, lines));
            }
            // Past equality the next number of lines is looked at, whether anything changes there or not.
            if (turn < TRIED && compared(one, other, lines) != 0) {
                assertThat(compared(one, other, turn))
                        .as("%s and %s from %s to %s", one, other, lines, turn)
                        .isNotEqualTo(compared(one, other, lines));
            }
            jumps += turn > lines + 1 ? 1 : 0;
        }
        assertThat(jumps).isGreaterThan(PAIRS / 4);
    }

    /** The parts of two wholes that grow at different speed, which cross after many lines. */
    @Test
    void turn_differentWholes_goesThereAtOnce() {
        LineFunction slow = function(0, 1, 1_000_000_000, 2);
        LineFunction fast = function(1_000_000, 1, 4_000_000_000L, 1);

        assertThat(slow.turn(fast, 1)).isEqualTo(turnByHand(slow, fast));
        assertThat(function(0, 0, 1, 1).turn(function(1, 1, 1, 2), 5)).isEqualTo(LineFunction.NEVER);
        assertThat(function(5, 1, 1, 1).turn(function(0, 1, 1, 2), 0)).isEqualTo(LineFunction.NEVER);
    }

    /** The least number of lines with another sign, by halving. */
    private static long turnByHand(LineFunction one, LineFunction other) {
        long low = 1;
        long high = 2_000_000_000L;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (compared(one, other, middle) == compared(one, other, 1)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static int compared(LineFunction one, LineFunction other, long lines) {
        return at(one.part(), one.partStep(), lines)
                .multiply(at(other.whole(), other.wholeStep(), lines))
                .compareTo(at(other.part(), other.partStep(), lines).multiply(at(one.whole(), one.wholeStep(), lines)));
    }

    private static BigDecimal at(BigDecimal start, BigDecimal step, long lines) {
        return start.add(step.multiply(BigDecimal.valueOf(lines)));
    }

    private static LineFunction function(Random random) {
        return function(random.nextInt(61) - 20, random.nextInt(7) - 3, 1 + random.nextInt(30), random.nextInt(4));
    }

    private static LineFunction function(long part, long partStep, long whole, long wholeStep) {
        return new LineFunction(
                BigDecimal.valueOf(part),
                BigDecimal.valueOf(partStep),
                BigDecimal.valueOf(whole),
                BigDecimal.valueOf(wholeStep),
                LineFunction.NEVER);
    }
}
