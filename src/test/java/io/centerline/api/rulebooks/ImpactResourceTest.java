package io.centerline.api.rulebooks;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.centerline.activation.RulebookStore;
import io.centerline.api.Requests;
import io.centerline.api.routings.RoutingResourceTest;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class ImpactResourceTest {
    private static final String ELECTRONICS = "membership/electronics.drl";

    @Inject
    AgroalDataSource pool;

    @Test
    void start_candidateThatMovesAHeading_saysWhoMovesAndWhy() {
        String importer = "77-123456700";
        json(Requests.of(importer, "IMPORTER", 6)).post("/v1/placements").then().statusCode(201);
        String id = json(Requests.of(importer, "BROKER", 6))
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String candidate = stored("8471", "8472");

        Response taken = json("{\"candidate\":\"" + candidate + "\",\"filter\":{\"importer\":\"" + importer
                        + "\"},\"sample\":5}")
                .post("/v1/rulebooks/impact");

        taken.then()
                .statusCode(202)
                .body("candidate", equalTo(candidate))
                .body("selection.filter.importer", equalTo(importer))
                .body("selection.sample", equalTo(5))
                .body("everything", equalTo(false))
                .body("result", nullValue());
        String location = taken.header("Location");
        assertThat(location).isEqualTo("/v1/rulebooks/impacts/" + taken.path("id"));
        awaitEnd(location);
        get(location)
                .then()
                .body("state", equalTo("DONE"))
                .body("progress.done", equalTo(2))
                .body("progress.total", equalTo(2))
                .body("cases", equalTo(2))
                .body("moved", equalTo(1))
                .body("failure", nullValue())
                .body("finishedAt", notNullValue())
                .body("result.passages[0].from", equalTo("CEE007"))
                .body("result.passages[0].to", equalTo("PNDING"))
                .body("result.examples.size()", equalTo(1))
                .body("result.examples[0].importer", equalTo(importer))
                .body("result.examples[0].causes[0].sentence", startsWith("6 lines of 8471 no longer vote under MEM-"));
        assertThat(get(location).<String>path("result.examples[0].decision")).isNotEqualTo(id);
        get("/v1/rulebooks/impacts?limit=1")
                .then()
                .statusCode(200)
                .body("impacts.size()", equalTo(1))
                .body("impacts[0].id", equalTo(taken.path("id")))
                .body("impacts[0].moved", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"importer, ***-**-6789", "center, NOTELG", "center, PNDING", "center, PORT", "status, ROUTED"})
    void start_filterThatSearchTakes_looksAtWhatSearchFinds(String field, String word) {
        json(Requests.of("123-45-6789", "BROKER", 1))
                .post("/v1/placements")
                .then()
                .statusCode(201);
        json(Requests.of("77-123456799", "IMPORTER", 0))
                .post("/v1/placements")
                .then()
                .statusCode(201);
        json(RoutingResourceTest.COURIER.replace("ENTRY_SUMMARY", "EXAMINATION"))
                .post("/v1/routings")
                .then()
                .statusCode(201);
        int found = given().queryParam(field, word)
                .queryParam("by", "center")
                .get("/v1/decisions/counts")
                .path("total");

        String location = json("{\"candidate\":\"" + stored("8471", "8473") + "\",\"filter\":{\"" + field + "\":\""
                        + word + "\"}}")
                .post("/v1/rulebooks/impact")
                .header("Location");
        awaitEnd(location);

        get(location)
                .then()
                .body("state", equalTo("DONE"))
                .body("selection.filter." + field, equalTo(word))
                .body("progress.done", equalTo(found));
        // The facts of one may have been erased; it is found and cannot be asked.
        int asked = get(location).path("result.cases");
        int undecided = get(location).path("undecided");
        assertThat(asked + undecided).isEqualTo(found).isPositive();
    }

    @Test
    void start_moreRunsThanWait_isBusy() throws InterruptedException {
        String body = "{\"candidate\":\"" + stored("8471", "8473") + "\",\"sample\":1}";
        Queue<Response> refused = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 400; i++) {
            callers.execute(() -> {
                if (refused.isEmpty()) {
                    Response answer = json(body).post("/v1/rulebooks/impact");
                    if (answer.statusCode() != 202) {
                        refused.add(answer);
                    }
                }
            });
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        Response last = refused.element();

        last.then()
                .statusCode(503)
                .header("Retry-After", "10")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/busy"))
                .body("detail", containsString("compared with the journal"));
        get("/v1/rulebooks/impacts").then().body("impacts.size()", lessThanOrEqualTo(20));
        awaitEnd("/v1/rulebooks/impacts/" + get("/v1/rulebooks/impacts?limit=1").path("impacts[0].id"));
    }

    @Test
    void start_candidateNobodyStored_isNotFound() {
        json("{\"candidate\":\"sha256:" + "0".repeat(64) + "\"}")
                .post("/v1/rulebooks/impact")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no rulebook `sha256:0000"));
    }

    @Test
    void start_badBodyAndQuery_areToldTogether() {
        json("{\"candidate\":\"latest\",\"sample\":-1,\"filter\":{\"basis\":\"PREDOMINANT\"}}")
                .post("/v1/rulebooks/impact?dry=true")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("issues.pointer", contains("?dry", "/candidate", "/sample", "/filter/basis"))
                .body("issues[3].help", equalTo("did you mean `PREDOMINANCE`?"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rulebooks/impacts?limit=0, 400",
        "/v1/rulebooks/impacts?limit=101, 400",
        "/v1/rulebooks/impacts?limit=ten, 400",
        "/v1/rulebooks/impacts?limit=99999999999999999999, 400",
        "/v1/rulebooks/impacts?offset=1, 400",
        "/v1/rulebooks/impacts/1, 404",
        "/v1/rulebooks/impacts/1-1-1-1-1, 404",
        "/v1/rulebooks/impacts/not-an-id, 404",
    })
    void get_badAddress_isAProblem(String address, int status) {
        get(address).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void get_runThatNeverWas_isNotFound() {
        get("/v1/rulebooks/impacts/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", containsString("GET /v1/rulebooks/impacts"));
    }

    private static void awaitEnd(String location) {
        await().atMost(Duration.ofSeconds(30)).until(() -> get(location).path("finishedAt") != null);
    }

    /** The shipped rules, with one heading of Electronics beginning later. */
    private String stored(String heading, String later) {
        RuleFolder shipped = RuleFolder.read(Path.of("rules"));
        SortedMap<String, String> texts = new TreeMap<>(shipped.rules().texts());
        texts.computeIfPresent(
                ELECTRONICS, (path, text) -> text.replace("heading == " + heading, "heading == " + later));
        assertThat(texts).isNotEqualTo(shipped.rules().texts());
        return new RulebookStore(pool)
                .store(new RuleFolder(new RuleFiles(texts), new TreeMap<>()), "tester")
                .hash();
    }
}
