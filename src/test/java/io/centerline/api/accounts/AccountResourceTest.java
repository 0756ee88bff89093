package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.api.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
public class AccountResourceTest {
    private static final AtomicInteger USED = new AtomicInteger();
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter of 2019-03-20\"";

    @Test
    void put_newAccount_isOnFileFromItsDay() {
        String number = number();
        Response entered = put(number, placed("CEE005", "2019-04-01"), null);
        entered.then().statusCode(201).header("ETag", startsWith("\"1-")).body("center", equalTo("CEE005"));

        get("/v1/accounts/" + number)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("number", equalTo(number))
                .body("name", equalTo("Acme"))
                .body("kind", equalTo("IMPORTER"))
                .body("center", equalTo("CEE005"))
                .body("placementCenter", equalTo("CEE005"))
                .body("since", equalTo("2019-04-01"))
                .body("siblings", empty())
                .body("notes", empty());
        get("/v1/accounts/" + number + "?asOf=2019-03-31")
                .then()
                .statusCode(200)
                .body("center", nullValue())
                .body("placements.center", contains("CEE005"));
    }

    @Test
    void put_correction_leavesWhatWasKnownBefore() {
        String number = number();
        String known = put(number, placed("CEE005", "2019-04-01"), null).path("changedAt");
        put(number, placed("CEE007", "2019-04-01"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2-"))
                .body("center", equalTo("CEE007"));
        put(
                        number,
                        "{\"center\": \"CEE007\", \"since\": \"2019-05-01\", \"corrects\": \"2019-04-01\"," + WHO + "}",
                        "*")
                .then()
                .statusCode(200)
                .body("placements.since", contains("2019-05-01"));

        Response then = get("/v1/accounts/" + number + "?asOf=2019-04-15&knownAt=" + known);
        then.then().statusCode(200).body("center", equalTo("CEE005")).body("version", equalTo(1));
        assertThat(then.header("ETag")).isNull();
        get("/v1/accounts/" + number + "?asOf=2019-04-15").then().body("center", nullValue());
        get("/v1/accounts/" + number + "?knownAt=2019-04-15T00:00:00Z").then().statusCode(404);
        get("/v1/accounts/" + number + "/history")
                .then()
                .statusCode(200)
                .body("entries.event.kind", contains("DESCRIBED", "PLACED", "PLACED", "PLACED"))
                .body("entries[3].event.corrects", equalTo("2019-04-01"))
                .body("entries.author", contains("jd", "jd", "jd", "jd"));
    }

    @Test
    void put_whatIsOnFileAlready_recordsNothing() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);

        put(number, placed("CEE005", "2019-04-01"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"));
        get("/v1/accounts/" + number + "/history").then().body("entries.size()", equalTo(2));
    }

    @Test
    void put_withoutOrWithAnotherVersion_isRefusedWithWhatIsThere() {
        String number = number();
        json(placed("CEE005", "2019-04-01"))
                .header("If-Match", "\"1\"")
                .put("/v1/accounts/" + number)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/account-changed"))
                .body("current", nullValue());
        put(number, placed("CEE005", "2019-04-01"), null);

        put(number, placed("CEE007", "2019-04-01"), null)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/version-needed"))
                .body("detail", containsString("If-Match"));
        put(number, placed("CEE007", "2019-04-01"), "\"2\"")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("current.center", equalTo("CEE005"))
                .body("current.version", equalTo(1));
        json(placed("CEE007", "2019-04-01"))
                .header("If-None-Match", "*")
                .put("/v1/accounts/" + number)
                .then()
                .statusCode(412);
        for (String tag : new String[] {"W/\"1\"", "\"0\"", "\"2\", \"3-5f0c1e9a\"", "\"other\"", "\"\""}) {
            put(number, placed("CEE007", "2019-04-01"), tag).then().statusCode(412);
        }
        for (String tag : new String[] {"1", "\"1", "*, \"1\"", "\"1\" \"2\"", "w/\"1\""}) {
            put(number, placed("CEE007", "2019-04-01"), tag)
                    .then()
                    .statusCode(400)
                    .body("issues[0].pointer", equalTo("header If-Match"));
        }
        get("/v1/accounts/" + number).then().body("center", equalTo("CEE005"));
    }

    @Test
    void put_listOfTags_isMeantForEachOfThem() {
        String number = number();
        String tag = put(number, placed("CEE005", "2019-04-01"), null).header("ETag");

        put(number, placed("CEE007", "2019-04-01"), "\"7\", " + tag).then().statusCode(200);
        put(number, placed("CEE009", "2019-04-01"), "W/\"2\",\"2\"").then().statusCode(200);
        for (String noneMatch : new String[] {"\"3\"", "W/\"3\", \"1\""}) {
            json(placed("CEE001", "2019-04-01"))
                    .header("If-None-Match", noneMatch)
                    .put("/v1/accounts/" + number)
                    .then()
                    .statusCode(412);
        }
        json(placed("CEE001", "2019-04-01"))
                .header("If-None-Match", "\"2\"")
                .put("/v1/accounts/" + number)
                .then()
                .statusCode(428);
        json(placed("CEE001", "2019-04-01"))
                .header("If-None-Match", "\"2\"")
                .put("/v1/accounts/" + number())
                .then()
                .statusCode(201);
        get("/v1/accounts/" + number).then().body("center", equalTo("CEE009")).body("version", equalTo(3));
    }

    @Test
    void get_representationThatTheCallerHas_isNotSentAgain() {
        String address = "/v1/accounts/" + number();
        json(placed("CEE005", "2019-04-01")).put(address);
        String tag = get(address).header("ETag");
        String ofAnotherDay = get(address + "?asOf=2019-03-31").header("ETag");
        Response compressed = given().header("Accept-Encoding", "gzip").get(address + "?asOf=2019-03-31");

        assertThat(tag).matches("\"1-[0-9a-f]{8}\"");
        assertThat(ofAnotherDay).startsWith("\"1-").isNotEqualTo(tag);
        if (compressed.header("Content-Encoding") != null) {
            assertThat(compressed.header("ETag")).isEqualTo(ofAnotherDay.replaceFirst("\"$", "-gzip\""));
        }
        for (String known : new String[] {tag, "*", "\"x\", W/" + tag}) {
            given().header("If-None-Match", known)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyString());
        }
        for (String other : new String[] {ofAnotherDay, "\"1\"", tag.replace("\"", ""), "W/\"x\""}) {
            given().header("If-None-Match", other).get(address).then().statusCode(200);
        }
    }

    @Test
    void put_contradictions_areExactIssuesAndRecordNothing() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);

