package io.centerline.api.contract;

import io.centerline.journal.StoreResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service with a database of its own, so that examples come out the same every time. */
public final class ContractProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("centerline.rules.watch", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StoreResource.class, Map.of("database", "contract")));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
