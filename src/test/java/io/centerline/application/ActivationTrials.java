package io.centerline.application;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;

import io.centerline.activation.RulebookStore;
import io.centerline.api.Uploads;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.QuarkusTestProfile.TestResourceEntry;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Candidates, their impact reports and their activation over REST. */
final class ActivationTrials {
    private ActivationTrials() {}

    /** The hash of the shipped rules with those of Electronics changed, which are stored. */
    static String stored(RulebookStore versions, UnaryOperator<String> change) throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, rules) -> change.apply(rules));
        return versions.store(RuleFolder.ofJson(Uploads.document(files)), "tester")
                .hash();
    }

    /** The id of an impact report that is done. */
    static String report(String request) {
        Response taken = json(request).post("/v1/rulebooks/impact");
        taken.then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(taken.header("Location")).path("state").equals("DONE"));
        return taken.path("id");
    }

    /** Asks to activate a rulebook, with more fields of the request. */
    static Response activate(String hash, String more) {
        return json("{\"author\": \"jd\", \"reason\": \"trial\", \"correction\": \"trial\", " + more + "}")
                .post("/v1/rulebooks/" + hash + "/activation");
    }

    /** A store of its own, and a limit of a fifth. */
    abstract static class EmptyStore implements QuarkusTestProfile {
        private final String database;

        EmptyStore(String database) {
            this.database = database;
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("centerline.activation.limit", "0.2");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StoreResource.class, Map.of("database", database)));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
