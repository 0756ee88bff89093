package io.centerline.journal;

import io.centerline.decision.Draft;
import io.centerline.store.BoundedPool;
import io.centerline.store.StoreFault;
import io.centerline.store.StoreUnavailable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records decisions durably, in one gap-free order, and finds them again.
 *
 * <p>Decisions that wait at the same moment are committed together by one writer, which waits a little for those that are being
 * made. While the database is away they wait,
 * up to the deadline; when it is back the writer goes on by itself. Safe for use by any number of threads; answers come
 * on a thread of the journal, so what follows them must not block.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Journal.class);

    private static final long BATCH_BYTES = 16L << 20;
    private static final int RETRY_WHEN_FULL = 1;
    static final int RETRY_WHEN_AWAY = 5;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_SWEEP_MILLIS = 50;
    private static final long PAUSE_WHEN_FULL_NANOS = 1_000_000;

    private final JournalSettings settings;
    private final DecisionsInProgress underWay;
    private final BoundedPool bounded;
    private final DecisionTable table;
    private final BlockingQueue<Ticket> queue;
    private final ScheduledThreadPoolExecutor answers;
    private final Thread writer;
    private final DistributionSummary batchSizes;
    private final Timer commits;
    private volatile List<Ticket> writing = List.of();
    private final AcknowledgedDecisions acknowledged = new AcknowledgedDecisions();
    private volatile boolean failing;
    private volatile boolean closing;
    private volatile boolean closed;

    /**
     * Over a pool of read-committed connections to a database with the journal's tables; starts the writer.
     *
     * @param underWay what may ask to be recorded in a moment
     */
    public Journal(DataSource pool, JournalSettings settings, DecisionsInProgress underWay, MeterRegistry meters) {
        this.settings = settings;
        this.underWay = underWay;
        this.bounded = new BoundedPool(pool, settings.deadline());
        this.table =
                new DecisionTable(bounded, Math.toIntExact(settings.deadline().toMillis() * 2 / 5));
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.answers = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "journal-answers"));
        long sweep = Math.min(LONGEST_SWEEP_MILLIS, settings.deadline().toMillis());
        var unused = answers.scheduleWithFixedDelay(this::expireOverdue, sweep, sweep, TimeUnit.MILLISECONDS);
        Gauge.builder("centerline.journal.queue", queue, BlockingQueue::size)
                .description("decisions that wait to be durable")
                .register(meters);
        Gauge.builder("centerline.decisions.underway", underWay, DecisionsInProgress::count)
                .description("decisions that are being made")
                .register(meters);
        this.batchSizes = DistributionSummary.builder("centerline.journal.batch")
                .description("decisions committed together")
                .register(meters);
        this.commits = Timer.builder("centerline.journal.commit")
                .description("time of one committed transaction")
                .register(meters);
        this.writer = daemon(this::writeUntilClosed, "journal-writer");
        writer.start();
    }

    /**
     * Records a decision. The stage ends with the recorded decision once it is durable, or the first one recorded under
     * the same key and body; or with {@link StoreUnavailable}, {@link IdempotencyConflict} or {@link DraftRefused}.
     *
     * @throws IllegalArgumentException when the draft's body is not JSON
     */
    public CompletionStage<Recorded> record(Draft draft, @Nullable IdempotencyKey key) {
        return record(draft, key, Duration.ZERO);
    }

    /**
     * The same for who can wait: while the journal is full, the caller's thread waits for room.
     *
     * @param patience how long it waits at most
     * @throws IllegalArgumentException when the draft's body is not JSON
     */
    public CompletionStage<Recorded> record(Draft draft, @Nullable IdempotencyKey key, Duration patience) {
        long now = System.nanoTime();
        long until = now + patience.toNanos();
        Ticket ticket = Ticket.of(draft, key, now + settings.deadline().toNanos());
        boolean taken = !closing && queue.offer(ticket);
        while (!taken
                && !closing
                && System.nanoTime() - until < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, PAUSE_WHEN_FULL_NANOS);
            ticket = ticket.due(System.nanoTime() + settings.deadline().toNanos());
            taken = queue.offer(ticket);
        }
        if (!taken && closing) {
            ticket.answer().completeExceptionally(unavailable("the journal is closing", RETRY_WHEN_AWAY, null));
        } else if (!taken) {
            String message = "the journal is full: " + settings.queue() + " decisions wait";
            ticket.answer().completeExceptionally(unavailable(message, RETRY_WHEN_FULL, null));
        } else if (closed) {
            expire(ticket);
        }
        return ticket.answer();
    }

    /** One look at all that wait costs less than a timer for each. */
    private void expireOverdue() {
        try {
            long now = System.nanoTime();
            expireOverdue(writing, now);
            expireOverdue(queue, now);
        } catch (Error e) {
            // Short of memory, say: an executor repeats nothing that threw, and the next look must come.
            LOG.error("the journal's deadlines met an error", e);
        }
    }

    /** Who came first is overdue first, so the first that is not ends the look. */
    private void expireOverdue(Collection<Ticket> inOrder, long now) {
        for (Ticket ticket : inOrder) {
            if (!ticket.isOverdue(now)) {
                return;
            }
            if (ticket.waits()) {
                expire(ticket);
            }
        }
    }

    private void expire(Ticket ticket) {
        String message =
                "the decision was not durable within " + settings.deadline().toMillis() + " ms";
        ticket.answer().completeExceptionally(unavailable(message, RETRY_WHEN_AWAY, null));
    }

    /**
     * Returns the decision recorded under {@code id}, if there is one. Its body is what its leaf was made of; its columns and
     * facts are for {@link LeafCheck#whole} to check.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the body is not what was recorded
     */
    public Optional<Recorded> find(UUID id) {
        return StoreCall.attempt(() -> table.find(id));
    }

    /**
     * Returns the database's time when decisions can be recorded now. A database that answers may still refuse to write, on a
     * full disk say: after a write that failed, it is asked whether it writes again.
     *
     * @throws StoreUnavailable when they cannot, and why
     */
    public Instant probe() {
        if (closing || !writer.isAlive()) {
            throw unavailable("the journal is closed", RETRY_WHEN_AWAY, null);
        }
        try {
            Instant time = table.probe();
            if (failing) {
                table.probeWriting();
                failing = false;
            }
            return time;
        } catch (SQLException | RuntimeException e) {
            throw unavailable("the journal cannot write: " + StoreFault.reason(e), RETRY_WHEN_AWAY, e);
        }
    }

    /** What was acknowledged here and not looked after yet. */
    public AcknowledgedDecisions acknowledged() {
        return acknowledged;
    }

    /** Takes no more, writes what waits for at most the deadline, and stops. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(settings.deadline().toMillis() + LONGEST_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
        closed = true;
        queue.forEach(this::expire);
        answers.shutdown();
        bounded.close();
    }

    private void writeUntilClosed() {
        while (!closing || !queue.isEmpty()) {
            List<Ticket> batch = List.of();
            try {
                Ticket first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch = List.of(first);
                    writing = batch;
                    underWay.awaitNone(settings.gather().toNanos());
                    batch = batchWith(first);
                    writing = batch;
                    write(batch, false);
                }
            } catch (InterruptedException e) {
                batch.forEach(this::expire);
                return;
            } catch (Error e) {
                // Short of memory, say: these are told at once, and the writer must live for the next.
                LOG.error("the journal's writer met an error", e);
                batch.forEach(this::expire);
            } finally {
                writing = List.of();
            }
        }
    }

    private List<Ticket> batchWith(Ticket first) {
        List<Ticket> batch = new ArrayList<>();
        batch.add(first);
        long bytes = first.size();
        while (batch.size() < settings.batch() && bytes < BATCH_BYTES) {
            Ticket next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            bytes += next.size();
        }
        return batch;
    }

    private void write(List<Ticket> batch, boolean attempted) throws InterruptedException {
        boolean again = attempted;
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            List<Ticket> waiting = batch.stream().filter(Ticket::waits).toList();
            if (waiting.isEmpty()) {
                return;
            }
            try {
                commit(waiting, again);
                return;
            } catch (SQLException | RuntimeException e) {
                if (StoreFault.isOfTheRow(e)) {
                    isolate(waiting, again, e);
                    return;
                }
                failing = true;
                if (!again) {
                    LOG.warnf("the journal cannot write, trying again: %s", e.getMessage());
                }
                again = true;
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void commit(List<Ticket> waiting, boolean again) throws SQLException {
        long begun = System.nanoTime();
        List<WriteResult> outcomes = table.write(waiting, again);
        failing = false;
        commits.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        batchSizes.record(waiting.size());
        acknowledged.note(outcomes);
        answers.execute(() -> {
            outcomes.forEach(WriteResult::answer);
            if (outcomes.size() < waiting.size()) {
                expireOthers(waiting, outcomes);
            }
        });
    }

    /** A decision that was overdue before it was written has left the queue, so no sweep finds it. */
    private void expireOthers(List<Ticket> waiting, List<WriteResult> outcomes) {
        Set<Ticket> answered = outcomes.stream().map(WriteResult::ticket).collect(Collectors.toSet());
        waiting.stream().filter(ticket -> !answered.contains(ticket)).forEach(this::expire);
    }

    /** One bad row must not take its neighbours with it: each is tried alone, after a look whether it is there already. */
    private void isolate(List<Ticket> waiting, boolean again, Exception e) throws InterruptedException {
        if (waiting.size() > 1 || !again) {
            for (Ticket ticket : waiting) {
                write(List.of(ticket), true);
            }
            return;
        }
        Ticket alone = waiting.get(0);
        LOG.errorf(e, "decision %s cannot be recorded", alone.draft().id());
        DraftRefused refused = new DraftRefused(alone.draft().id(), e);
        answers.execute(() -> alone.answer().completeExceptionally(refused));
    }

    private static StoreUnavailable unavailable(String message, int retryAfter, @Nullable Throwable cause) {
        return new StoreUnavailable(message, retryAfter, cause);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
