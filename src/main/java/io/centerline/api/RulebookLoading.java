package io.centerline.api;

import io.centerline.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the rulebook and compiles today's edition while the container, the database pool and the server still start:
 * both take a second or two, and start-up has a second core for it.
 */
@Singleton
final class RulebookLoading {
    private final FutureTask<Rulebook> loading = new FutureTask<>(RulebookLoading::load);

    RulebookLoading() {
        Thread thread = new Thread(loading, "load-rulebook");
        thread.setDaemon(true);
        thread.start();
    }

    // The observer makes the container create this bean first, which starts the loading.
    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** The rulebook, today's edition compiled; waits for it. */
    Rulebook await() {
        try {
            return loading.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rulebook was loading", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static Rulebook load() {
        String folder = ConfigProvider.getConfig()
                .getOptionalValue("centerline.rules.dir", String.class)
                .orElse("rules");
        Rulebook rulebook = Rulebook.read(Path.of(folder));
        rulebook.edition(LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
        return rulebook;
    }
}
