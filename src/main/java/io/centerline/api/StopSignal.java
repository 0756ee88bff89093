package io.centerline.api;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;

/** Tells long requests that the service is stopping, also those that wait for their caller. Thread-safe. */
@Singleton
public final class StopSignal {
    private final Set<Thread> waiting = new HashSet<>();
    private boolean given;

    /** As the service makes it. */
    StopSignal() {}

    /** Ends every read that waits, and lets no other begin. */
    synchronized void give(@Observes ShutdownDelayInitiatedEvent stopping) {
        give();
    }

    synchronized void give() {
        given = true;
        waiting.forEach(Thread::interrupt);
    }

    /** Whether the service is stopping. */
    synchronized boolean isGiven() {
        return given;
    }

    /** Reads, and gives up with {@link InterruptedIOException} when the service stops. */
    int read(InputStream in, byte[] buffer) throws IOException {
        begin();
        try {
            return in.read(buffer);
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedIOException {
        if (given) {
            throw new InterruptedIOException("the service is stopping");
        }
        waiting.add(Thread.currentThread());
    }

    private synchronized void end() {
        waiting.remove(Thread.currentThread());
        if (given) {
            Thread.interrupted();
        }
    }
}
