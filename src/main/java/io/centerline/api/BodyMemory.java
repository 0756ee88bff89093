package io.centerline.api;

import io.centerline.application.BusyException;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The memory that bodies may fill together, from their announcement until their requests are answered. It is a share
 * of the heap, because the objects read from a body take several times its bytes. Safe for any number of threads.
 */
public final class BodyMemory {
    /** With an eighth, 12 MB of entry lines exhaust a heap of 96 MB. */
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

    /** The refusal of a caller when no memory is left. */
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

    /** The memory that one request holds. */
    public final class Claim {
        private static final String KEY = Claim.class.getName();

        private long held;
        private long used;
        private boolean released;

        private Claim() {}

        /** The claim of the current request; for a request without a body, a claim that takes nothing. */
        public static Claim current() {
            Claim claim =
                    CurrentRequestManager.get().unwrap(RoutingContext.class).get(KEY);
            return claim == null ? new BodyMemory(0).claim() : claim;
        }

        /** Keeps the claim until the request ends, in whatever way. */
        void belongTo(RoutingContext context) {
            context.put(KEY, this);
            context.addEndHandler(over -> release());
        }

        /**
         * Takes more memory. Memory that is held but unused is used first.
         *
         * @return false when less than that is left; then nothing is taken
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

        /** Uses less by this many bytes, which stay held for later use. */
        synchronized void shrink(long bytes) {
            used -= bytes;
        }

        /** Gives all memory back. From then on the claim takes nothing. */
        synchronized void release() {
            taken.addAndGet(-held);
            held = 0;
            released = true;
        }
    }
}
