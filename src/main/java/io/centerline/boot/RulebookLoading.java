package io.centerline.boot;

import io.centerline.activation.FolderAtStart;
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
 * Reads the rule folder and compiles today's edition while the container, the database pool and the server still start:
 * both take a second or two, and start-up has a second core for it.
 */
@Singleton
final class RulebookLoading {
    private final FutureTask<FolderAtStart> loading = new FutureTask<>(RulebookLoading::load);

    RulebookLoading() {
        Thread thread = new Thread(loading, "load-rulebook");
        thread.setDaemon(true);
        thread.start();
    }

    // The observer makes the container create this bean first, which starts the loading.
    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** What the rule folder held, today's edition compiled; waits for it. */
    FolderAtStart await() {
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

    private static FolderAtStart load() {
        String folder = ConfigProvider.getConfig()
                .getOptionalValue("centerline.rules.dir", String.class)
                .orElse("rules");
        return FolderAtStart.read(
                Path.of(folder), LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
    }
}
