package io.centerline.api.tariff;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.centerline.journal.StoreResource;
import io.centerline.tariff.Schedule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@TestProfile(EditionsProfile.class)
@QuarkusTestResource(StoreResource.class)
class AddedEditionsServiceTest {
    @Inject
    Schedule schedule;

    @Test
    void number_of2014_isKnownIn2014() {
        get("/v1/hts/8471.30.0014?asOf=2014-05-01")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("center.code", equalTo("CEE007"))
                .body("warnings", empty());
        get("/v1/hts/8471.30.0014?asOf=2026-05-01")
                .then()
                .statusCode(200)
                .body("status", equalTo("EXPIRED"))
                .body("warnings.code", contains("HTS_EXPIRED"));
        get("/v1/hts/8471.30.0014?asOf=2013-05-01")
                .then()
                .statusCode(200)
                .body("status", equalTo("OTHER_EDITION"))
                .body("warnings.code", contains("HTS_OTHER_EDITION"));
    }

    @Test
    void levelsAndDirectory_of2014_countTheNumbersOf2014() {
        get("/v1/hts/8471?asOf=2014-05-01")
                .then()
                .statusCode(200)
                .body("edition", equalTo("hts-2014"))
                .body("numbers", equalTo(2))
                .body("centers[0].ranges.from", contains("8471"));
        get("/v1/hts/6109?asOf=2014-05-01")
                .then()
                .statusCode(200)
                .body("numbers", equalTo(0))
                .body("warnings.code", contains("HTS_OTHER_EDITION"));
        get("/v1/centers?asOf=2014-05-01").then().statusCode(200).body("centers.numbers.sum()", equalTo(2));
        get("/v1/centers?asOf=2026-05-01")
                .then()
                .statusCode(200)
                .body("centers.find { it.code == 'CEE007' }.numbers", equalTo(reportableOfElectronics()));
    }

    private int reportableOfElectronics() {
        return get("/v1/centers?asOf=2015-05-01").jsonPath().getInt("centers.find { it.code == 'CEE007' }.numbers");
    }

    @Test
    void decision_withAnAddedEdition_isDecidedAgainAndItsScheduleCanBeHad() {
        String id = json("{\"importer\":{\"number\":\"12-345678900\"},\"asOf\":\"2014-11-25\",\"account\":null,"
                        + "\"lines\":[{\"hts\":\"8471.30.0014\",\"date\":\"2014-05-01\",\"count\":5}]}")
                .post("/v1/placements")
                .then()
                .statusCode(201)
                .body("center.code", equalTo("CEE007"))
                .body("warnings", empty())
                .body("receipt.schedule", equalTo(schedule.edition()))
                .extract()
                .path("id");

        given().post("/v1/decisions/" + id + "/replay").then().statusCode(200).body("same", equalTo(true));
        get("/v1/schedules")
                .then()
                .statusCode(200)
                .body("schedules.findAll { it.active }.edition", contains(schedule.edition()))
                .body("schedules.edition", hasItem(schedule.edition()));
        byte[] text = get("/v1/schedules/" + schedule.edition())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(text).isEqualTo(schedule.text());
        assertThat(Schedule.of(text).edition()).isEqualTo(schedule.edition());
    }
}
