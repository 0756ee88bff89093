package io.centerline.boot;

import io.agroal.api.AgroalDataSource;
import io.centerline.store.BoundedPool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The application's connections, none of which anybody waits for longer than for a decision to be recorded. */
@Singleton
final class StoreBeans {
    private static final Duration LEAST = Duration.ofSeconds(2);

    @Produces
    @Singleton
    @Typed(BoundedPool.class)
    BoundedPool pool(
            AgroalDataSource pool,
            @ConfigProperty(name = "centerline.journal.deadline", defaultValue = "5S") Duration deadline) {
        return new BoundedPool(pool, deadline.compareTo(LEAST) < 0 ? LEAST : deadline);
    }

    void close(@Disposes BoundedPool pool) {
        pool.close();
    }
}
