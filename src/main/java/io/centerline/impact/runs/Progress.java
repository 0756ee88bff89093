package io.centerline.impact.runs;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How far a run has come; written by the threads that do it, read by the one that tells. */
final class Progress {
    static final long UNKNOWN = -1;

    private volatile boolean running;
    private volatile long total = UNKNOWN;
    private volatile long stopped = UNKNOWN;
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
        long end = stopped;
        return end == UNKNOWN ? done.sum() : end;
    }

    /** Takes no more, and says how far the run came, to go on behind "the service stopped" and the like. */
    synchronized String stop() {
        stopped = done();
        if (!running) {
            return "before the run began";
        }
        return total == UNKNOWN
                ? "before its decisions were counted"
                : String.format(Locale.ROOT, "after %,d of %,d decisions", done(), total);
    }
}
