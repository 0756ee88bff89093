package io.centerline.boot;

import io.centerline.journal.search.Search;
import io.centerline.store.BoundedPool;
import io.centerline.store.StoreUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The application's one search, and who keeps it quick while the journal grows. */
@Singleton
final class SearchBeans {
    private static final Logger LOG = Logger.getLogger(SearchBeans.class);
    private static final int PAUSE_SECONDS = 5;

    private final ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "journal-bits");
        thread.setDaemon(true);
        return thread;
    });

    @Produces
    @Singleton
    Search search(BoundedPool pool) {
        return new Search(pool);
    }

    void start(@Observes StartupEvent started, Search search) {
        var unused = behind.scheduleWithFixedDelay(() -> catchUp(search), 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        behind.shutdownNow();
    }

    private void catchUp(Search search) {
        try {
            boolean more = true;
            while (more && !behind.isShutdown()) {
                more = search.coverNext();
            }
        } catch (StoreUnavailable away) {
            LOG.debug("bits are written once the journal is back", away);
        } catch (RuntimeException unexpected) {
            // Search stays right without bits, only slower; the next round tries again.
            LOG.error("bits cannot be written", unexpected);
        }
    }
}
