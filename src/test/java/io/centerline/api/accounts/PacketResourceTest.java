package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.centerline.api.routings.RoutingResourceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class PacketResourceTest {
    private static final String LINES =
            "[{\"hts\":\"8471.30.0100\",\"date\":\"2026-03-02\",\"count\":3,\"value\":\"10.50\"},"
                    + "{\"hts\":\"8471.41.0150\",\"date\":\"2026-04-02\",\"value\":\"0.50\"},"
                    + "{\"hts\":\"8471.30.0100\",\"date\":\"2020-03-02\",\"value\":\"99\"},"
                    + "{\"hts\":\"7318.15.2010\",\"date\":\"2026-03-02\",\"value\":\"7\"}]";

    @Test
    void draft_ofADecision_fillsInTheCountedLinesByHeading() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null);
        Response draft = get("/v1/decisions/" + decide(number, "Acme") + "/appeal-packet");

        draft.then()
                .statusCode(200)
                .body("importer", equalTo(number))
                .body("summary", containsString("Placed in Base Metals"))
                .body("packet.currentCenter", equalTo("CEE005"))
                .body("packet.preferred", equalTo("CEE007"))
                .body("packet.importers", contains(number))
                .body("packet.data.from", equalTo("2025-11-26"))
                .body("packet.data.to", equalTo("2026-11-25"))
                .body("packet.data.headings.heading", contains("7318", "8471"))
                .body("packet.data.headings.count", contains(1, 4))
                .body("packet.data.headings.value", contains("7.00", "11.00"))
                .body("centers.center", contains("CEE007", "CEE005"))
                .body("lacks.item", contains("BOND_NUMBERS", "JUSTIFICATION"));
        String packet = JsonPath.from(draft.asString()).prettyPrint();
        assertThat(packet).contains("draft from decision");
        String raw = packet(draft.asString());
        json(raw.substring(0, raw.length() - 1) + ",\"author\":\"jd\",\"reason\":\"draft\"}")
                .header("If-Match", "*")
                .post("/v1/accounts/" + number + "/appeals")
                .then()
                .statusCode(201)
                .body("lacks.item", contains("BOND_NUMBERS", "JUSTIFICATION"));
    }

    @Test
    void draft_ofAPersonsDecision_canBeSentBackAsItCame() {
        String number = "541-55-" + number().substring(6, 10);
        put(number, placed("CEE005", "2019-04-01"), null);
        String id = decide(
                number,
                "Jo",
                LINES.replace("\"value\":\"10.50\"", "\"value\":\"0\"").replace("0.50", "0"));
        Response draft = get("/v1/decisions/" + id + "/appeal-packet");
        draft.then()
                .body("packet.importers", contains("***-**-" + number.substring(7)))
                .body("packet.data.headings.value", contains("7.00", null))
                .body("centers.value", contains(null, "7.00"))
                .body("lacks.item", contains("BOND_NUMBERS", "JUSTIFICATION", "IMPORT_DATA_VALUE"))
                .body("lacks[2].message", equalTo("the value of the imports of heading `8471` is not given"));
        String appeal = json("{\"filed\":\"2026-11-25\",\"reference\":\"A-1\",\"author\":\"jd\",\"reason\":\"letter\"}")
                .header("If-Match", "*")
                .post("/v1/accounts/" + number + "/appeals")
                .path("id");
        String packet = packet(draft.asString());

        for (String sent :
                new String[] {packet, packet(amend(number, appeal, packet).asString())}) {
            amend(number, appeal, sent)
                    .then()
                    .statusCode(200)
                    .body("packet", equalTo(draft.path("packet")))
                    .body("lacks", equalTo(draft.path("lacks")));
        }
        amend(number, appeal, packet.replace(number.substring(7), "0000"))
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/importers/0"))
                .body("issues[0].help", equalTo("write the whole number"));
    }

    private static Response amend(String number, String appeal, String packet) {
        return json(packet.substring(0, packet.length() - 1) + ",\"author\":\"jd\",\"reason\":\"draft\"}")
                .header("If-Match", "*")
                .put("/v1/accounts/" + number + "/appeals/" + appeal);
    }

    private static String packet(String answer) {
        return answer.substring(answer.indexOf("\"packet\":") + 9, answer.indexOf(",\"lacks\""));
    }

    @Test
    void draft_ofARouting_isRefused() {
        String routing = json(RoutingResourceTest.COURIER).post("/v1/routings").path("id");

        get("/v1/decisions/" + routing + "/appeal-packet")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-a-placement"))
                .body("detail", containsString("says where one activity goes"));
    }

    @Test
    void draft_preferredOrUnknown_isTakenOrRefused() {
        String id = decide(number(), "Acme");
        get("/v1/decisions/" + id + "/appeal-packet?preferred=CEE001")
                .then()
                .body("packet.preferred", equalTo("CEE001"))
                .body("packet.currentCenter", equalTo("CEE007"));
        get("/v1/decisions/" + id + "/appeal-packet").then().body("packet.preferred", nullValue());
        get("/v1/decisions/" + id + "/appeal-packet?preferred=CEE099").then().statusCode(400);
        get("/v1/decisions/7/appeal-packet").then().statusCode(404);
    }

    @Test
    void draft_asPage_hasNothingInlineAndIsEscaped() {
        String id = decide(number(), "<script>alert('1')</script> & \\\"Söhne\\\" 123-45-6789");
        Response page = given().header("Accept", "text/html").get("/v1/decisions/" + id + "/appeal-packet");

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("style-src 'self';"));
        assertThat(page.asString())
                .contains("<main>", "<link rel=\"stylesheet\" href=\"/packet.css\">")
                .doesNotContain("<style", "style=");
        get("/packet.css").then().statusCode(200).contentType("text/css").body(containsString("break-inside: avoid"));
        assertThat(page.asString())
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Söhne&quot; ***-**-6789")
                .contains("<td>8471</td><td class=\"n\">4</td><td class=\"n\">11.00</td>")
                .doesNotContain("<script", "http:", "https:", "src=", "url(");
    }

    private static String decide(String number, String name) {
        return decide(number, name, LINES);
    }

    private static String decide(String number, String name, String lines) {
        return json("{\"importer\":{\"number\":\"" + number + "\",\"name\":\"" + name
                        + "\"},\"asOf\":\"2026-11-25\",\"lines\":" + lines + "}")
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
