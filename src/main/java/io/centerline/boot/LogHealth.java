package io.centerline.boot;

import io.centerline.journal.Checkpointer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the log signs what is recorded. */
@Readiness
@ApplicationScoped
class LogHealth implements HealthCheck {

    private final Checkpointer checkpointer;

    LogHealth(Checkpointer checkpointer) {
        this.checkpointer = checkpointer;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("log").up();
        checkpointer
                .fault()
                .ifPresent(fault -> health.down().withData("reason", "no checkpoint can be signed: " + fault));
        return health.build();
    }
}
