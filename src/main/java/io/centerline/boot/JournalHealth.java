package io.centerline.boot;

import io.centerline.journal.Journal;
import io.centerline.store.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while decisions can be recorded. */
@Readiness
@ApplicationScoped
class JournalHealth implements HealthCheck {

    private final Journal journal;

    JournalHealth(Journal journal) {
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            journal.probe();
            return HealthCheckResponse.up("journal");
        } catch (StoreUnavailable e) {
            return HealthCheckResponse.builder()
                    .name("journal")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
