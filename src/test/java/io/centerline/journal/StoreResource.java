package io.centerline.journal;

import io.centerline.store.embedded.SharedStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives Quarkus tests their database and their data folder; one annotated test class is enough for all of them. A profile
 * that needs a store of its own names another {@code database}.
 */
public final class StoreResource implements QuarkusTestResourceLifecycleManager {
    private String name = "application";

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("database", name);
    }

    @Override
    public Map<String, String> start() {
        // As Main does.
        System.setProperty("vertx.disableURIValidation", "true");
        SharedStore.Database database = SharedStore.empty(name);
        return Map.of(
                "centerline.data.dir", Folders.fresh("data").toString(),
                "centerline.runs.dir", Folders.fresh("runs").toString(),
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        // The server outlives the application; it stops with the JVM.
    }
}
