package io.centerline.boot;

import io.centerline.store.embedded.DataFolder;
import io.centerline.store.embedded.EmbeddedStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the folder of the embedded database can hold what is recorded; always ready with a database elsewhere. */
@Readiness
@ApplicationScoped
class DataFolderHealth implements HealthCheck {

    private final Optional<DataFolder> folder;

    DataFolderHealth(
            @ConfigProperty(name = EmbeddedStore.EMBEDDED, defaultValue = "false") boolean embedded,
            @ConfigProperty(name = "centerline.data.dir", defaultValue = "data") String data)
            throws IOException {
        folder = embedded ? Optional.of(DataFolder.inUse(Path.of(data))) : Optional.empty();
    }

    // The observer makes the container create this bean at the start, while the folder is as the server took it.
    void begin(@Observes StartupEvent started) {}

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("data folder").up();
        folder.flatMap(DataFolder::fault).ifPresent(fault -> health.down().withData("reason", fault));
        return health.build();
    }
}
