package io.centerline.bench.peers;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long one operation takes.
 *
 * @param median nanoseconds, of the rounds
 * @param least of the fastest round
 * @param most of the slowest round
 * @param rounds how many rounds there were
 */
record Figure(double median, double least, double most, int rounds) {

    static Figure of(double[] nanos) {
        double[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figure(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** The median with the spread of the rounds, such as {@code 4.1 µs (3.9 to 4.4)}. */
    String text() {
        double unit = unit();
        if (rounds == 1) {
            return digits(median / unit) + " " + name(unit) + " (once)";
        }
        return String.format(
                Locale.ROOT,
                "%s %s (%s to %s)",
                digits(median / unit),
                name(unit),
                digits(least / unit),
                digits(most / unit));
    }

    private double unit() {
        if (median < 1e3) {
            return 1;
        }
        if (median < 1e6) {
            return 1e3;
        }
        return median < 1e9 ? 1e6 : 1e9;
    }

    private static String name(double unit) {
        return unit == 1 ? "ns" : unit == 1e3 ? "µs" : unit == 1e6 ? "ms" : "s";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
