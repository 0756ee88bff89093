package io.centerline.application;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Preparation;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRuns;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports on whom a stored rulebook would move, asked of the journal. */
@Singleton
public final class ImpactReports {
    private static final int RETRY_SECONDS = 10;

    private final ImpactRuns runs;
    private final Preparation preparation;
    private final ActiveRulebook active;

    ImpactReports(ImpactRuns runs, Preparation preparation, ActiveRulebook active) {
        this.runs = runs;
        this.preparation = preparation;
        this.active = active;
    }

    /**
     * A run, and what it found.
     *
     * @param run how it stands
     * @param result its result as JSON; null until it is done
     */
    public record Report(ImpactRun run, @Nullable String result) {}

    /**
     * Takes on a run of a candidate against the rulebook that serves, and returns before it has begun.
     *
     * @param candidate hash of a stored rulebook
     * @throws io.centerline.activation.UnknownRulebook when it is not stored
     * @throws BusyException when as many runs wait as may
     */
    public Report start(String candidate, CaseSelection selection) {
        UUID id = runs.start(active.latest().rulebook(), preparation.of(candidate), selection)
                .orElseThrow(() -> new BusyException(
                        "a rulebook is being compared with the journal and others wait; try again in a few seconds",
                        RETRY_SECONDS));
        return report(runs.find(id).orElseThrow());
    }

    /** The runs of all replicas, the last one asked for first. */
    public List<ImpactRun> list(int limit) {
        return runs.list(limit);
    }

    /** The report with an id; empty when there is none. */
    public Optional<Report> find(UUID id) {
        return runs.find(id).map(this::report);
    }

    private Report report(ImpactRun run) {
        boolean done = run.state() == ImpactRun.State.DONE;
        return new Report(run, done ? runs.findResult(run.id()).orElseThrow() : null);
    }
}
