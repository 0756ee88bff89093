package io.centerline.api;

import io.centerline.application.BusyException;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The memory that bodies may fill at once, from when they are announced until their requests are answered: a share of the
 * heap, since what is made of a body takes several times its bytes. Safe for any number of threads.
 */
public final class BodyMemory {
    /** An eighth was too much: 12 MB of entry lines ended a program with 96 MB of heap. */
    private static final int SHARE = 16;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** For at most so many bytes. */
    BodyMemory(long most) {
        this.most = most;
    }

    /** The bytes that all long bodies, and so also one of them, may have. */
    public static long most() {
        return Runtime.getRuntime().maxMemory() / SHARE;
    }

    /** What to tell a caller for whom nothing is left. */
    static BusyException full() {
        return new BusyException("bodies fill the memory that there is for them; try again in a moment", 1);
    }

    /** A claim of no bytes yet. */
    Claim claim() {
        return new Claim();
    }

    long taken() {
        return taken.get();
    }

    private boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** What one request has of it. */
    public final class Claim {
        private static final String KEY = Claim.class.getName();

        private long held;
        private long used;
        private boolean released;

        private Claim() {}

        /** The claim of the request that is being looked at; of a request without a body one that takes nothing. */
        public static Claim current() {
            Claim claim =
                    CurrentRequestManager.get().unwrap(RoutingContext.class).get(KEY);
            return claim == null ? new BodyMemory(0).claim() : claim;
        }

        /** Lets a request have it until it is over, however it ends. */
        void belongTo(RoutingContext context) {
            context.put(KEY, this);
            context.addEndHandler(over -> release());
        }

        /**
         * Takes more. What is held already is used first.
         *
         * @return false when there is not as much left; nothing is taken then
         */
        synchronized boolean grow(long bytes) {
            long missing = used + bytes - held;
            if (missing > 0 && (released || !take(missing))) {
                return false;
            }
            held += Math.max(0, missing);
            used += bytes;
            return true;
        }

        /** Uses so much less; it stays held for what comes next. */
        synchronized void shrink(long bytes) {
            used -= bytes;
        }

        /** Gives everything back, and takes nothing more. */
        synchronized void release() {
            taken.addAndGet(-held);
            held = 0;
            released = true;
        }
    }
}
