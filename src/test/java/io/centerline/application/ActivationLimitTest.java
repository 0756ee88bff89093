package io.centerline.application;

import static io.centerline.api.Requests.json;
import static io.centerline.application.ActivationTrials.report;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.centerline.activation.RulebookStore;
import io.centerline.api.Requests;
import io.centerline.application.ActivationLimitTest.EmptyStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A journal of ten importers, five of whom a candidate would move. */
@Tag("service")
@QuarkusTest
@TestProfile(EmptyStore.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActivationLimitTest {
    @Inject
    RulebookStore versions;

    private String before;
    private String moving;

    @BeforeEach
    void store() throws IOException {
        before = get("/v1/rulebooks/active").path("rulebook");
        moving = stored(rules -> rules.replace("heading == 8471", "heading == 8472"));
        for (int i = 0; i < 5; i++) {
            record("stays-" + i, Requests.of("77-12345670" + i, "IMPORTER", 6).replace("8471.30.0100", "4011.10.1010"));
            record("moves-" + i, Requests.of("77-12345670" + i, "IMPORTER", 6));
        }
    }

    @Test
    void activate_thatMovesMoreThanTheLimit_needsAReportOfExactlyThisChange() throws IOException {
        String other = stored(rules -> rules.replace("heading == 8471", "heading == 8473"));
        activate(moving, null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/impact-needed"))
                .body("detail", containsString("would move 5 of the latest 10 decisions, more than 20 %"))
                .body("detail", containsString("{\"candidate\": \"" + moving + "\"}"));
        refused(UUID.randomUUID().toString(), "does not exist");
        refused(report("{\"candidate\": \"" + other + "\"}"), "is about another candidate, `" + other + "`");
        refused(
                report("{\"candidate\": \"" + moving + "\", \"asOf\": \"2026-12-01\"}"),
                "looked only at the decisions of a filter, or as of another day");
        refused(
                report("{\"candidate\": \"" + moving + "\", \"filter\": {\"status\": \"PENDING\"}}"),
                "looked only at the decisions of a filter");
        refused(report("{\"candidate\": \"" + moving + "\", \"sample\": 9}"), "looked at 9 decisions, fewer than 10");
        String report = report("{\"candidate\": \"" + moving + "\"}");

        activate(moving, report).then().statusCode(200).body("activation.impact", equalTo(report));

        String stale = report("{\"candidate\": \"" + other + "\"}");
        activate(other, stale).then().statusCode(200);
        refused(report, "compares with `" + before + "`, but `" + other + "` is active");
        activate(before, null).then().statusCode(409);
        activate(before, report("{\"candidate\": \"" + before + "\"}")).then().statusCode(200);
    }

    @Test
    void activate_thatMovesNoMoreThanTheLimit_needsNone() throws IOException {
        String idle = stored(rules -> rules + "// the same law\n");

        activate(idle, null).then().statusCode(200);
        activate(before, null).then().statusCode(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void activate_reportOfAJournalWithoutLasers_doesNotVouchForImportersOfLasersRecordedSince() throws IOException {
        String lasers = stored(rules -> rules.replace("heading == 9013", "subheading == 901399"));
        String early = report("{\"candidate\": \"" + lasers + "\"}");
        for (int i = 0; i < 5; i++) {
            String body = Requests.of("77-12345671" + i, "IMPORTER", 6);
            record("laser-" + i, body.replace("8471.30.0100", "9013.20.0000"));
        }

        activate(lasers, early)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/impact-needed"))
                .body(
                        "detail",
                        containsString("looked at 10 decisions, of which 0 would move or could not be asked; of the 5"
                                + " recorded since, 5 would"));
        activate(lasers, report("{\"candidate\": \"" + lasers + "\"}")).then().statusCode(200);
    }

    private void refused(String report, String why) {
        activate(moving, report)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/impact-needed"))
                .body("detail", containsString("impact report `" + report + "` " + why));
    }

    private static Response activate(String hash, @Nullable String report) {
        return ActivationTrials.activate(hash, "\"impact\": " + (report == null ? "null" : "\"" + report + "\""));
    }

    /** Once for all tests, by the key. */
    private static void record(String key, String body) {
        json(body).header("Idempotency-Key", key).post("/v1/placements").then().statusCode(201);
    }

    private String stored(UnaryOperator<String> change) throws IOException {
        return ActivationTrials.stored(versions, change);
    }

    public static final class EmptyStore extends ActivationTrials.EmptyStore {
        public EmptyStore() {
            super("activation_limit");
        }
    }
}
