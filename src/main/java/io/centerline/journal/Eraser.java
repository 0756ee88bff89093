package io.centerline.journal;

import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Erases facts once they are older than they may get, now and then for as long as the program runs. */
public final class Eraser implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Eraser.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final Retention retention;
    private final Duration age;
    private final Duration pause;
    private final Clock clock;
    private final Thread thread;

    /**
     * Starts erasing.
     *
     * @param age facts may reach
     * @param pause between two looks
     */
    public Eraser(Retention retention, Duration age, Duration pause, Clock clock) {
        this.retention = retention;
        this.age = age;
        this.pause = pause;
        this.clock = clock;
        this.thread = new Thread(this::eraseUntilClosed, "journal-eraser");
        thread.setDaemon(true);
        thread.start();
    }

    private void eraseUntilClosed() {
        try {
            while (true) {
                erase();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException closed) {
            // Nothing is half done: each step is a transaction.
        }
    }

    private void erase() {
        try {
            long erased = retention.erase(clock.instant().minus(age), clock.instant());
            if (erased > 0) {
                LOG.infof("facts of %d decisions were older than %s and are erased", erased, age);
            }
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "facts cannot be erased now, trying again in %s", pause);
        }
    }

    /** Waits a while for the current step to end. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
