package io.centerline.bench.peers;

import java.util.function.IntToLongFunction;

/**
 * Times an operation in rounds after a warm-up, in processor time of all threads. Slow operations get fewer rounds and no
 * further warm-up.
 */
final class Rounds {
    private static final int ROUNDS = 7;
    private static final int ROUNDS_OF_SLOW = 3;
    private static final double SLOW = 1e9;
    private static final int WARM_UP_ROUNDS = 10;

    /** The warm-up goes on while the compilers use this share of the time. */
    private static final double COMPILING = 0.1;

    /** So many rounds more at most, of all measurements together. */
    private static final int MORE_WARM_UP_ROUNDS = 250;

    /** What the operations answered, so that the compiler leaves none of them out. */
    @SuppressWarnings("unused") // read by nobody on purpose
    private static volatile long answers;

    private final ThreadClock clock = new ThreadClock();
    private final double round;
    private double more;

    /** Rounds of one engine that take so many milliseconds, or one call where that takes longer. */
    Rounds(int millis) {
        this.round = millis * 1e6;
        this.more = MORE_WARM_UP_ROUNDS * round;
    }

    /**
     * Measures.
     *
     * @param operation takes the position of the call and returns something of the answer
     */
    Figure measure(IntToLongFunction operation) {
        double spent = 0;
        double each;
        int times = 1;
        boolean compiling;
        do {
            long compilers = clock.compiling();
            double took = time(operation, times);
            compiling = clock.compiling() - compilers > took * COMPILING;
            more -= spent < WARM_UP_ROUNDS * round ? 0 : took;
            spent += took;
            each = took / times;
            times = (int) Math.max(1, Math.min(times * 2.0, round / Math.max(each, 1)));
        } while (spent < WARM_UP_ROUNDS * round || (compiling && more > 0));
        double[] nanos = new double[each > SLOW ? ROUNDS_OF_SLOW : ROUNDS];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = time(operation, times) / times;
        }
        return Figure.of(nanos);
    }

    private double time(IntToLongFunction operation, int times) {
        long sum = 0;
        long begun = clock.working();
        for (int i = 0; i < times; i++) {
            sum += operation.applyAsLong(i);
        }
        long took = clock.working() - begun;
        answers = sum;
        return took;
    }
}
