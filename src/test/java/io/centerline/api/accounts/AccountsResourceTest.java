package io.centerline.api.accounts;

import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class AccountsResourceTest {
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter\"";

    @Test
    void list_pageByPage_givesEveryAccountOnceWithItsAceCode() {
        String placed = number();
        put(placed, placed("CEE005", "2019-04-01"), null);
        String pending = number();
        put(pending, "{\"name\": \"New\"," + WHO + "}", null);
        String courier = number();
        put(courier, "{\"kind\": \"COURIER\"," + WHO + "}", null);

        List<Map<String, Object>> all = all("?limit=2&asOf=2026-11-25");

        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        assertThat(line(all, placed)).containsEntry("center", "CEE005").containsEntry("basis", "ACCOUNT");
        assertThat(line(all, pending)).containsEntry("center", "PNDING").containsEntry("status", "PENDING");
        assertThat(line(all, courier)).containsEntry("center", "NOTELG").containsEntry("kind", "COURIER");
        assertThat(line(all("?asOf=2019-03-31"), placed)).containsEntry("center", "PNDING");
        assertThat(all("?center=NOTELG&limit=1"))
                .allSatisfy(line -> assertThat(line).containsEntry("center", "NOTELG"));
    }

    @Test
    void list_asRecords_hasTheSameAccounts() {
        String number = number();
        put(number, placed("CEE008", "2019-04-01"), null);
        String records = given().header("Accept", "text/plain")
                .get("/v1/accounts?center=CEE008")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=US-ASCII")
                .extract()
                .asString();

        assertThat(records)
                .contains("K1" + number + " ".repeat(66) + "\nK7ACME" + " ".repeat(27)
                        + "CEE008 CONSUMER PRODUCTS & MASS MERCH" + " ".repeat(10) + "\nK8" + " ".repeat(38)
                        + "ANDISING");
        assertThat(records.lines().filter(line -> line.startsWith("K7")))
                .hasSameSizeAs(all("?center=CEE008"))
                .allMatch(line -> line.startsWith("CEE008", 33));
    }

    @Test
    void list_numberOfAPerson_isMaskedInBothForms() {
        String person = "987-65-" + number().substring(6, 10);
        put(person, "{\"name\": \"Jane Roe, 987-65-4321\"," + WHO + "}", null)
                .then()
                .statusCode(201);

        assertThat(get("/v1/accounts?limit=1000").asString())
                .contains("***-**-" + person.substring(7))
                .doesNotContain("987-65-");
        assertThat(given().header("Accept", "text/plain").get("/v1/accounts").asString())
                .contains("K1***-**-" + person.substring(7) + " ".repeat(67) + "\nK7*** ")
                .doesNotContain("987-65-");
    }

    @Test
    void list_badParameters_areToldAtOnce() {
        get("/v1/accounts?center=CEE011&asOf=2013-04-03&limit=0&cursor=x&page=2")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("?center", "?asOf", "?limit", "?cursor", "?page"));
        number();
        put(number(), placed("CEE005", "2019-04-01"), null);
        put(number(), placed("CEE005", "2019-04-01"), null);
        String next = get("/v1/accounts?limit=1").path("next");
        get("/v1/accounts?limit=1&center=CEE001&cursor=" + next)
                .then()
                .statusCode(400)
                .body("issues[0].code", equalTo("CURSOR_OF_ANOTHER_QUERY"));
        given().header("Accept", "image/png").get("/v1/accounts").then().statusCode(406);
    }

    private static List<Map<String, Object>> all(String query) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = get("/v1/accounts" + query + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("accounts"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        return all;
    }

    private static Map<String, Object> line(List<Map<String, Object>> all, String number) {
        return all.stream()
                .filter(line -> number.equals(line.get("number")))
                .findFirst()
                .orElseThrow();
    }
}
