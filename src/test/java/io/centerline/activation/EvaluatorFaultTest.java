package io.centerline.activation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;

import io.centerline.api.LogLines;
import io.centerline.api.NarrowProfile;
import io.centerline.rulebook.FaultyEngine;
import io.centerline.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers and operators see when the engine is at fault: here one that forgets a rule. */
@Tag("service")
@QuarkusTest
@TestProfile(NarrowProfile.class)
class EvaluatorFaultTest {
    private static final String PLACEMENT = """
            {"importer": {"number": "12-345678900", "name": "Acme"}, "asOf": "2026-11-25", "account": null,
             "lines": [{"hts": "8471.30.0100", "date": "2026-03-02"}]}
            """;

    private static final String ROUTING = """
            {"importer": {"number": "12-345678900", "kind": "COURIER"}, "asOf": "2026-11-25", "account": null, \
            "activity": "ENTRY_SUMMARY", "entry": {"lines": [{"hts": "8471.30.0100"}]}}
            """;

    @Inject
    ActiveRulebook active;

    @Test
    void place_evaluatorsThatDisagree_recordsNothingAndTellsEverybody() {
        Rulebook sound = active.latest().rulebook();
        long recorded = decisions();
        serve(FaultyEngine.forgetting(sound.files(), "PRE-001"));
        LogLines log = new LogLines();
        try {
            given().contentType(ContentType.JSON)
                    .header("X-Request-Id", "fault-placement")
                    .body(PLACEMENT)
                    .post("/v1/placements")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/evaluators-disagree"))
                    .body(
                            "detail",
                            matchesPattern("nothing was decided and nothing recorded, .* incident [0-9a-f-]{36}"));
            given().header("Content-Type", "application/x-ndjson")
                    .header("X-Request-Id", "fault-batch")
                    .body(ROUTING.getBytes(StandardCharsets.UTF_8))
                    .post("/v1/routings/batch")
                    .then()
                    .statusCode(200)
                    .body(containsString("evaluators-disagree"));
            assertThat(log.lines())
                    .anyMatch(line -> line.endsWith(" request=fault-placement"))
                    .anyMatch(line -> line.endsWith(" request=fault-batch"))
                    .noneMatch(line -> line.contains("incident") && !line.contains(" request=fault-"));
            assertThat(decisions()).isEqualTo(recorded);
            get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'rulebook' }.data.disagreements", greaterThan(0));
            assertThat(get("/q/metrics").asString())
                    .containsPattern("(?m)^centerline_evaluators_disagreements_total [1-9]");
        } finally {
            log.close();
            serve(sound);
        }
        given().contentType(ContentType.JSON)
                .body(PLACEMENT)
                .post("/v1/placements?record=false")
                .then()
                .statusCode(200);
    }

    private void serve(Rulebook rulebook) {
        Activation before = active.latest().activation();
        active.switchTo(
                new Activation(
                        before.number() + 1,
                        before.rulebook(),
                        "test",
                        "test",
                        Instant.parse("2026-11-25T00:00:00Z"),
                        null,
                        null,
                        before.rulebook(),
                        null),
                rulebook);
    }

    private static long decisions() {
        return get("/v1/decisions?limit=500").jsonPath().getList("decisions").size();
    }
}
