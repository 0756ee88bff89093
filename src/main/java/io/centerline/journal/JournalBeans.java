package io.centerline.journal;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application's one journal: opened when it starts, drained before it stops. */
@Singleton
final class JournalBeans {

    @Produces
    @Singleton
    Journal journal(
            AgroalDataSource pool,
            MeterRegistry meters,
            @ConfigProperty(name = "centerline.journal.queue", defaultValue = "4096") int queue,
            @ConfigProperty(name = "centerline.journal.batch", defaultValue = "256") int batch,
            @ConfigProperty(name = "centerline.journal.deadline", defaultValue = "5S") Duration deadline) {
        return new Journal(pool, new JournalSettings(queue, batch, deadline), meters);
    }

    void open(@Observes StartupEvent started, Journal journal) {
        journal.probe();
    }

    void drain(@Observes ShutdownEvent stopping, Journal journal) {
        journal.close();
    }
}
