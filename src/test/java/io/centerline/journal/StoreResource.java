package io.centerline.journal;

import io.centerline.journal.embedded.SharedStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives Quarkus tests their database; one annotated test class is enough for all of them. */
public final class StoreResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        SharedStore.Database database = SharedStore.empty("application");
        return Map.of(
                "centerline.data.dir", Folders.fresh("data").toString(),
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        // The server outlives the application; it stops with the JVM.
    }
}
