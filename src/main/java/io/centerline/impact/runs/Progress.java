package io.centerline.impact.runs;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How far a run has come; written by the threads that do it, read by the one that tells. */
final class Progress {
    static final long UNKNOWN = -1;

    private volatile boolean running;
    private volatile long total = UNKNOWN;
    private final LongAdder done = new LongAdder();

    void start() {
        running = true;
    }

    void count(long cases) {
        total = cases;
    }

    void add(long cases) {
        done.add(cases);
    }

    /** Whether the run has its turn. */
    boolean running() {
        return running;
    }

    /** The cases selected; {@link #UNKNOWN} until they are counted. */
    long total() {
        return total;
    }

    long done() {
        return done.sum();
    }

    /** How far it has come, to go on behind "stopped" and the like. */
    String reached() {
        if (!running) {
            return "before the run began";
        }
        return total == UNKNOWN
                ? "before its decisions were counted"
                : String.format(Locale.ROOT, "after %,d of %,d decisions", done(), total);
    }
}
