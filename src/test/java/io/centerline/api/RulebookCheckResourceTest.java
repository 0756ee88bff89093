package io.centerline.api;

import static io.centerline.api.Requests.json;
import static io.centerline.api.Uploads.ELECTRONICS;
import static io.centerline.api.Uploads.document;
import static io.centerline.api.Uploads.files;
import static io.centerline.api.Uploads.zip;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class RulebookCheckResourceTest {
    private static final String CHECK = "/v1/rulebooks/check";

    @Test
    void check_shippedRules_areSound() throws IOException {
        zip(files(), CHECK)
                .then()
                .statusCode(200)
                .body("sound", equalTo(true))
                .body("complete", equalTo(true))
                .body("errors", equalTo(0))
                .body("rulebook", startsWith("sha256:"))
                .body("summary.rules", greaterThan(150));
    }

    @Test
    void check_gapMadeByAChange_isToldAtTheRule() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(
                ELECTRONICS,
                (path, text) -> text.replace("heading >= 8527, heading <= 8529", "heading >= 8528, heading <= 8529"));

        json(document(files))
                .post("/v1/rulebooks/check")
                .then()
                .statusCode(200)
                .body("sound", equalTo(false))
                .body("errors", greaterThan(0))
                .body("diagnostics.code", hasItem("GAP"));
    }

    @Test
    void check_mistypedRule_isToldWithPlaceAndHelp() throws IOException {
        Map<String, String> files = files();
        files.computeIfPresent(ELECTRONICS, (path, text) -> text.replaceFirst("HtsNumber\\(", "HtsNumbre("));

        zip(files, CHECK)
                .then()
                .statusCode(200)
                .body("sound", equalTo(false))
                .body("diagnostics[0].code", equalTo("LANGUAGE"))
                .body("diagnostics[0].file", equalTo("rules/" + ELECTRONICS))
                .body("diagnostics[0].line", greaterThan(1))
                .body("diagnostics[0].source", containsString("HtsNumbre("))
                .body("diagnostics[0].help", containsString("HtsNumber"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/zip, no archive",
        "application/json, '{\"files\": {}}'",
        "application/json, '{\"files\": {\"../x.drl\": \"\", \"y\\\\z.drl\": \"\"}}'",
        "application/json, '{\"fils\": {}}'",
        "application/json, '['",
        "application/json, ''",
    })
    void check_uploadThatCannotBeRead_isAProblemWithEveryIssue(String type, String body) {
        given().header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rulebooks/check")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-rules"))
                .body("issues.code", hasItem("RULES_UNREADABLE"));
    }

    @Test
    void check_otherMediaType_isRefused() {
        given().header("Content-Type", "text/plain")
                .body("rule")
                .post("/v1/rulebooks/check")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/zip"));
    }

    @Test
    void check_unknownParameter_isRefused() throws IOException {
        json(document(Map.of()))
                .post("/v1/rulebooks/check?activate=true")
                .then()
                .statusCode(400)
                .body("issues.code", hasItem("PARAMETER_UNKNOWN"));
    }
}
