package io.centerline.application;

import static io.centerline.api.Requests.json;
import static io.centerline.application.ActivationTrials.activate;
import static io.centerline.application.ActivationTrials.report;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.centerline.activation.RulebookStore;
import io.centerline.api.Requests;
import io.centerline.api.routings.RoutingResourceTest;
import io.centerline.application.ActivationOverTheLimitTest.EmptyStore;
import io.centerline.journal.ErasedFacts;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of the law over REST, with everything in the journal that a journal can hold. */
@Tag("service")
@QuarkusTest
@TestProfile(EmptyStore.class)
class ActivationOverTheLimitTest {
    private static final String IMPORTER = "77-123456700";

    @Inject
    RulebookStore versions;

    @Inject
    AgroalDataSource pool;

    @Test
    void activate_journalWithRoutingsAccountsAndErasedFacts_isMadeWithAReport() throws Exception {
        String before = get("/v1/rulebooks/active").path("rulebook");
        String moving = stored(rules -> rules.replace("heading == 8471", "heading == 8472"));
        // Two that stay, two that move; a routing by the goods that moves, and one by the account that stays.
        placed(Requests.of(IMPORTER, "IMPORTER", 6).replace("8471.30.0100", "4011.10.1010"));
        placed(Requests.of("77-123456701", "IMPORTER", 6).replace("8471.30.0100", "4011.10.1010"));
        placed(Requests.of("77-123456702", "IMPORTER", 6));
        placed(Requests.of("77-123456703", "IMPORTER", 6));
        json("{\"center\": \"CEE005\", \"since\": \"2019-04-01\", \"author\": \"jd\", \"reason\": \"letter\"}")
                .header("If-None-Match", "*")
                .put("/v1/accounts/" + IMPORTER)
                .then()
                .statusCode(201);
        routed(RoutingResourceTest.COURIER
                .replace("\"count\": 3", "\"count\": 1")
                .replace("6110.20", "8471.30")
                .replace("8471.30.1010", "8471.30.0100"));
        routed("{\"importer\": {\"number\": \"" + IMPORTER
                + "\"}, \"asOf\": \"2026-11-25\", \"activity\": \"REDELIVERY\", \"entry\": {\"number\":"
                + " \"OHC00000017\", \"port\": \"4101\", \"lines\": [{\"hts\": \"8471.30.0100\"}]}}");
        List<Integer> places = get("/v1/decisions?limit=10").path("decisions.index");
        int journal = places.size();

        activate(moving, "\"impact\": null")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/impact-needed"))
                .body("detail", containsString("would move 3 of the latest " + journal + " decisions, more than 20 %"));
        String report = report("{\"candidate\": \"" + moving + "\"}");
        get("/v1/rulebooks/impacts/" + report)
                .then()
                .body("progress.done", equalTo(journal))
                .body("cases", equalTo(journal))
                .body("moved", equalTo(3))
                .body("undecided", equalTo(0))
                .body("result.routings.cases", equalTo(2))
                .body("result.routings.moved", equalTo(1))
                .body("result.examples.kind", equalTo(List.of("PLACEMENT", "PLACEMENT", "ROUTING")));

        activate(moving, "\"impact\": \"" + report + "\"")
                .then()
                .statusCode(200)
                .body("activation.impact", equalTo(report))
                .body("activation.undecided", equalTo(0))
                .body("activation.undecidedReason", nullValue());

        // One of six is less than the limit, and cannot hide a move.
        erase(places.get(3), places.get(3) + 1);
        String partly = report("{\"candidate\": \"" + before + "\"}");
        activate(before, "\"impact\": \"" + partly + "\"")
                .then()
                .statusCode(200)
                .body("activation.undecided", equalTo(1))
                .body("activation.undecidedReason", nullValue());

        erase(0, places.get(0) + 1);
        activate(moving, "\"impact\": null")
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        containsString("would move 0 of the latest 6 decisions, and 6 of them could not be asked,"
                                + " together more than 20 %"));
        String blind = report("{\"candidate\": \"" + moving + "\"}");
        activate(moving, "\"impact\": \"" + blind + "\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/impact-needed"))
                .body("detail", containsString("could not ask 6 of its 6 decisions, more than 20 %"))
                .body("detail", containsString("`undecidedReason`"));
        activate(moving, "\"impact\": \"" + blind + "\", \"undecidedReason\": \"no entries of 8471 since 2024\"")
                .then()
                .statusCode(200)
                .body("activation.undecided", equalTo(6))
                .body("activation.undecidedReason", equalTo("no entries of 8471 since 2024"));
        get("/v1/rulebooks/activations?limit=1")
                .then()
                .body("activations[0].impact", equalTo(blind))
                .body("activations[0].undecided", equalTo(6))
                .body("activations[0].undecidedReason", equalTo("no entries of 8471 since 2024"));
        get("/v1/rulebooks/active").then().body("activation.undecided", equalTo(6));

        // Another remark moves nobody, whatever the facts were.
        String remark = stored(rules -> rules.replace("heading == 8471", "heading == 8472") + "// a remark\n");
        activate(remark, "\"impact\": null").then().statusCode(200);
    }

    private static void placed(String body) {
        json(body).post("/v1/placements").then().statusCode(201);
    }

    private static void routed(String body) {
        json(body).post("/v1/routings").then().statusCode(201);
    }

    private void erase(int from, int to) {
        ErasedFacts.erase(pool, from, to);
    }

    private String stored(UnaryOperator<String> change) throws IOException {
        return ActivationTrials.stored(versions, change);
    }

    public static final class EmptyStore extends ActivationTrials.EmptyStore {
        public EmptyStore() {
            super("activation_over_limit");
        }
    }
}
