package io.centerline.api.decisions;

import static io.centerline.api.Requests.EXAMPLE;
import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.centerline.activation.RulebookStore;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ReplayResourceTest {
    private static final Path CANDIDATE = Path.of("src/test/resources/cli/candidate");

    private final AgroalDataSource pool;

    ReplayResourceTest(AgroalDataSource pool) {
        this.pool = pool;
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "summary"})
    void replay_recordedDecision_isTheSame(String explain) {
        Response decision = json(EXAMPLE.replace("9903.88.15", "9903.88.1500"))
                .queryParam("explain", explain)
                .post("/v1/placements");

        Response replayed = given().post(decision.header("Location") + "/replay");

        replayed.then()
                .statusCode(200)
                .body("id", equalTo(decision.path("id")))
                .body("index", equalTo(decision.path("receipt.index")))
                .body("differences", empty())
                .body("same", equalTo(true))
                .body("moved", equalTo(false))
                .body("rulebook.recorded", equalTo(decision.path("receipt.rulebook")))
                .body("rulebook.replayed", equalTo(decision.path("receipt.rulebook")))
                .body("leaf.recorded", equalTo(decision.path("receipt.leaf")))
                .body("leaf.replayed", equalTo(decision.path("receipt.leaf")))
                .body("schedule", equalTo("hts-2026-rev4"))
                .body("decision.explanation", equalTo(decision.path("explanation")));
    }

    @Test
    void replay_requestWithWarnings_isTheSame() {
        Response decision = json("{\"importer\":{\"number\":\"123-45-6789\"},\"asOf\":\"2026-11-25\",\"lines\":"
                        + "[{\"hts\":\"8471.30.01\"},{\"hts\":[\"9903.88.15\"]},{\"hts\":\"0101.99.9999\"}]}")
                .post("/v1/placements");
        assertThat(decision.jsonPath().getList("warnings")).isNotEmpty();

        given().post(decision.header("Location") + "/replay")
                .then()
                .statusCode(200)
                .body("differences", empty())
                .body("same", equalTo(true))
                .body("decision.importer.number", equalTo("***-**-6789"));
    }

    @Test
    void replay_underAStoredRulebook_tellsTheDifferences() {
        String other =
                new RulebookStore(pool).store(RuleFolder.read(CANDIDATE), "jd").hash();
        Response decision =
                json("{\"importer\":{\"number\":\"41-000000201\"},\"asOf\":\"2026-11-25\",\"lines\":[{\"hts\":\"3303.00.1000\",\"count\":9}]}")
                        .post("/v1/placements");

        for (int i = 0; i < 2; i++) {
            given().post(decision.header("Location") + "/replay?rulebook=" + other)
                    .then()
                    .statusCode(200)
                    .body("same", equalTo(false))
                    .body("moved", equalTo(true))
                    .body("rulebook.replayed", equalTo(other))
                    .body("differences.sentence", hasItem("center, code: was `CEE008`, is `CEE001`"))
                    .body("decision.center.code", equalTo("CEE001"));
        }
    }

    @Test
    void replay_underAStoredRulebookOfAnEarlierForm_decidesAndNobodyMayStoreOrActivateItAnew() {
        RuleFolder rules = RuleFolder.read(Path.of("rules"));
        TreeMap<String, String> texts = new TreeMap<>(rules.rules().texts());
        texts.put("placement/earlier.drl", """
                package rules.placement;
                import io.centerline.rulebook.vocabulary.*;

                rule "PRE-9001 Half a million lines are reviewed"
                    @id("PRE-9001") @citation("test") @standing("inferred:low") @inForce("2997-01-19/..")
                    @says("exactly 500.000")
                when
                    Totals( counted == 500000 )
                then
                    insert(new Review(ReviewCode.THIN_EVIDENCE, Basis.PREDOMINANCE));
                end
                """);
        RuleFolder earlier = new RuleFolder(new RuleFiles(texts), rules.tests());
        String hash = new RulebookStore(pool).store(earlier, "jd").hash();
        Response decision = json(EXAMPLE).post("/v1/placements");

        given().post(decision.header("Location") + "/replay?rulebook=" + hash)
                .then()
                .statusCode(200)
                .body("moved", equalTo(false))
                .body("rulebook.replayed", equalTo(hash));
        given().get("/v1/rulebooks/" + hash + "/diff/" + decision.path("receipt.rulebook"))
                .then()
                .statusCode(200);
        json("{\"author\": \"jd\", \"reason\": \"test\"}")
                .post("/v1/rulebooks/" + hash + "/activation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rulebook-refused"))
                .body("detail", containsString("`PRE-9001` is not an id for the placement stage"));
        json(earlier.json())
                .post("/v1/rulebooks?author=jd")
                .then()
                .statusCode(422)
                .body("issues.message", hasItem("`PRE-9001` is not an id for the placement stage"));
    }

    @Test
    void replay_badRequests_areToldExactly() {
        String location = json(EXAMPLE).post("/v1/placements").header("Location");
        String nobody = "sha256:" + "0".repeat(64);

        given().post("/v1/decisions/019abc3a-1c5d-7e00-8a53-0d4c0f3f8a11/replay")
                .then()
                .statusCode(404)
                .body("detail", equalTo("no decision has this id; it is the `id` of a recorded placement or routing"));
        given().post(location + "/replay?rulebook=" + nobody)
                .then()
                .statusCode(404)
                .body(
                        "detail",
                        equalTo("no rulebook `" + nobody + "` is stored; `GET /v1/rulebooks` lists those that are"));
        given().post(location + "/replay?rulebook=today&explain=full")
                .then()
                .statusCode(400)
                .body("issues.code", contains("VALUE_MALFORMED", "PARAMETER_UNKNOWN"))
                .body("issues[0].message", equalTo("query parameter `rulebook` `today` is not the hash of a rulebook"));
    }

    @Test
    void replay_afterwards_nothingIsRecorded() {
        Response decision = json(EXAMPLE).post("/v1/placements");
        int index = decision.path("receipt.index");

        given().post(decision.header("Location") + "/replay").then().statusCode(200);

        assertThat(json(EXAMPLE.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/placements")
                        .<Integer>path("receipt.index"))
                .isEqualTo(index + 1);
    }
}
