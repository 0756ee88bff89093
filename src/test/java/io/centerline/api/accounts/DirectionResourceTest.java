package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.api.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class DirectionResourceTest {
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"memo received\"";

    @Test
    void record_direction_decidesOnItsDays() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        record(number, "CEE003", "2026-11-01", "\"2026-11-30\"", "\"1\"")
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"2-"))
                .body("directions.number", contains(1));

        String open = Requests.of(number, "IMPORTER", 6);
        json(open)
                .post("/v1/placements?record=false")
                .then()
                .body("center.code", equalTo("CEE003"))
                .body("basis", equalTo("DIRECTED"));
        json(open.replace("2026-11-25", "2026-12-01"))
                .post("/v1/placements?record=false")
                .then()
                .body("center.code", equalTo("CEE005"));
        get("/v1/accounts/" + number + "?asOf=2026-11-30").then().body("directed.center", contains("CEE003"));
        get("/v1/accounts/" + number + "?asOf=2026-12-01").then().body("directed", empty());
    }

    @Test
    void record_overlap_namesTheOtherDirection() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        record(number, "CEE003", "2026-01-01", "\"2026-06-30\"", "*").then().statusCode(201);
        record(number, "CEE001", "2026-08-01", "null", "*").then().statusCode(201);

        record(number, "CEE002", "2026-06-30", "null", "*")
                .then()
                .statusCode(409)
                .body("issues.code", contains("DIRECTION_OVERLAPS", "DIRECTION_OVERLAPS"))
                .body(
                        "issues[0].message",
                        equalTo("direction 1, to CEE003, `2026-01-01` to `2026-06-30`, is in force on days of this one,"
                                + " `2026-06-30` without end"))
                .body("issues[1].message", containsString("direction 2, to CEE001, `2026-08-01` without end"));
        record(number, "CEE002", "2026-07-01", "\"2026-07-31\"", "*").then().statusCode(201);
        get("/v1/accounts/" + number).then().body("version", equalTo(4));
    }

    @Test
    void record_endBeforeStartOrNoAuthority_isRefused() {
        json("{\"center\": \"CEE003\", \"from\": \"2026-02-01\", \"until\": \"2026-01-31\", \"authority\": \" \"," + WHO
                        + "}")
                .post("/v1/accounts/" + number() + "/directions")
                .then()
                .statusCode(400)
                .body("issues.code", contains("FIELD_MISSING", "FIELD_MISSING", "INTERVAL_REVERSED"))
                .body("issues.pointer", contains("/authority", "/reference", "/until"));
    }

    @Test
    void correct_earlierEnd_endsItAndKeepsTheHistory() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        record(number, "CEE003", "2026-01-01", "null", "*");
        String body = order("CEE003", "2026-01-01", "\"2026-03-31\"");

        json(body)
                .header("If-Match", "\"2\"")
                .put("/v1/accounts/" + number + "/directions/1")
                .then()
                .statusCode(200)
                .body("directions.until", contains("2026-03-31"));
        json(body)
                .header("If-Match", "\"3\"")
                .put("/v1/accounts/" + number + "/directions/1")
                .then()
                .header("ETag", startsWith("\"3-"));
        json(body)
                .header("If-Match", "\"2\"")
                .put("/v1/accounts/" + number + "/directions/1")
                .then()
                .statusCode(412)
                .body("current.version", equalTo(3));
        json("{\"since\": \"2026-02-01\"," + WHO + "}")
                .header("If-Match", "*")
                .post("/v1/accounts/" + number + "/directions/1/retraction")
                .then()
                .statusCode(400)
                .body("issues.code", contains("FIELD_UNKNOWN"));
        json("{" + WHO + "}")
                .header("If-Match", "*")
                .post("/v1/accounts/" + number + "/directions/1/retraction")
                .then()
                .statusCode(200)
                .body("directions", empty());
        record(number, "CEE003", "2026-01-01", "null", "*").then().body("directions.number", contains(2));
        get("/v1/accounts/" + number + "/history")
                .then()
                .body(
                        "entries.event.kind",
                        contains("DESCRIBED", "PLACED", "DIRECTED", "DIRECTED", "DIRECTION_RETRACTED", "DIRECTED"));
    }

    @Test
    void record_ofWhoBecomesABroker_hasToEndFirst() {
        String number = number();
        put(number, "{\"name\": \"Acme\"," + WHO + "}", null);
        record(number, "CEE003", "2026-01-01", "null", "*").then().statusCode(201);
        String broker = "{\"kind\": \"BROKER\"," + WHO + "}";

        put(number, broker, "*")
                .then()
                .statusCode(409)
                .body("issues.code", contains("ACCOUNT_NOT_PLACEABLE"))
                .body("issues.pointer", contains("/kind"))
                .body("issues[0].message", containsString("direction 1, to CEE003, `2026-01-01` without end"));
        end(number, "\"2026-03-31\"").then().statusCode(200);
        put(number, broker, "*").then().statusCode(200).body("kind", equalTo("BROKER"));
        end(number, "\"2026-02-28\"").then().statusCode(200).body("directions.until", contains("2026-02-28"));
        end(number, "null").then().statusCode(409).body("issues.pointer", contains("/center"));
    }

    private static Response end(String number, String until) {
        return json(order("CEE003", "2026-01-01", until))
                .header("If-Match", "*")
                .put("/v1/accounts/" + number + "/directions/1");
    }

    @Test
    void change_ofNothingOnFile_isNotFound() {
        String number = number();
        record(number, "CEE003", "2026-01-01", "null", null).then().statusCode(404);
        put(number, placed("CEE005", "2019-04-01"), null);

        record(number, "CEE003", "2026-01-01", "null", null).then().statusCode(428);
        json(order("CEE003", "2026-01-01", "null"))
                .header("If-Match", "*")
                .put("/v1/accounts/" + number + "/directions/1")
                .then()
                .statusCode(404)
                .body("detail", containsString("no direction 1"));
        json(order("CEE003", "2026-01-01", "null"))
                .header("If-Match", "*")
                .put("/v1/accounts/" + number + "/directions/one")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("direction"));
    }

    private static String order(String center, String from, String until) {
        return "{\"center\": \"" + center + "\", \"from\": \"" + from + "\", \"until\": " + until
                + ", \"authority\": \"Office of Field Operations\", \"reference\": \"memo 17\"," + WHO + "}";
    }

    private static Response record(String number, String center, String from, String until, String ifMatch) {
        String body = order(center, from, until);
        return (ifMatch == null ? json(body) : json(body).header("If-Match", ifMatch))
                .post("/v1/accounts/" + number + "/directions");
    }
}
