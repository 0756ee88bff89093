package io.centerline.api;

import io.centerline.journal.Folders;
import io.centerline.store.embedded.StoppableStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service with small limits and a store that tests may stop. */
public final class NarrowProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "centerline.intake.bytes", "2000",
                "centerline.intake.lines", "3",
                "centerline.journal.deadline", "1S",
                "centerline.unmasking.allowed", "false",
                "centerline.schedule.file", " ",
                "quarkus.http.read-timeout", "2S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Store.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** The store; given to a test's field of type {@link StoppableStore}. */
    public static final class Store implements QuarkusTestResourceLifecycleManager {
        private StoppableStore store;

        @Override
        public Map<String, String> start() {
            try {
                Path folder = Path.of("target", "narrow-store");
                Files.createDirectories(folder);
                store = new StoppableStore(Files.createTempDirectory(folder, "store"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "centerline.data.dir", Folders.fresh("data").toString(),
                    "quarkus.datasource.jdbc.url", store.database().url(),
                    "quarkus.datasource.username", store.database().user(),
                    "quarkus.datasource.password", store.database().password());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(store, new TestInjector.MatchesType(StoppableStore.class));
        }

        @Override
        public void stop() {
            store.close();
        }
    }
}
