package io.centerline.journal;

import io.centerline.journal.AcknowledgedDecisions.Seen;
import io.centerline.log.TreeHash;
import io.centerline.store.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Lets the log sign what was recorded: after a while, after so many decisions, and before the program ends. Beforehand
 * it looks whether the store still holds what was acknowledged here.
 */
public final class Checkpointer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Checkpointer.class);
    private static final int SEEN_AT_ONCE = 1_024;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final LogStore store;
    private final TransparencyLog log;
    private final AcknowledgedDecisions acknowledged;
    private final Duration interval;
    private final int count;
    private final Counter lost;
    private final Counter refused;
    private final AtomicLong covered = new AtomicLong();
    private final Thread thread;
    private volatile String said = "";
    private volatile boolean closing;

    /**
     * Starts signing.
     *
     * @param interval after which something new is signed at the latest
     * @param count after how many decisions acknowledged here it is signed sooner
     */
    public Checkpointer(
            LogStore store,
            TransparencyLog log,
            AcknowledgedDecisions acknowledged,
            Duration interval,
            int count,
            MeterRegistry meters) {
        this.store = store;
        this.log = log;
        this.acknowledged = acknowledged;
        this.interval = interval;
        this.count = count;
        this.lost = Counter.builder("centerline.journal.lost")
                .description(
                        "acknowledged decisions that the store no longer held, as they were, at the next checkpoint")
                .register(meters);
        this.refused = Counter.builder("centerline.log.refused")
                .description("checkpoints not signed because the rows contradict what was signed before")
                .register(meters);
        Gauge.builder("centerline.log.size", covered, AtomicLong::get)
                .description("leaves under the newest checkpoint this program has seen")
                .register(meters);
        this.thread = new Thread(this::signUntilClosed, "journal-checkpointer");
        thread.setDaemon(true);
        thread.start();
    }

    private void signUntilClosed() {
        try {
            boolean signed = true;
            while (!closing) {
                if (signed) {
                    acknowledged.await(count, interval.toMillis());
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
                signed = sign();
            }
        } catch (InterruptedException closed) {
            // The last checkpoint is signed by whoever closes.
        }
    }

    private synchronized boolean sign() {
        try {
            look();
            covered.set(log.advance().size());
            said = "";
            return true;
        } catch (LogAltered altered) {
            refused.increment();
            say(altered);
        } catch (RuntimeException away) {
            say(away);
        } catch (Error e) {
            // For example out of memory. Nobody else signs, so signing is tried again.
            say(e);
        }
        return false;
    }

    /** Once for each fault, not every few seconds. */
    private void say(Throwable fault) {
        String message = fault instanceof Error ? fault.toString() : String.valueOf(fault.getMessage());
        if (message.equals(said)) {
            return;
        }
        said = message;
        if (fault instanceof StoreUnavailable) {
            LOG.warnf("no checkpoint can be signed now, trying again: %s", message);
        } else {
            LOG.errorf(fault, "no checkpoint can be signed: %s", message);
        }
    }

    /** Why the last attempt to sign failed; empty when it did not. It is tried again every second. */
    public Optional<String> fault() {
        return Optional.of(said).filter(fault -> !fault.isEmpty());
    }

    private void look() {
        for (List<Seen> some = acknowledged.first(SEEN_AT_ONCE);
                !some.isEmpty();
                some = acknowledged.first(SEEN_AT_ONCE)) {
            Map<Long, TreeHash> stored = leaves(some);
            for (Seen seen : some) {
                TreeHash there = stored.get(seen.index());
                if (there == null || !there.equals(seen.leaf())) {
                    lost.increment();
                    LOG.errorf(
                            "the acknowledged decision at leaf %d is no longer in the store as it was", seen.index());
                }
            }
            acknowledged.forget(some.size());
        }
    }

    private Map<Long, TreeHash> leaves(List<Seen> some) {
        Long[] indices = some.stream().map(Seen::index).toArray(Long[]::new);
        return store.ask(handle -> {
            Map<Long, TreeHash> leaves = new HashMap<>();
            handle.createQuery("select index, leaf from decision where index = any(?)")
                    .bindBySqlType(0, handle.getConnection().createArrayOf("bigint", indices), Types.ARRAY)
                    .map((row, context) -> Map.entry(row.getLong(1), TreeHash.of(row.getBytes(2))))
                    .forEach(entry -> leaves.put(entry.getKey(), entry.getValue()));
            return leaves;
        });
    }

    /** Signs the last checkpoint and stops; to be called once the journal takes no more. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sign();
    }
}
