package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.api.Requests;
import io.centerline.api.routings.RoutingResourceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class AdoptionResourceTest {
    private static final String REVIEWED = "{\"author\": \"jd\", \"reason\": \"reviewed\"}";

    @Test
    void adopt_placedDecision_isOnFileFromItsDayAndOnce() {
        String number = number();
        String id = decide(Requests.of(number, "IMPORTER", 6).replace("\"kind\"", "\"name\":\"Acme\",\"kind\""));
        adopt(id, REVIEWED)
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .body("number", equalTo(number))
                .body("name", equalTo("Acme"))
                .body("center", equalTo("CEE007"))
                .body("since", equalTo("2026-11-25"))
                .body("placements.decision", contains(id))
                .body("adoption.decision", equalTo(id))
                .body("adoption.effect", equalTo("PLACED"));

        adopt(id, REVIEWED)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("adoption.effect", equalTo("ADOPTED_BEFORE"));
        adopt(id, "{\"author\": \"jd\", \"reason\": \"reviewed\", \"since\": \"2026-12-01\"}", "*")
                .then()
                .statusCode(409)
                .body("issues[0].code", equalTo("DECISION_NOT_ADOPTABLE"))
                .body("issues[0].message", containsString("adopted already, since `2026-11-25`"));
        json(Requests.of(number, "IMPORTER", 6))
                .post("/v1/placements?record=false")
                .then()
                .body("basis", equalTo("ACCOUNT"));
    }

    @Test
    void adopt_whatTheAccountIsPlacedInAlready_leavesItsFirstDay() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);

        adopt(decide(Requests.of(number, "IMPORTER", 6)), REVIEWED, "\"1\"")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("since", equalTo("2019-04-01"))
                .body("placements.decision", contains(nullValue()))
                .body("adoption.effect", equalTo("PLACED_BEFORE"));
    }

    /** A caller whose answer was lost sends it again, while somebody else goes on. */
    @Test
    void adopt_onceMoreAfterALaterOne_leavesTheLaterOne() {
        String number = number();
        String first = decide(Requests.of(number, "IMPORTER", 6));
        adopt(first, REVIEWED).then().statusCode(201);
        String later = decide(Requests.of(number, "IMPORTER", 6)
                .replace("8471.30.0100", "7318.15.2010")
                .replace("{\"importer\"", "{\"account\":null,\"importer\""));

        adopt(later, REVIEWED).then().statusCode(428).body("type", equalTo("/problems/version-needed"));
        adopt(later, REVIEWED, "\"7\"").then().statusCode(412).body("current.version", equalTo(1));
        adopt(later, REVIEWED, "\"1\"").then().statusCode(200).body("center", equalTo("CEE005"));
        for (String ifMatch : new String[] {"*", "\"1\"", "\"1\", \"2\""}) {
            adopt(first, REVIEWED, ifMatch)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2))
                    .body("center", equalTo("CEE005"))
                    .body("adoption.effect", equalTo("ADOPTED_BEFORE"));
        }
        adopt(first, REVIEWED).then().statusCode(200).body("version", equalTo(2));
        json(REVIEWED)
                .header("If-None-Match", "*")
                .post("/v1/decisions/" + later + "/adoption")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        adopt(first, REVIEWED, "\"2\"")
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("center", equalTo("CEE007"))
                .body("placements.decision", contains(first))
                .body("adoption.effect", equalTo("PLACED"));
        for (String ifMatch : new String[] {"\"2\"", "\"3\""}) {
            adopt(first, REVIEWED, ifMatch)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(3))
                    .body("adoption.effect", equalTo("ADOPTED_BEFORE"));
        }
    }

    @Test
    void adopt_whatWasTakenBack_isPlacedOnlyOnTheVersionOnFile() {
        String number = number();
        String id = decide(Requests.of(number, "IMPORTER", 6));
        adopt(id, REVIEWED).then().statusCode(201);
        put(number, "{\"corrects\":\"2026-11-25\",\"author\":\"jd\",\"reason\":\"error\"}", "\"1\"")
                .then()
                .statusCode(200)
                .body("placements.size()", equalTo(0));
        String otherDay = REVIEWED.replace("}", ",\"since\":\"2026-12-01\"}");

        adopt(id, REVIEWED).then().statusCode(200).body("adoption.effect", equalTo("ADOPTED_BEFORE"));
        adopt(id, REVIEWED, "*").then().statusCode(200).body("version", equalTo(2));
        adopt(id, otherDay, "*").then().statusCode(428);
        adopt(id, otherDay, "\"2\"")
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("placements.since", contains("2026-12-01"))
                .body("placements.decision", contains(id))
                .body("adoption.effect", equalTo("PLACED"));
    }

    /** The answer to an adoption without effect was lost, and the account was moved before it is asked for again. */
    @Test
    void adopt_onceMoreWhatHadNoEffect_changesNothing() {
        String number = number();
        put(number, placed("CEE007", "2019-04-01"), null);
        String id =
                decide(Requests.of(number, "IMPORTER", 6).replace("{\"importer\"", "{\"account\":null,\"importer\""));
        adopt(id, REVIEWED, "*").then().statusCode(200).body("adoption.effect", equalTo("PLACED_BEFORE"));
        put(number, placed("CEE005", "2026-11-01"), "\"1\"").then().statusCode(200);

        for (String ifMatch : new String[] {"*", "\"1\", \"2\""}) {
            adopt(id, REVIEWED, ifMatch)
                    .then()
                    .statusCode(428)
                    .body("type", equalTo("/problems/version-needed"))
                    .body("detail", containsString("may repeat an earlier one"));
        }
        get("/v1/accounts/" + number).then().body("version", equalTo(2)).body("center", equalTo("CEE005"));
        adopt(id, REVIEWED, "\"2\"").then().statusCode(200).body("adoption.effect", equalTo("PLACED"));
    }

    @Test
    void adopt_socialSecurityNumber_isKnownFromTheFacts() {
        adopt(decide(Requests.of("541-99-0001", "IMPORTER", 6)), REVIEWED)
                .then()
                .statusCode(201)
                .body("number", equalTo("***-**-0001"));
        get("/v1/accounts/541-99-0001").then().statusCode(200);
    }

    /** A routing names a Center too, but for one entry. */
    @Test
    void adopt_routing_isRefusedAndPlacesNobody() {
        String number = number();
        String routing = json(RoutingResourceTest.COURIER.replace("98-765432100", number))
                .post("/v1/routings")
                .path("id");

        adopt(routing, REVIEWED)
                .then()
                .statusCode(409)
                .body("issues[0].code", equalTo("DECISION_NOT_ADOPTABLE"))
                .body(
                        "issues[0].message",
                        equalTo("decision `" + routing + "` says where one activity goes, and places nobody"));
        get("/v1/accounts/" + number).then().statusCode(404);
    }

    @Test
    void adopt_whatPlacesNobody_isRefused() {
        adopt(decide(Requests.of(number(), "COURIER", 6)), REVIEWED)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/account-conflict"))
                .body("issues[0].message", containsString("its status is NOT_ELIGIBLE"));
        adopt(decide(Requests.of(number(), "IMPORTER", 0)), REVIEWED)
                .then()
                .body("issues[0].message", containsString("its status is PENDING"));
        adopt("01234567-89ab-7def-8123-456789abcdef", REVIEWED).then().statusCode(404);
        adopt("01234567-89ab-7def-8123-456789abcdef", "{\"since\": 7}")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/since", "/author", "/reason"));
        String directed =
                "{\"account\":{\"directed\":[{\"center\":\"CEE001\",\"from\":\"2026-01-01\",\"authority\":\"a\","
                        + "\"reference\":\"r\"}]},\"importer\"";
        adopt(decide(Requests.of(number(), "IMPORTER", 6).replace("{\"importer\"", directed)), REVIEWED)
                .then()
                .statusCode(409)
                .body("issues[0].message", containsString("rests on a directed assignment"));
    }

    static String decide(String body) {
        return json(body)
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response adopt(String id, String body, String ifMatch) {
        return json(body).header("If-Match", ifMatch).post("/v1/decisions/" + id + "/adoption");
    }

    private static Response adopt(String id, String body) {
        return json(body).post("/v1/decisions/" + id + "/adoption");
    }
}
