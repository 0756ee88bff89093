package io.centerline.api.accounts;

import static io.centerline.api.Requests.json;
import static io.centerline.api.accounts.AccountResourceTest.number;
import static io.centerline.api.accounts.AccountResourceTest.placed;
import static io.centerline.api.accounts.AccountResourceTest.put;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.centerline.api.Requests;
import io.centerline.application.OwedRecording;
import io.centerline.store.Packed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
class AppealResourceTest {
    private static final String WHO = "\"author\": \"jd\", \"reason\": \"letter of the importer\"";

    @Inject
    AgroalDataSource pool;

    @Inject
    OwedRecording owed;

    @Test
    void file_bareAppeal_saysWhatItsPacketLacks() {
        String number = account();
        Response filed = file(number, "{\"filed\": \"2026-03-01\", \"reference\": \"A-1\"," + WHO + "}");

        filed.then()
                .statusCode(201)
                .header("ETag", startsWith("\"2-"))
                .body("stage", equalTo("FILED"))
                .body(
                        "lacks.item",
                        contains(
                                "CURRENT_CENTER",
                                "PREFERRED_CENTER",
                                "IMPORTER_NUMBERS",
                                "BOND_NUMBERS",
                                "JUSTIFICATION",
                                "IMPORT_DATA",
                                "IMPORT_DATA_PERIOD"))
                .body("lacks[0].help", equalTo("`CEE005` is on file"));
        amend(number, filed.path("id"), packet("CEE007", number))
                .then()
                .statusCode(200)
                .body("lacks", empty())
                .body("packet.data.headings[0].value", equalTo("5400.00"));
        String id = filed.path("id");
        get("/v1/accounts/" + number + "/appeals/" + id)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"3-"))
                .body("packet.preferred", equalTo("CEE007"));
        get("/v1/accounts/" + number).then().body("appeals.status", contains("FILED"));
    }

    @Test
    void file_location_isAPathWithoutASocialSecurityNumber() {
        String bare = "{\"filed\": \"2026-03-01\", \"reference\": \"A-1\"," + WHO + "}";
        String number = account();
        Response filed = file(number, bare);
        assertThat(filed.header("Location"))
                .isEqualTo("/v1/accounts/" + number + "/appeals/" + filed.path("id"))
                .satisfies(path -> get(path).then().statusCode(200));

        for (String end : List.of("1/appeals", "2/appeals/")) {
            String address = "/v1/accounts/541-99-700" + end;
            put("541-99-700" + end.charAt(0), placed("CEE005", "2019-04-01"), null);
            String location = json(bare)
                    .header("If-Match", "*")
                    .post(address)
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");

            assertThat(location).doesNotContain("541-99");
            get(URI.create(address).resolve(location)).then().statusCode(200);
        }
    }

    @Test
    void file_packetThatDoesNotFitTheFile_isToldSo() {
        String number = account();
        file(
                        number,
                        packet("CEE005", number)
                                .replace("\"currentCenter\": \"CEE005\"", "\"currentCenter\": \"CEE001\"")
                                .replace("\"to\": \"2026-02-28\"", "\"to\": \"2026-02-27\""))
                .then()
                .statusCode(201)
                .body("lacks.item", contains("CURRENT_CENTER", "PREFERRED_CENTER", "IMPORT_DATA_PERIOD"))
                .body("lacks[0].message", containsString("given as `CEE001`, but `CEE005` is on file"))
                .body("lacks[2].help", containsString("2026-02-28"));
    }

    @Test
    void file_unknownAccountsTwiceOrUnreadable_isRefused() {
        String number = account();
        json(packet("CEE007", number))
                .post("/v1/accounts/" + number() + "/appeals")
                .then()
                .statusCode(404);
        String unknown = number();
        file(number, packet("CEE007", unknown))
                .then()
                .statusCode(409)
                .body("issues.code", contains("ACCOUNT_UNKNOWN"))
                .body("issues.pointer", contains("/importers/0"))
                .body("issues[0].message", containsString(unknown));
        String id = file(number, packet("CEE007", number)).path("id");
        file(number, packet("CEE007", number))
                .then()
                .statusCode(409)
                .body("issues.code", contains("APPEAL_OPEN"))
                .body("issues[0].message", containsString(id));
        file(
                        number,
                        "{\"filed\": \"2026-02-30\", \"data\": {\"from\": \"2026-01-01\", \"to\": \"2025-01-01\", \"headings\":"
                                + " [{\"heading\": \"847\", \"count\": 0, \"value\": \"1,5\"},"
                                + " {\"heading\": \"8471\", \"count\": 1, \"value\": \"1\"},"
                                + " {\"heading\": \"8471\", \"count\": 1, \"value\": \"1\"}]}," + WHO + "}")
                .then()
                .statusCode(400)
                .body(
                        "issues.pointer",
                        contains(
                                "/filed",
                                "/data/headings/0/heading",
                                "/data/headings/0/count",
                                "/data/headings/0/value",
                                "/data/headings/2/heading",
                                "/data/to",
                                "/reference"));
        get("/v1/accounts/" + number).then().body("version", equalTo(2));
    }

    @Test
    void withdraw_openAppeal_endsItsLife() {
        String number = account();
        String id = file(number, packet("CEE007", number)).path("id");
        act(number, id, "withdrawal", "{\"since\": \"2026-02-01\"," + WHO + "}")
                .then()
                .statusCode(400)
                .body("issues.code", contains("FIELD_UNKNOWN"));
        act(number, id, "withdrawal", "{" + WHO + "}").then().statusCode(200).body("stage", equalTo("WITHDRAWN"));

        for (Response late : List.of(
                act(number, id, "withdrawal", "{" + WHO + "}"),
                act(number, id, "resolution", granted("2026-06-01")),
                act(number, id, "resolution", "{\"outcome\": \"DENIED\"," + WHO + "}"),
                amend(number, id, packet("CEE007", number)))) {
            late.then()
                    .statusCode(409)
                    .body("issues.code", contains("APPEAL_CLOSED"))
                    .body("issues[0].message", containsString("was withdrawn and cannot be"));
        }
        json(Requests.of(number, "IMPORTER", 6))
                .post("/v1/placements?record=false")
                .then()
                .body("basis", equalTo("ACCOUNT"));
        file(number, packet("CEE007", number)).then().statusCode(201);
    }

    @Test
    void resolve_denied_movesNothing() {
        String number = account();
        String id = file(number, packet("CEE007", number)).path("id");
        act(number, id, "resolution", "{\"outcome\": \"DENIED\"," + WHO + "}")
                .then()
                .statusCode(200)
                .body("stage", equalTo("DENIED"))
                .body("decisions", empty());

        json(Requests.of(number, "IMPORTER", 6))
                .post("/v1/placements?record=false")
                .then()
                .body("center.code", equalTo("CEE005"));
        get("/v1/accounts/" + number + "/history")
                .then()
                .body("entries.event.kind", hasItem("APPEAL_DENIED"))
                .body("entries[-1].reason", equalTo("letter of the importer"));
    }

    @Test
    void resolve_granted_movesEveryNamedNumberFromItsDay() {
        String number = account();
        String sibling = number.substring(0, 10) + "01";
        put(sibling, placed("CEE001", "2020-01-01"), null);
        String id = file(number, packet("CEE007", number, sibling)).path("id");
        Response granted = act(number, id, "resolution", granted("2026-06-01"));

        granted.then()
                .statusCode(200)
                .body("stage", equalTo("GRANTED"))
                .body("effective", equalTo("2026-06-01"))
                .body("decisions.importer", contains(number, sibling))
                .body("decisions.recorded", everyItem(equalTo(true)));
        for (int i = 0; i < 2; i++) {
            String decision = granted.path("decisions[" + i + "].decision");
            get("/v1/decisions/" + decision)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PLACED"))
                    .body("center.code", equalTo("CEE007"))
                    .body("basis", equalTo("APPEAL"))
                    .body("receipt.asOf", equalTo("2026-06-01"));
            json("").post("/v1/decisions/" + decision + "/replay").then().body("same", equalTo(true));
        }
        get("/v1/accounts/" + sibling + "?asOf=2026-05-31").then().body("center", equalTo("CEE001"));
        get("/v1/accounts/" + sibling + "?asOf=2026-06-01")
                .then()
                .body("center", equalTo("CEE007"))
                .body("appeals.status", contains("GRANTED"))
                .body("placements.decision", hasItems(granted.<String>path("decisions[1].decision")));
        get("/v1/accounts/" + sibling + "/appeals/" + id).then().statusCode(404);
        json(Requests.of(number, "IMPORTER", 6))
                .post("/v1/placements?record=false")
                .then()
                .body("basis", equalTo("APPEAL"));
        act(number, id, "resolution", granted("2026-07-01"))
                .then()
                .statusCode(409)
                .body("issues[0].message", containsString("was granted and cannot be granted"));
    }

    @Test
    void resolve_whatCannotBeGranted_isRefusedAndMovesNobody() {
        String number = account();
        String directed = number.substring(0, 10) + "02";
        put(directed, placed("CEE001", "2020-01-01"), null);
        json("{\"center\": \"CEE003\", \"from\": \"2026-01-01\", \"authority\": \"OFO\", \"reference\": \"memo\"," + WHO
                        + "}")
                .header("If-Match", "*")
                .post("/v1/accounts/" + directed + "/directions");
        String id = file(number, packet("CEE007", number, directed)).path("id");

        act(number, id, "resolution", granted("2026-02-28"))
                .then()
                .statusCode(409)
                .body("issues.code", contains("EFFECTIVE_BEFORE_APPEAL"))
                .body("issues[0].help", containsString("2026-03-01"));
        act(number, id, "resolution", granted("2026-06-01"))
                .then()
                .statusCode(409)
                .body("issues.code", contains("APPEAL_WITHOUT_EFFECT"))
                .body("issues[0].message", containsString(directed))
                .body("issues[0].message", containsString("a directed assignment to Automotive & Aerospace"));
        get("/v1/accounts/" + number + "?asOf=2026-06-01")
                .then()
                .body("center", equalTo("CEE005"))
                .body("version", equalTo(2));
        get("/v1/accounts/" + directed).then().body("version", equalTo(2));
        act(number, id, "resolution", "{\"outcome\": \"GRANTED\"," + WHO + "}")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/effective", "/authority"));
        act(number, id, "resolution", "{\"outcome\": \"DENIED\", \"effective\": \"2026-06-01\"," + WHO + "}")
                .then()
                .statusCode(400)
                .body("issues.pointer", contains("/effective"));
        amend(number, id, "{\"filed\": \"2026-03-01\", \"reference\": \"A-1\"," + WHO + "}");
        act(number, id, "resolution", granted("2026-06-01"))
                .then()
                .statusCode(409)
                .body("issues.pointer", contains("/preferred"));
    }

    @Test
    void resolve_onAnOldVersion_isRefusedWithWhatIsThere() {
        String number = account();
        String id = file(number, packet("CEE007", number)).path("id");

        json(granted("2026-06-01"))
                .header("If-Match", "\"1\"")
                .post("/v1/accounts/" + number + "/appeals/" + id + "/resolution")
                .then()
                .statusCode(412)
                .body("current.version", equalTo(2));
        json(granted("2026-06-01"))
                .post("/v1/accounts/" + number + "/appeals/" + id + "/resolution")
                .then()
                .statusCode(428);
    }

    /** The transaction of the grant was committed, and the program ended before the journal had its decision. */
    @Test
    void grant_cutOffBeforeTheJournal_isCompletedLater() throws Exception {
        String number = account();
        String id = file(number, packet("CEE007", number)).path("id");
        Response granted = act(number, id, "resolution", granted("2026-06-01"));
        String decision = granted.path("decisions[0].decision");
        String owing = "01234567-89ab-7def-8123-" + decision.substring(24);
        owe(decision, owing);
        get("/v1/decisions/" + owing).then().statusCode(404);

        assertThat(owed.record(Duration.ZERO)).isOne();

        get("/v1/decisions/" + owing).then().statusCode(200).body("basis", equalTo("APPEAL"));
        assertThat(owed.record(Duration.ZERO)).isZero();
    }

    @Test
    void answers_socialSecurityNumbers_areMasked() {
        String number = account();
        put("541-77-0001", placed("CEE005", "2019-04-01"), null);
        Response filed =
                file(number, packet("CEE007", "541-77-0001").replace("intended use", "541-77-0001 sells them"));

        filed.then().statusCode(201).body("packet.importers", contains("***-**-0001"));
        assertThat(filed.asString()).doesNotContain("541-77-0001");
        assertThat(get("/v1/accounts/" + number + "/history").asString()).doesNotContain("541-77-0001");
        Response granted = act(number, filed.path("id"), "resolution", granted("2026-06-01"));
        granted.then().body("decisions.importer", contains(number, "***-**-0001"));
        assertThat(granted.asString()).doesNotContain("541-77-0001");
    }

    private static String account() {
        String number = number();
        put(number, placed("CEE005", "2019-04-01"), null).then().statusCode(201).body("appeals", empty());
        return number;
    }

    static String packet(String preferred, String... importers) {
        return "{\"filed\": \"2026-03-01\", \"reference\": \"A-1\", \"currentCenter\": \"CEE005\", \"preferred\": \""
                + preferred + "\", \"importers\": [\"" + String.join("\", \"", importers)
                + "\"], \"bonds\": [\"991234567\"], \"justification\": \"intended use\", \"data\": {\"from\": \"2025-03-01\","
                + " \"to\": \"2026-02-28\", \"headings\": [{\"heading\": \"8471\", \"count\": 12, \"value\": \"5400\"}]},"
                + WHO + "}";
    }

    private static String granted(String effective) {
        return "{\"outcome\": \"GRANTED\", \"effective\": \"" + effective
                + "\", \"authority\": \"Office of Field Operations\"," + WHO + "}";
    }

    private static Response file(String number, String packet) {
        return json(packet).header("If-Match", "*").post("/v1/accounts/" + number + "/appeals");
    }

    private static Response amend(String number, String id, String packet) {
        return json(packet).header("If-Match", "*").put("/v1/accounts/" + number + "/appeals/" + id);
    }

    private static Response act(String number, String id, String action, String body) {
        return json(body).header("If-Match", "*").post("/v1/accounts/" + number + "/appeals/" + id + "/" + action);
    }

    /** Owes the journal a decision like one that it has, under another id. */
    private void owe(String decision, String owing) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from decision where id = '" + decision + "'");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into owed_decision (id, importer, status, center, basis, reviews, rules, as_of, decided_at,"
                                + " rulebook, schedule, program, facts, salt, body) select '" + owing
                                + "', importer, status, center, basis, reviews, rules, as_of, decided_at, rulebook,"
                                + " schedule, program, ?, salt, ? from decision where id = '" + decision + "'")) {
            row.next();
            insert.setBytes(1, Packed.text(row, "facts"));
            String body = new String(Packed.text(row, "body"), StandardCharsets.UTF_8);
            insert.setBytes(2, body.replace(decision, owing).getBytes(StandardCharsets.UTF_8));
            assertThat(insert.executeUpdate()).isOne();
        }
    }
}
