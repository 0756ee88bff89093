package io.centerline.impact.runs;

import io.centerline.impact.Impact;
import io.centerline.impact.ImpactComparison;
import io.centerline.impact.ImpactJson;
import io.centerline.intake.StoredFacts;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Runs candidates against the journal, one at a time, and keeps what came of it. Every process on one database sees every
 * run; the one that took it on tells about once a second how far it is. A run ends with its process: nobody takes it up,
 * it is asked for again. Safe for use by any number of threads; methods throw what Jdbi throws.
 */
public final class ImpactRuns implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ImpactRuns.class);

    private static final int MOST_WAITING = 3;
    /** How many decisions {@link #quick} asks at most. */
    public static final int QUICK_CASES = 1_000;

    private static final int SECONDS_TO_STOP = 10;

    private final RunStore store;
    private final RecordedCases cases;
    private final JournalImpact quick;
    private final JournalImpact engine;
    private final Map<UUID, Progress> taken = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(1 + MOST_WAITING);
    private final ExecutorService runner = Executors.newSingleThreadExecutor(daemon("impact-run"));
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(daemon("impact-pulse"));
    private volatile boolean closing;

    /**
     * Over pools of connections to a database with the program's tables.
     *
     * @param pool for what callers wait for
     * @param patient for runs, which may ask long questions
     */
    public ImpactRuns(DataSource pool, DataSource patient, StoredFacts facts) {
        this.store = new RunStore(pool);
        this.cases = new RecordedCases(pool);
        this.quick = new JournalImpact(cases, facts);
        this.engine = new JournalImpact(new RecordedCases(patient), facts);
        var unused = pulse.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Takes a run on, over the decisions there are now; empty when this process has a run and three that wait.
     *
     * @param baseline the rulebook that serves now
     * @param candidate the one that might serve next
     */
    public Optional<UUID> start(Rulebook baseline, Rulebook candidate, CaseSelection selection) {
        if (closing || !places.tryAcquire()) {
            return Optional.empty();
        }
        RunStore.Entered entered = enter(baseline, candidate, selection);
        Progress progress = new Progress();
        taken.put(entered.id(), progress);
        runner.execute(() -> {
            try {
                run(entered, new ImpactComparison(baseline, candidate), selection, progress);
            } finally {
                if (!closing) {
                    taken.remove(entered.id());
                }
                places.release();
            }
        });
        return Optional.of(entered.id());
    }

    private RunStore.Entered enter(Rulebook baseline, Rulebook candidate, CaseSelection selection) {
        boolean entered = false;
        try {
            RunStore.Entered run = store.enter(candidate.hash(), baseline.hash(), selection);
            entered = true;
            return run;
        } finally {
            if (!entered) {
                places.release();
            }
        }
    }

    private void run(
            RunStore.Entered entered, ImpactComparison comparison, CaseSelection selection, Progress progress) {
        UUID id = entered.id();
        try {
            progress.start();
            store.touch(id, progress);
            Impact impact = engine.run(comparison, selection, entered.below(), progress);
            store.finish(id, progress, impact, ImpactJson.text(impact));
        } catch (InterruptedException closed) {
            // Whoever closes tells so.
            Thread.currentThread().interrupt();
        } catch (RulebookException unsound) {
            fail(id, progress, "a rulebook cannot be compiled: " + unsound.getMessage());
        } catch (RuntimeException | Error fault) {
            if (closing) {
                return;
            }
            LOG.errorf(fault, "impact run %s", id);
            fail(id, progress, "the run met a fault " + progress.stop() + "; the log has it under the run's id");
        }
    }

    private void fail(UUID id, Progress progress, String failure) {
        try {
            store.fail(id, progress, failure);
        } catch (RuntimeException unreachable) {
            // The row is then told as abandoned.
            LOG.warnf(unreachable, "it cannot be kept that impact run %s failed", id);
        }
    }

    private void tell() {
        taken.forEach((id, progress) -> {
            try {
                store.touch(id, progress);
            } catch (RuntimeException unreachable) {
                LOG.warnf("it cannot be told how far impact run %s is: %s", id, unreachable.getMessage());
            }
        });
    }

    /**
     * Asks both rulebooks the latest decisions of the journal, up to {@link #QUICK_CASES}, and waits for it. Nothing is kept.
     *
     * @throws InterruptedException when the caller is interrupted
     * @throws RulebookException when the engine does not take a rule
     */
    public Impact quick(Rulebook baseline, Rulebook candidate) throws InterruptedException {
        return quick.run(
                new ImpactComparison(baseline, candidate),
                CaseSelection.latest(QUICK_CASES),
                cases.journal(),
                new Progress());
    }

    /**
     * Asks the same of the decisions that a run could not look at, because they were recorded since.
     *
     * @param run a run of this candidate that picks by nothing but how recent a decision is
     * @throws InterruptedException when the caller is interrupted
     * @throws RulebookException when the engine does not take a rule
     */
    public Impact since(ImpactRun run, Rulebook baseline, Rulebook candidate) throws InterruptedException {
        long now = cases.journal();
        int recorded = (int) Math.min(QUICK_CASES, cases.decisions(now) - run.journal());
        return quick.run(
                new ImpactComparison(baseline, candidate),
                CaseSelection.latest(recorded),
                recorded == 0 ? 0 : now,
                new Progress());
    }

    /** A run, taken on by whatever process. */
    public Optional<ImpactRun> find(UUID id) {
        return store.find(id);
    }

    /** What a run found, as JSON ({@link ImpactJson}); empty unless it is done. */
    public Optional<String> findResult(UUID id) {
        return store.findResult(id);
    }

    /**
     * The runs of all processes, the last one asked for first.
     *
     * @param limit at most so many
     */
    public List<ImpactRun> list(int limit) {
        return store.list(limit);
    }

    /** Takes no more, stops what goes on, and tells that it has no result. */
    @Override
    public void close() {
        closing = true;
        pulse.shutdownNow();
        runner.shutdownNow();
        try {
            if (!runner.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("an impact run does not stop");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        taken.forEach(
                (id, progress) -> fail(id, progress, "the service stopped " + progress.stop() + "; ask for another"));
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
