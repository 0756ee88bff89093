package io.centerline.boot;

import io.agroal.api.AgroalDataSource;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.intake.StoredFacts;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The application's one taker of runs, stopped before it stops. */
@Singleton
final class ImpactBeans {

    @Produces
    @Singleton
    ImpactRuns runs(AgroalDataSource pool, HtsReader reader, Schedule schedule) {
        return new ImpactRuns(pool, new StoredFacts(reader, schedule));
    }

    void stop(@Observes ShutdownEvent stopping, ImpactRuns runs) {
        runs.close();
    }
}
