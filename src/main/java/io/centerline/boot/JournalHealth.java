package io.centerline.boot;

import io.centerline.journal.Journal;
import io.centerline.store.StoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while decisions can be recorded. A clock that differs from the database's is told, because decisions are found by the day
 * that the clock of their machine showed.
 */
@Readiness
@ApplicationScoped
class JournalHealth implements HealthCheck {
    private static final Duration DIFFERENCE_TOLD = Duration.ofMinutes(1);

    private final Journal journal;
    private final Clock clock;

    JournalHealth(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("journal");
        try {
            String clocks = difference(journal.probe(), clock.instant());
            return clocks.isEmpty()
                    ? health.up().build()
                    : health.up().withData("clock", clocks).build();
        } catch (StoreUnavailable e) {
            return health.down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    /** What to say about two clocks; empty while they agree well enough. */
    static String difference(Instant database, Instant here) {
        Duration ahead = Duration.between(database, here);
        return ahead.abs().compareTo(DIFFERENCE_TOLD) <= 0
                ? ""
                : "the clock of this machine is " + ahead.abs().toSeconds() + " s "
                        + (ahead.isNegative() ? "behind" : "ahead of")
                        + " the database's; decisions made here bear its time, and searches by day find them by it";
    }
}
