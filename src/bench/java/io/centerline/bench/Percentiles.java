package io.centerline.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How long an action takes, one at a time: median, 99th percentile and longest. */
public final class Percentiles {
    private static final int WARM_UP = 300;

    private Percentiles() {}

    /** Measures after a warm-up and prints. */
    public static void measure(String name, int times, IntConsumer action) {
        for (int i = 0; i < WARM_UP && i < 3 * times; i++) {
            action.accept(i);
        }
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            action.accept(i);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-38s p50 %7.2f ms, p99 %7.2f ms, longest %7.2f ms%n",
                name,
                nanos[times / 2] / 1e6,
                nanos[times * 99 / 100] / 1e6,
                nanos[times - 1] / 1e6);
    }
}
