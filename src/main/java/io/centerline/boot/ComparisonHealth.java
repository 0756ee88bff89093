package io.centerline.boot;

import io.centerline.journal.JournalComparison;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how far the journal was compared with its log. A difference keeps nobody from being answered, so it is always up. */
@Readiness
@ApplicationScoped
class ComparisonHealth implements HealthCheck {

    private final JournalComparison comparison;

    ComparisonHealth(JournalComparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public HealthCheckResponse call() {
        JournalComparison.State state = comparison.state();
        return HealthCheckResponse.named("journal-comparison")
                .up()
                .withData("compared", state.compared())
                .withData("differences", state.differences())
                .build();
    }
}
