package io.centerline.boot;

import io.centerline.impact.runs.ImpactRuns;
import io.centerline.intake.StoredFacts;
import io.centerline.store.BoundedPool;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The application's one taker of runs, stopped before it stops. */
@Singleton
final class ImpactBeans {
    /** A run may count a large journal. */
    private static final Duration LONGEST_QUESTION = Duration.ofMinutes(10);

    @Produces
    @Singleton
    ImpactRuns runs(BoundedPool pool, HtsReader reader, Schedule schedule) {
        return new ImpactRuns(pool, pool.within(LONGEST_QUESTION), new StoredFacts(reader, schedule));
    }

    void stop(@Observes ShutdownEvent stopping, ImpactRuns runs) {
        runs.close();
    }
}
