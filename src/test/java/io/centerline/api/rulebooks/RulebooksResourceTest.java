package io.centerline.api.rulebooks;

import static io.centerline.api.Requests.json;
import static io.centerline.api.Uploads.document;
import static io.centerline.api.Uploads.files;
import static io.centerline.api.Uploads.zip;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.centerline.activation.RulebookStore;
import io.centerline.api.Requests;
import io.centerline.api.RuleUpload;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class RulebooksResourceTest {
    private static final String REQUEST = "{\"author\": \"jd\", \"reason\": \"trial\"}";
    private static final String CORRECTION =
            "{\"author\": \"jd\", \"reason\": \"trial\", \"correction\": \"the notice was misread\"}";
    private static final String INDUSTRIAL = "membership/industrial-materials.drl";

    private static final String PERFUMES_FROM_2101 = """
            rule "MEM-0899 Perfumes (3303-3307) are Pharmaceuticals"
                @id("MEM-0899") @citation("test") @standing("found") @inForce("2101-01-01/..")
            when
                \\$hts : HtsNumber( heading >= 3303, heading <= 3307 )
            then
                insert(new Membership(\\$hts, Center.PHARMACEUTICALS));
            end
            """;

    @Inject
    RulebookStore versions;

    private String before;

    @BeforeEach
    void remember() {
        before = active().getString("rulebook");
    }

    /** Other tests expect the shipped rules. */
    @AfterEach
    void goBack() {
        if (!active().getString("rulebook").equals(before)) {
            activate(before, CORRECTION).then().statusCode(200);
        }
    }

    @Test
    void store_activate_goBack_isOneHistory() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(INDUSTRIAL, (path, text) -> text + "// a remark\n");
        String location = zip(files, "/v1/rulebooks?author=ann")
                .then()
                .statusCode(201)
                .body("author", equalTo("ann"))
                .body("active", equalTo(false))
                .extract()
                .header("Location");
        String hash = location.substring("/v1/rulebooks/".length());

        get(location).then().statusCode(200).body("files", hasKey(INDUSTRIAL)).body("rulebook", equalTo(hash));
        get("/v1/rulebooks").then().body("rulebooks.rulebook", hasItem(hash));
        get("/v1/rulebooks/" + before + "/diff/" + hash)
                .then()
                .statusCode(200)
                .body("rules", hasSize(0))
                .body("movedNumbers", equalTo(0));
        activate(hash, REQUEST)
                .then()
                .statusCode(200)
                .body("activation.author", equalTo("jd"))
                .body("activation.previous", equalTo(before))
                .body("replicas.activation", everyItem(greaterThan(1)));

        assertThat(active().getString("rulebook")).isEqualTo(hash);
        assertThat(receipt("?record=false")).isEqualTo(hash);
        assertThat(receipt("")).isEqualTo(hash);

        activate(before, REQUEST).then().statusCode(200);

        assertThat(receipt("")).isEqualTo(before);
        get("/v1/rulebooks/activations?limit=2")
                .then()
                .statusCode(200)
                .body("activations.rulebook", contains(before, hash))
                .body("next", greaterThan(1));
        get("/v1/rulebooks/activations?before=2")
                .then()
                .body("activations", hasSize(1))
                .body("activations[0].previous", nullValue())
                .body("next", nullValue());
    }

    @Test
    void get_zip_isTheWholeFolderWithATagOfItsOwn() {
        String address = "/v1/rulebooks/" + before;
        Response zip = given().accept(RuleUpload.ZIP).get(address);
        zip.then()
                .statusCode(200)
                .contentType(RuleUpload.ZIP)
                .header("Content-Encoding", nullValue())
                .header("Vary", "Accept, Accept-Encoding");
        RuleFolder folder = RuleFolder.ofZip(zip.asByteArray());
        Response document = get(address);

        assertThat(folder.rules().hash()).isEqualTo(before);
        assertThat(folder.files()).isEqualTo(document.jsonPath().getMap("files"));
        document.then().contentType("application/json").header("ETag", not(zip.header("ETag")));
        given().header("If-None-Match", zip.header("ETag"))
                .accept(RuleUpload.ZIP)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", zip.header("ETag"))
                .header("Vary", "Accept, Accept-Encoding");
        given().header("If-None-Match", zip.header("ETag")).get(address).then().statusCode(200);
        given().header("If-None-Match", document.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void store_unsoundRules_isRefusedWithEveryErrorAndNothingIsStored() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(INDUSTRIAL, (path, text) -> text.replace("heading <= 4013", "heading <= 4012"));
        int stored = get("/v1/rulebooks").jsonPath().getList("rulebooks").size();
        assertThat(files.get(INDUSTRIAL)).isNotEqualTo(files().get(INDUSTRIAL));

        json(document(files))
                .post("/v1/rulebooks?author=ann")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unsound-rules"))
                .body("issues.code", everyItem(equalTo("RULES_UNSOUND")))
                .body("issues.pointer", hasItem(containsString("rules/")));

        assertThat(get("/v1/rulebooks").jsonPath().getList("rulebooks")).hasSize(stored);
    }

    @Test
    void diff_movedRange_isToldByRuleAndByNumber() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(
                INDUSTRIAL,
                (path, text) -> text.replaceFirst(
                        "heading == 4015 (\\)\\sthen\\s+insert\\(new Membership\\(\\$hts, Center\\.)INDUSTRIAL_MATERIALS",
                        "heading == 4015 $1CONSUMER_PRODUCTS"));
        String after = versions.store(RuleFolder.ofJson(document(files)), "ann").hash();

        get("/v1/rulebooks/" + before + "/diff/" + after)
                .then()
                .statusCode(200)
                .body("before", equalTo(before))
                .body("after", equalTo(after))
                .body("rules", hasSize(1))
                .body("rules[0].kind", equalTo("CHANGED"))
                .body("rules[0].rule", equalTo("MEM-0905"))
                .body("moves", hasSize(4))
                .body("moves.before.center", everyItem(equalTo("CEE009")))
                .body("moves.after.center", everyItem(equalTo("CEE008")))
                .body("movedNumbers", greaterThan(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rulebooks/sha256:00, no rulebook `sha256:00` is stored",
        "/v1/rulebooks/x, no rulebook `x` is stored",
        "/v1/rulebooks/x/diff/y, no rulebook `x` is stored",
    })
    void get_unknownHash_isNotFoundAndSaysWhereToLook(String address, String message) {
        get(address)
                .then()
                .statusCode(404)
                .body("detail", containsString(message))
                .body("detail", containsString("GET /v1/rulebooks"));
    }

    @Test
    void activate_unknownRulebook_isNotFound() {
        activate("sha256:00", REQUEST).then().statusCode(404).body("detail", containsString("no rulebook `sha256:00`"));
    }

    @Test
    void activate_whileAnotherIsExpected_changesNothing() {
        String other = "sha256:" + "00".repeat(32);
        activate(before, "{\"author\": \"jd\", \"reason\": \"trial\", \"expectedActive\": \"" + other + "\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/active-changed"))
                .body("detail", equalTo("the active rulebook is `" + before + "`, not `" + other + "`"));
    }

    @Test
    void activate_thatChangesThePast_needsACorrectionWhichIsKept() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(
                "membership/consumer-products.drl",
                (path, text) -> text.replaceFirst("(?s)(@id\\(\"MEM-0804\"\\).*?)inferred:high", "$1inferred:medium"));
        String past = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        String hash = json(document(files))
                .post("/v1/rulebooks?author=ann")
                .then()
                .statusCode(201)
                .body("history", hasSize(1))
                .body("history[0].code", equalTo("PAST_CHANGED"))
                .body("history[0].rule", equalTo("MEM-0804"))
                .body("history[0].inForce", equalTo("2013-04-04/" + past))
                .body(
                        "history[0].message",
                        containsString("MEM-0804 now stands as `inferred:medium`, before `inferred:high`"))
                .body("history[0].example", containsString("3303.00."))
                .extract()
                .path("rulebook");

        activate(hash, REQUEST)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/past-changed"))
                .body("issues.code", contains("PAST_CHANGED"))
                .body("issues[0].pointer", containsString("rules/membership/consumer-products.drl:"))
                .body("issues[0].message", containsString("2013-04-04 to " + past))
                .body("issues[0].message", containsString("example: 3303.00."))
                .body("issues[0].help", containsString("`correction`"));
        assertThat(active().getString("rulebook")).isEqualTo(before);
        get("/v1/rulebooks/" + before + "/diff/" + hash)
                .then()
                .body("history.code", contains("PAST_CHANGED"))
                .body("corrections", hasSize(0));

        activate(hash, CORRECTION)
                .then()
                .statusCode(200)
                .body("activation.correction", equalTo("the notice was misread"));

        get("/v1/rulebooks/activations?limit=1")
                .then()
                .body("activations.correction", contains("the notice was misread"));
        get("/v1/rulebooks/" + before + "/diff/" + hash)
                .then()
                .body("corrections.correction", contains("the notice was misread"))
                .body("corrections.author", contains("jd"));
        // Going back changes the past as well.
        activate(before, REQUEST).then().statusCode(409).body("type", equalTo("/problems/past-changed"));
    }

    @Test
    void activate_thatChangesTomorrow_needsNoCorrection() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(
                "membership/consumer-products.drl",
                (path, text) -> text.replaceFirst(
                        "(?s)(@id\\(\"MEM-0804\"\\).*?2013-04-04/)\\.\\.(.*?end\n)",
                        "$12100-12-31$2\n" + PERFUMES_FROM_2101));
        String hash = versions.store(RuleFolder.ofJson(document(files)), "ann").hash();

        get("/v1/rulebooks/" + before + "/diff/" + hash)
                .then()
                .body("rules", hasSize(2))
                .body("history", hasSize(0));
        activate(hash, REQUEST).then().statusCode(200).body("activation.correction", nullValue());
        activate(before, REQUEST).then().statusCode(200);
    }

    @Test
    void activate_withACorrectionThatNothingNeeds_isWarnedAndNotKept() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(INDUSTRIAL, (path, text) -> text + "// a remark\n");
        String hash = versions.store(RuleFolder.ofJson(document(files)), "ann").hash();

        activate(hash, CORRECTION)
                .then()
                .statusCode(200)
                .body("activation.correction", nullValue())
                .body("warnings.code", contains("CORRECTION_UNNEEDED"))
                .body("warnings.pointer", contains("/correction"));
        get("/v1/rulebooks/" + before + "/diff/" + hash).then().body("corrections", hasSize(0));
        activate(hash, CORRECTION).then().statusCode(200).body("warnings", hasSize(0));
        activate(before, REQUEST).then().statusCode(200).body("warnings", hasSize(0));
    }

    @Test
    void activate_faultyWish_isToldWithEveryIssue() {
        json("{\"autor\": \"jd\", \"impact\": \"7\"}")
                .post("/v1/rulebooks/" + before + "/activation?force=true")
                .then()
                .statusCode(400)
                .body(
                        "issues.code",
                        contains(
                                "PARAMETER_UNKNOWN",
                                "FIELD_UNKNOWN",
                                "VALUE_MALFORMED",
                                "FIELD_MISSING",
                                "FIELD_MISSING"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rulebooks, PARAMETER_MISSING",
        "/v1/rulebooks?author=, PARAMETER_MISSING",
        "/v1/rulebooks?author=%00, TEXT_MALFORMED",
    })
    void store_withoutAuthor_isRefused(String address, String code) throws IOException {
        json(document(Map.of()))
                .urlEncodingEnabled(false)
                .post(address)
                .then()
                .statusCode(400)
                .body("issues.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rulebooks?limit=0, VALUE_OUT_OF_RANGE",
        "/v1/rulebooks?limit=x, VALUE_MALFORMED",
        "/v1/rulebooks/activations?before=99999999999, VALUE_OUT_OF_RANGE",
        "/v1/rulebooks/active?x=1, PARAMETER_UNKNOWN",
    })
    void list_faultyQuery_isRefused(String address, String code) {
        get(address).then().statusCode(400).body("issues.code", contains(code));
    }

    @Test
    void health_rulebook_isTold() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'rulebook' }.data.rulebook", equalTo(before));
        assertThat(get("/q/metrics").asString()).contains("centerline_rulebook_activation ");
    }

    private static JsonPath active() {
        return get("/v1/rulebooks/active").then().statusCode(200).extract().jsonPath();
    }

    private static Response activate(String hash, String request) {
        return json(request).post("/v1/rulebooks/" + hash + "/activation");
    }

    private static String receipt(String query) {
        return json(Requests.EXAMPLE).post("/v1/placements" + query).jsonPath().getString("receipt.rulebook");
    }
}
