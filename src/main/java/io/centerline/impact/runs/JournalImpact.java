package io.centerline.impact.runs;

import io.centerline.facts.Facts;
import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.Figures;
import io.centerline.impact.Impact;
import io.centerline.impact.ImpactComparison;
import io.centerline.impact.Undecided;
import io.centerline.impact.runs.RecordedCases.Size;
import io.centerline.impact.runs.RecordedCases.Stored;
import io.centerline.intake.Intake;
import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks two rulebooks the decisions of the journal. The calling thread reads while two others decide; what is read and not
 * yet decided is bounded in bytes, so the journal's length does not show in memory.
 */
final class JournalImpact {
    private static final int THREADS = 2;
    private static final int PAGE = 1_024;
    private static final int MOST_EXAMPLES = 1_000;
    private static final int MOST_BYTES_AT_ONCE = 1 << 20;
    private static final int MOST_BYTES_IN_FLIGHT = 8 << 20;
    // A row weighs something beside its facts.
    private static final int ROW_BYTES = 256;

    private final RecordedCases cases;
    private final StoredFacts reader;

    JournalImpact(RecordedCases cases, StoredFacts reader) {
        this.cases = cases;
        this.reader = reader;
    }

    /**
     * Runs over what is selected below an index.
     *
     * @throws InterruptedException when the run shall stop; nothing of it goes on
     * @throws io.centerline.rulebook.RulebookException when the engine does not take a rule
     */
    Impact run(ImpactComparison comparison, CaseSelection selection, long below, Progress progress)
            throws InterruptedException {
        comparison.compile();
        long total = cases.count(selection, below);
        progress.count(total);
        Run run = new Run(comparison, selection, progress);
        try {
            long next = below;
            long left = total;
            while (left > 0) {
                List<Size> page = cases.sizes(selection, next, (int) Math.min(PAGE, left));
                if (page.isEmpty()) {
                    throw new IllegalStateException("the journal lost decisions while they were read");
                }
                for (List<Size> portion : portions(page)) {
                    run.read(portion);
                }
                next = page.get(page.size() - 1).index();
                left -= page.size();
            }
            return run.finish();
        } finally {
            run.stop();
        }
    }

    /** Cuts a page where a portion would weigh too much; a case that is too heavy alone stands alone. */
    private static List<List<Size>> portions(List<Size> page) {
        List<List<Size>> portions = new ArrayList<>();
        List<Size> portion = new ArrayList<>();
        long bytes = 0;
        for (Size size : page) {
            if (!portion.isEmpty() && bytes + size.bytes() > MOST_BYTES_AT_ONCE) {
                portions.add(portion);
                portion = new ArrayList<>();
                bytes = 0;
            }
            portion.add(size);
            bytes += size.bytes();
        }
        portions.add(portion);
        return portions;
    }

    /** One run's threads, and what they have added up. */
    private final class Run {
        private final ImpactComparison comparison;
        private final CaseSelection selection;
        private final Progress progress;
        private final LocalDate covered;
        private final Figures figures = new Figures(MOST_EXAMPLES);
        private final Semaphore room = new Semaphore(MOST_BYTES_IN_FLIGHT);
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final ExecutorService deciders = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "impact-decider");
            thread.setDaemon(true);
            return thread;
        });

        Run(ImpactComparison comparison, CaseSelection selection, Progress progress) {
            this.comparison = comparison;
            this.selection = selection;
            this.progress = progress;
            this.covered = comparison.firstCoveredDay();
        }

        /** Waits for room, reads, and leaves the rest to the deciders. */
        void read(List<Size> portion) throws InterruptedException {
            long bytes =
                    portion.stream().mapToLong(size -> size.bytes() + ROW_BYTES).sum();
            int weight = (int) Math.min(MOST_BYTES_IN_FLIGHT, bytes);
            room.acquire(weight);
            failIfFailed();
            List<Stored> rows = cases.read(selection, portion.get(0), portion.get(portion.size() - 1));
            deciders.execute(() -> {
                try {
                    decide(rows);
                } catch (RuntimeException | Error failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    room.release(weight);
                }
            });
        }

        Impact finish() throws InterruptedException {
            room.acquire(MOST_BYTES_IN_FLIGHT);
            failIfFailed();
            synchronized (figures) {
                return figures.impact(comparison.before(), comparison.after());
            }
        }

        void stop() throws InterruptedException {
            deciders.shutdownNow();
            if (!deciders.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a case is being decided for a minute");
            }
        }

        private void failIfFailed() {
            Throwable failed = failure.get();
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException exception) {
                throw exception;
            }
        }

        private void decide(List<Stored> rows) {
            Figures portion = new Figures(MOST_EXAMPLES);
            for (Stored row : rows) {
                decide(row, portion);
                progress.add(1);
            }
            synchronized (figures) {
                figures.add(portion);
            }
        }

        private void decide(Stored row, Figures portion) {
            byte[] kept = row.facts();
            if (row.altered()) {
                portion.add(
                        new Undecided(row.place(), "it is not what its log signed; it was altered in the database"));
                return;
            }
            if (kept == null) {
                portion.add(new Undecided(row.place(), "its facts were erased"));
                return;
            }
            switch (row.kind()) {
                case PLACEMENT -> place(row, kept, portion);
                case ROUTING -> route(row, kept, portion);
            }
        }

        private void place(Stored row, byte[] kept, Figures portion) {
            Intake read = reader.read(kept, row.asOf());
            if (read instanceof Intake.Refused refused) {
                portion.add(unreadable(row, refused.issues()));
                return;
            }
            Facts stated = ((Intake.Accepted) read).facts();
            if (isCovered(row, stated.asOf(), portion)) {
                portion.ask(row.place(), comparison, stated, selection.asOf());
            }
        }

        private void route(Stored row, byte[] kept, Figures portion) {
            RoutingRequest read = reader.readRouting(kept, row.asOf());
            if (read instanceof RoutingRequest.Refused refused) {
                portion.add(unreadable(row, refused.issues()));
                return;
            }
            RoutingFacts stated = ((RoutingRequest.Accepted) read).facts();
            if (isCovered(row, stated.asOf(), portion)) {
                portion.ask(row.place(), comparison, stated, selection.asOf());
            }
        }

        /** Whether both rulebooks cover the day a case is asked as of; where not, notes it. */
        private boolean isCovered(Stored row, LocalDate stated, Figures portion) {
            LocalDate asOf = selection.asOf() == null ? stated : selection.asOf();
            if (asOf.isBefore(covered)) {
                portion.add(new Undecided(
                        row.place(),
                        "the as-of date `" + asOf + "` lies before `" + covered
                                + "`, the first day that both rulebooks cover"));
                return false;
            }
            return true;
        }

        private static Undecided unreadable(Stored row, List<Issue> issues) {
            Issue first = issues.get(0);
            String more = issues.size() == 1 ? "" : "; " + (issues.size() - 1) + " more issues";
            return new Undecided(
                    row.place(), "its facts cannot be read: at `" + first.pointer() + "` " + first.message() + more);
        }
    }
}