        put(number, "{\"kind\": \"COURIER\", \"corrects\": \"2018-04-01\"," + WHO + "}", "\"1\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/account-conflict"))
                .body("issues.code", contains("PLACEMENT_UNKNOWN", "ACCOUNT_NOT_PLACEABLE"))
                .body("issues[0].help", containsString("2019-04-01"));
        put(number(), "{\"kind\": \"BROKER\", \"center\": \"CEE001\", \"since\": \"2019-04-01\"," + WHO + "}", null)
                .then()
                .statusCode(409)
                .body("issues.pointer", contains("/kind"));
        get("/v1/accounts/" + number).then().body("version", equalTo(1));
    }

    @Test
    void put_correctionOfADayWithoutPlacement_isRefusedAlsoWhenTheRestIsOnFile() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        String corrected =
                placed("CEE005", "2019-05-01").replace("\"since\"", "\"corrects\": \"2019-04-01\", \"since\"");
        put(number, corrected.replace("2019-05-01", "2019-04-01").replaceFirst("2019-04-01", "2019-04-10"), "\"1\"")
                .then()
                .statusCode(409)
                .body("issues.code", contains("PLACEMENT_UNKNOWN"))
                .body("issues[0].message", containsString("2019-04-10"));

        put(number, corrected, "\"1\"").then().statusCode(200).body("version", equalTo(2));
        put(number, corrected, "*").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void decide_kindOnFile_isThatOfEveryRequestWhichLeavesTheAccountOpen() {
        String number = number();
        put(number, "{\"kind\": \"BROKER\"," + WHO + "}", null).then().statusCode(201);
        String unsaid = "{\"importer\":{\"number\":\"" + number + "\"},\"asOf\":\"2026-11-25\",";
        String other = unsaid.replace("\"}", "\",\"kind\":\"IMPORTER\"}");
        String goods = "\"lines\":[{\"hts\":\"8471.30.0100\",\"date\":\"2026-03-02\"}]";
        String routing = "\"activity\":\"ENTRY_SUMMARY\",\"entry\":{" + goods + "}}";
        String protest = "\"entries\":[{\"number\":\"A1\",\"port\":\"2704\"," + goods + "}]}";
        for (String[] asked : new String[][] {
            {"/v1/placements?record=false", goods + "}", "importer.kind"},
            {"/v1/routings?record=false", routing, "importer.kind"},
            {"/v1/protests/consolidations", protest, "importer.kind"}
        }) {
            json(unsaid + asked[1])
                    .post(asked[0])
                    .then()
                    .statusCode(200)
                    .body(asked[2], equalTo("BROKER"))
                    .body("warnings", empty());
            json(other + asked[1])
                    .post(asked[0])
                    .then()
                    .statusCode(200)
                    .body(asked[2], equalTo("BROKER"))
                    .body("warnings.code", contains("KIND_DIFFERS"))
                    .body("warnings.pointer", contains("/importer/kind"))
                    .body(
                            "warnings[0].message",
                            equalTo("the request calls the importer `IMPORTER`; the account on file says `BROKER`,"
                                    + " which decides"));
            json(other + "\"account\":null," + asked[1])
                    .post(asked[0])
                    .then()
                    .statusCode(200)
                    .body(asked[2], equalTo("IMPORTER"))
                    .body("warnings", empty());
        }
        Response reassessed = given().header("Content-Type", "application/x-ndjson")
                .body((other + goods + "}").getBytes(StandardCharsets.UTF_8))
                .post("/v1/reassessments");
        String decision = JsonPath.from(reassessed.asString()).getString("decision");
        get("/v1/decisions/" + decision)
                .then()
                .body("importer.kind", equalTo("BROKER"))
                .body("warnings.code", contains("KIND_DIFFERS"));
        json("").post("/v1/decisions/" + decision + "/replay").then().body("same", equalTo(true));
        Response file = given().header("Content-Type", "text/csv")
                .body(("IOR,Kind,HTS,Entry Date\n" + number + ",COURIER,8471.30.0100,2026-03-02\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/reassessments?asOf=2026-11-25");
        get("/v1/decisions/" + JsonPath.from(file.asString()).getString("decision"))
                .then()
                .body("warnings.pointer", contains("line 2, column \"Kind\""));
    }

    @Test
    void put_manyFaults_areToldAtOnce() {
        json("{\"center\": \"CEE099\", \"author\": \"jd\"}")
                .header("If-Match", "3")
                .put("/v1/accounts/123456789?dry=true")
                .then()
                .statusCode(400)
                .body(
                        "issues.code",
                        contains(
                                "PARAMETER_UNKNOWN",
                                "IMPORTER_NUMBER_AMBIGUOUS",
                                "VALUE_MALFORMED",
                                "VALUE_UNKNOWN",
                                "FIELD_MISSING",
                                "FIELD_MISSING"));
        get("/v1/accounts/12-3?knownAt=today&asOf=May")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("?asOf", "?knownAt", "number"));
    }

    @Test
    void get_siblingsElsewhere_areNoted() {
        String root = number().substring(0, 10);
        put(root, placed("CEE005", "2019-04-01"), null);
        put(root + "01", placed("CEE007", "2019-04-01"), null);

        get("/v1/accounts/" + root + "01")
                .then()
                .body("siblings.number", contains(root))
                .body("siblings.center", contains("CEE005"))
                .body("notes[0].code", equalTo("SIBLING_DIFFERS"))
                .body("notes[0].message", containsString(root + " is in CEE005"));
        get("/v1/accounts/" + root + "00").then().statusCode(404);
    }

    @Test
    void answers_socialSecurityNumber_isMasked() {
        String number = String.format("541-23-%04d", USED.incrementAndGet());
        Response entered = put(
                number,
                "{\"family\": [\"" + number + "\"], \"center\": \"CEE005\", \"since\": \"2019-04-01\"," + WHO + "}",
                null);

        for (String body : new String[] {
            entered.asString(),
            get("/v1/accounts/" + number).asString(),
            get("/v1/accounts/" + number + "/history").asString(),
            put(number, placed("CEE007", "2019-04-01"), "\"7\"").asString()
        }) {
            assertThat(body).doesNotContain(number).contains("***-**-" + number.substring(7));
        }
    }

    @Test
    void place_withoutAccount_usesWhatIsOnFileAndReplays() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        String open = Requests.of(number, "IMPORTER", 6);
        Response decision = json(open).post("/v1/placements");

        decision.then()
                .statusCode(201)
                .body("center.code", equalTo("CEE005"))
                .body("basis", equalTo("ACCOUNT"))
                .body("indicated.code", equalTo("CEE007"));
        put(number, placed("CEE001", "2019-04-01"), "*").then().statusCode(200);
        String id = decision.path("id");
        json("").post("/v1/decisions/" + id + "/replay").then().body("same", equalTo(true));
        get("/v1/decisions/" + id + "/facts").then().body("facts.account.center", equalTo("CEE005"));
        json(open).post("/v1/placements?record=false").then().statusCode(200).body("center.code", equalTo("CEE001"));
        json(open.replace("2026-11-25", "2018-11-25"))
                .post("/v1/placements?record=false")
                .then()
                .body("basis", equalTo(null));
        json(open.replace("{\"importer\"", "{\"account\": null, \"importer\""))
                .post("/v1/placements?record=false")
                .then()
                .body("center.code", equalTo("CEE007"))
                .body("basis", equalTo("PREDOMINANCE"));
    }

    /** A number that no other test uses. */
    static String number() {
        return String.format("31-%07d00", USED.incrementAndGet());
    }

    public static String placed(String center, String since) {
        return "{\"name\": \"Acme\", \"center\": \"" + center + "\", \"since\": \"" + since + "\"," + WHO + "}";
    }

    public static Response put(String number, String body, String ifMatch) {
        return (ifMatch == null ? json(body) : json(body).header("If-Match", ifMatch)).put("/v1/accounts/" + number);
    }
}
