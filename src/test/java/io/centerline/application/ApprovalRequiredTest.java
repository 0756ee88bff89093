package io.centerline.application;

import static io.centerline.api.Requests.json;
import static io.centerline.application.ActivationTrials.activate;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.centerline.activation.RulebookStore;
import io.centerline.api.Uploads;
import io.centerline.api.tariff.EditionsProfile;
import io.centerline.journal.StoreResource;
import io.centerline.rulebook.RuleFolder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that activates only what a second person approved. */
@Tag("service")
@QuarkusTest
@TestProfile(EditionsProfile.class)
@QuarkusTestResource(StoreResource.class)
class ApprovalRequiredTest {
    @Inject
    RulebookStore versions;

    @Test
    void activate_whereAnotherMustApprove_takesTwoPersonsButForGoingBack() throws IOException {
        String before = get("/v1/rulebooks/active").path("rulebook");
        String candidate = stored("// seen by four eyes\n");
        activate(candidate, "\"proposal\": null")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/approval-needed"))
                .body("detail", containsString("propose it with `POST /v1/proposals`"));
        int number = json("{\"rulebook\": \"" + candidate + "\", \"author\": \"Ann  Lee\", \"reason\": \"trial\"}")
                .post("/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        for (String same : List.of("Ann Lee", " ann lee", "\uFF21nn Lee", "An\u200Bn Lee")) {
            json("{\"verdict\": \"APPROVED\", \"reviewer\": \"" + same + "\"}")
                    .header("If-Match", "*")
                    .post("/v1/proposals/" + number + "/reviews")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/proposal-conflict"))
                    .body("detail", containsString("the author of proposal " + number + " may not review it"));
        }
        json("{\"verdict\": \"APPROVED\", \"reviewer\": \"Mo\"}")
                .header("If-Match", "*")
                .post("/v1/proposals/" + number + "/reviews")
                .then()
                .statusCode(200);

        activate(candidate, "\"proposal\": " + number).then().statusCode(200);
        activate(before, "\"proposal\": null").then().statusCode(200);

        assertThat(get("/v1/proposals/" + number).<String>path("state")).isEqualTo("ACTIVATED");
    }

    private String stored(String remark) throws IOException {
        Map<String, String> files = Uploads.files();
        files.computeIfPresent(Uploads.ELECTRONICS, (path, text) -> text + remark);
        return versions.store(RuleFolder.ofJson(Uploads.document(files)), "ann").hash();
    }
}
