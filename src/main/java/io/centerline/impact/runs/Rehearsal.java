package io.centerline.impact.runs;

import io.centerline.facts.Facts;
import io.centerline.facts.RoutingFacts;
import io.centerline.impact.runs.RecordedCases.Size;
import io.centerline.impact.runs.RecordedCases.Stored;
import io.centerline.intake.Intake;
import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.rulebook.Rulebook;
import java.util.List;
import javax.sql.DataSource;

/**
 * Decides the latest recorded decisions under a rulebook that does not serve yet and keeps nothing, so that requests find
 * it warm. Thread-safe; throws what Jdbi throws, and what a decision throws.
 */
public final class Rehearsal {
    private static final int CASES = 200;
    private static final long MOST_BYTES = 4 << 20;

    private final RecordedCases cases;
    private final StoredFacts reader;

    /** Over a pool of connections to a database with the program's tables. */
    public Rehearsal(DataSource pool, StoredFacts reader) {
        this.cases = new RecordedCases(pool);
        this.reader = reader;
    }

    /** Decides cases that the rulebook covers and whose facts can be read; the others are passed over. */
    public void of(Rulebook rulebook) {
        Placement placement = new Placement(rulebook);
        Router router = new Router(rulebook);
        for (Stored row : latest()) {
            byte[] kept = row.facts();
            if (kept != null && !row.asOf().isBefore(rulebook.firstCoveredDay())) {
                switch (row.kind()) {
                    case PLACEMENT -> place(placement, reader.read(kept, row.asOf()));
                    case ROUTING -> route(router, reader.readRouting(kept, row.asOf()));
                }
            }
        }
    }

    /** The latest cases that weigh no more than the bound together. */
    private List<Stored> latest() {
        List<Size> sizes = cases.sizes(CaseSelection.ALL, cases.journal(), CASES);
        long bytes = 0;
        int count = 0;
        while (count < sizes.size() && bytes + sizes.get(count).bytes() <= MOST_BYTES) {
            bytes += sizes.get(count).bytes();
            count++;
        }
        return count == 0 ? List.of() : cases.read(CaseSelection.ALL, sizes.get(0), sizes.get(count - 1));
    }

    private static void place(Placement placement, Intake read) {
        if (read instanceof Intake.Accepted accepted) {
            Facts facts = accepted.facts();
            var unused = placement.decide(facts, List.of(), Explain.FULL);
        }
    }

    private static void route(Router router, RoutingRequest read) {
        if (read instanceof RoutingRequest.Accepted accepted) {
            RoutingFacts facts = accepted.facts();
            var unused = router.route(facts, List.of(), Explain.FULL);
        }
    }
}
