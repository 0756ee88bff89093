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

    /** The warm-up goes on while the compilers use this share of the time, but for so many rounds at most. */
    private static final double COMPILING = 0.1;

    private static final int MOST_WARM_UP_ROUNDS = 40;

    /** What the operations answered, so that the compiler leaves none of them out. */
    @SuppressWarnings("unused") // read by nobody on purpose
    private static volatile long answers;

    private final ThreadClock clock = new ThreadClock();
    private final double round;

    /** Rounds that take so many milliseconds, or one call where that takes longer. */
    Rounds(int millis) {
        this.round = millis * 1e6;
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
            spent += took;
            each = took / times;
            times = (int) Math.max(1, Math.min(times * 2.0, round / Math.max(each, 1)));
        } while (spent < WARM_UP_ROUNDS * round || compiling && spent < MOST_WARM_UP_ROUNDS * round);
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
