package io.centerline.api.tariff;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.centerline.journal.StoreResource;
import io.centerline.tariff.Schedule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class SchedulesResourceTest {

    @Test
    void list_program_keepsItsEditionFromTheStart() {
        get("/v1/schedules")
                .then()
                .statusCode(200)
                .body("schedules.edition", contains("hts-2026-rev4"))
                .body("schedules.active", contains(true))
                .body("schedules.bytes", contains(Schedule.shipped().length));
        get("/v1/schedules?edition=x").then().statusCode(400).body("issues.code", contains("PARAMETER_UNKNOWN"));
    }

    @Test
    void text_edition_isWhatReplayReads() {
        byte[] text = get("/v1/schedules/hts-2026-rev4")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/plain;charset=UTF-8"))
                .extract()
                .asByteArray();

        assertThat(text).isEqualTo(Schedule.shipped());
        given().header("Accept", "application/pdf")
                .get("/v1/schedules/hts-2026-rev4")
                .then()
                .statusCode(406);
    }

    @Test
    void text_unknownEdition_isNotFound() {
        get("/v1/schedules/hts-1999-rev1")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        equalTo(
                                "no decision here used the schedule `hts-1999-rev1`; `GET /v1/schedules` lists those in use"));
    }
}
