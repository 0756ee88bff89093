package io.centerline.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds how often a long piece of work is done at once: who finds no place waits a while, and is then told to come again. */
public final class Turns {
    private final Semaphore places;
    private final Duration patience;
    private final int retryAfter;
    private final String busy;

    /**
     * Turns that come in the order they were asked for.
     *
     * @param atOnce how often the work is done at once
     * @param patience how long a turn is waited for
     * @param retryAfter when it is worth asking again, in seconds
     * @param busy what the service is busy with when the turn does not come
     */
    public Turns(int atOnce, Duration patience, int retryAfter, String busy) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
        this.retryAfter = retryAfter;
        this.busy = busy;
    }

    /**
     * Waits its turn and does the work.
     *
     * @throws BusyException when the turn does not come
     */
    public <T> T take(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(busy, retryAfter);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BusyException("the service is stopping", retryAfter);
        }
        return done(work);
    }

    /** Waits its turn, however long, and does the work; for who is not waited for. */
    public <T> T takeInTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        return done(work);
    }

    private <T> T done(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
