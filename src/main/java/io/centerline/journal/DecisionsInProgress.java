package io.centerline.journal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How many decisions are being made and may ask to be recorded in a moment. The journal's writer waits for them a little, as one
 * commit of many costs hardly more than one of a single decision. Only what waits for nothing counts: a caller who takes his time
 * to send a body must not hold up others. Safe for use by any number of threads.
 */
public final class DecisionsInProgress {
    private final AtomicInteger count = new AtomicInteger();
    private volatile @Nullable Thread waiting;

    /** One more is being made; {@link #end} must follow. */
    public void begin() {
        count.incrementAndGet();
    }

    /** One has been made, and has asked to be recorded if it is to be. */
    public void end() {
        if (count.decrementAndGet() == 0) {
            LockSupport.unpark(waiting);
        }
    }

    /** How many are being made now. */
    public int count() {
        return count.get();
    }

    /**
     * Waits until none is being made, at most so long. One thread at a time.
     *
     * @throws InterruptedException when the thread was interrupted while it waited
     */
    void awaitNone(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        waiting = Thread.currentThread();
        try {
            for (long left = nanos; left > 0 && count() > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            waiting = null;
        }
    }
}
