package io.centerline.api;

import static io.centerline.api.Requests.json;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.centerline.journal.StoreResource;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.NumberStatus;
import io.centerline.tariff.Schedule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class TariffResourcesTest {

    @Inject
    Schedule schedule;

    @ParameterizedTest
    @ValueSource(strings = {"8471.30.0100", "8471300100", "8471.30.01.00"})
    void one_anyWriting_answersTheCenter(String number) {
        get("/v1/hts/" + number + "?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("number", equalTo("8471300100"))
                .body("text", equalTo("8471.30.0100"))
                .body("status", equalTo("ACTIVE"))
                .body("center.code", equalTo("CEE007"))
                .body("center.name", equalTo("Electronics"))
                .body("rule", startsWith("MEM-"))
                .body("source.file", equalTo("rules/membership/electronics.drl"))
                .body("source.line", greaterThan(0))
                .body("$", hasKey("description"))
                .body("description", nullValue())
                .body("asOf", equalTo("2026-11-25"))
                .body("warnings", empty());
    }

    @Test
    void one_tires_showWhatSpeaksForAndAgainst() {
        get("/v1/hts/4011.10.1010?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("center.code", equalTo("CEE003"))
                .body("evidence.for.kind", contains("CBP_DATA", "RELEASE"))
                .body("evidence.for.center", everyItem(equalTo("CEE003")))
                .body("evidence.for[0].ranges", contains("4011"))
                .body("evidence.against[0].ranges", hasItems("4001-4017"))
                .body("evidence.for[1].date", equalTo("2021-08-31"))
                .body("evidence.for[1].citation", equalTo("CBP release, Baltimore, August 2021"))
                .body("evidence.for[1].text", startsWith("Import specialists of this Center"))
                .body("evidence.against.kind", contains("OVERVIEW"))
                .body("evidence.against.center", contains("CEE009"));
        get("/v1/hts/4011.10.1010?asOf=2021-08-30")
                .then()
                .body("center.code", equalTo("CEE009"))
                .body("evidence.for.kind", contains("OVERVIEW"))
                .body("evidence.against", empty());
    }

    /** A level shows what speaks of any of its numbers; a source for a Center that holds some of them speaks for it. */
    @Test
    void one_level_showsWhatSpeaksOfItsNumbers() {
        get("/v1/hts/4015?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("evidence.for.kind", contains("CBP_DATA", "OVERVIEW"))
                .body("evidence.for.center", contains("CEE001", "CEE009"))
                .body("evidence.against", empty());
    }

    /** Where no rule gives numbers to a Center, no source can speak against one. */
    @Test
    void one_headingThatNoRuleClaims_hasNothingAgainst() {
        get("/v1/hts/7416?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("centers", empty())
                .body("evidence.for", empty())
                .body("evidence.against", empty())
                .body("$", not(hasKey("note")));
    }

    @Test
    void one_specialProvision_hasNoCenter() {
        get("/v1/hts/9903.88.15")
                .then()
                .statusCode(200)
                .body("$", hasKey("center"))
                .body("center", nullValue())
                .body("rule", nullValue())
                .body("source", nullValue())
                .body("note", endsWith("they belong to no Center and never vote"))
                .body("evidence.for", empty())
                .body("evidence.against", empty());
    }

    @Test
    void one_expired_warns() {
        HtsNumber expired = schedule.numbers().stream()
                .filter(number -> number.digits().length() == 10 && schedule.status(number) == NumberStatus.EXPIRED)
                .filter(number -> !number.isSpecialProvision())
                .findFirst()
                .orElseThrow();

        get("/v1/hts/" + expired.text())
                .then()
                .statusCode(200)
                .body("status", equalTo("EXPIRED"))
                .body("center.code", startsWith("CEE"))
                .body("warnings.code", contains("HTS_EXPIRED"));
    }

    @Test
    void one_neverKnown_warnsWithTheLongestKnownPrefix() {
        get("/v1/hts/8471.30.9999")
                .then()
                .statusCode(200)
                .body("status", equalTo("UNKNOWN"))
                .body("center.code", equalTo("CEE007"))
                .body("warnings.code", contains("HTS_UNKNOWN"))
                .body(
                        "warnings[0].message",
                        equalTo("HTS number `8471.30.9999` is in none of the editions loaded (`hts-2026-rev4`); its"
                                + " longest known prefix is `847130`"));
    }

    @ParameterizedTest
    @CsvSource({"84, CHAPTER, 84", "8471, HEADING, 8471", "8471.30, SUBHEADING, 8471.30", "847130, SUBHEADING, 8471.30"
    })
    void one_level_countsTheNumbersOfEachCenter(String asked, String level, String text) {
        String prefix = text.replace(".", "");
        long numbers = schedule.reportable(prefix).size();
        var answer = get("/v1/hts/" + asked + "?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("prefix", equalTo(prefix))
                .body("text", equalTo(text))
                .body("level", equalTo(level))
                .body("edition", equalTo("hts-2026-rev4"))
                .body("numbers", equalTo((int) numbers))
                .body("asOf", equalTo("2026-11-25"))
                .body("warnings", empty())
                .extract()
                .jsonPath();

        assertThat(answer.getInt("centers.numbers.sum()")).isEqualTo((int) numbers);
        assertThat(answer.getInt("centers.ranges.flatten().numbers.sum()")).isEqualTo((int) numbers);
    }

    @Test
    void one_headingThatIsDivided_saysWhereTheCentersDiffer() {
        get("/v1/hts/8443?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("centers.center.name", contains("Electronics", "Machinery"))
                .body("centers[0].ranges.from", contains("844331"))
                .body("centers[0].ranges.to", contains("844332"))
                .body("centers[1].ranges.from", contains("844311", "844339"));
    }

    @Test
    void one_levelWithoutCenters_saysSo() {
        int numbers = schedule.reportable("98").size();
        get("/v1/hts/98")
                .then()
                .statusCode(200)
                .body("centers", empty())
                .body("numbers", equalTo(numbers))
                .body("withoutCenter", equalTo(numbers))
                .body("note", endsWith("they belong to no Center and never vote"));
    }

    @ParameterizedTest
    @CsvSource({"8400, HTS_UNKNOWN", "0101.10, HTS_EXPIRED"})
    void one_levelWithoutNumbers_warns(String level, String code) {
        get("/v1/hts/" + level)
                .then()
                .statusCode(200)
                .body("numbers", equalTo(0))
                .body("centers", empty())
                .body("warnings.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/hts/8471.3, HTS_TOO_SHORT",
        "/v1/hts/abc, HTS_BAD_CHARACTER",
        "/v1/hts/77, HTS_NO_SUCH_CHAPTER",
        "/v1/hts/00, HTS_NO_SUCH_CHAPTER",
        "/v1/hts/7701, HTS_NO_SUCH_CHAPTER",
        "/v1/hts/7701.10, HTS_NO_SUCH_CHAPTER",
        "/v1/hts/847, HTS_TOO_SHORT",
        "/v1/hts/8471?asOf=x, DATE_MALFORMED",
        "/v1/hts/8471?asOf=2013-04-03, AS_OF_BEFORE_COVERAGE",
        "/v1/hts/8471.30.0100?asOf=2013-04-03, AS_OF_BEFORE_COVERAGE",
        "/v1/hts/8471.30.0100?asOf=2026-02-30, DATE_MALFORMED",
        "/v1/hts/8471.30.0100?asof=2026-02-03, PARAMETER_UNKNOWN",
        "/v1/hts/8471.30.0100?asOf=1899-12-31, VALUE_OUT_OF_RANGE",
        "/v1/centers?asOf=yesterday, DATE_MALFORMED",
        "/v1/centers?asOf=9999-01-01, VALUE_OUT_OF_RANGE",
        "/v1/centers?day=2026-02-03, PARAMETER_UNKNOWN",
        "/v1/decisions/x?y=z, PARAMETER_UNKNOWN"
    })
    void get_faulty_isRefusedWithItsIssue(String path, String code) {
        get(path).then().statusCode(400).contentType("application/problem+json").body("issues.code", contains(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8|HTS number `8` has 1 digit, expected 2, 4, 6, 8 or 10",
                "847|HTS number `847` has 3 digits, expected 2, 4, 6, 8 or 10",
                "84-71|HTS number `84-71` is a chapter, heading or subheading written in an unusual way",
                "77|HTS number `77` names chapter 77, which does not exist"
            })
    void one_noLevelAndNoNumber_saysWhatIsTaken(String number, String message) {
        get("/v1/hts/" + number).then().statusCode(400).body("issues[0].message", equalTo(message));
    }

    /** A list takes numbers alone. */
    @Test
    void many_level_isRefusedAsTooShort() {
        json("{\"numbers\":[\"77\"]}")
                .post("/v1/hts")
                .then()
                .statusCode(400)
                .body("issues[0].message", equalTo("HTS number `77` has 2 digits, expected 8 or 10"));
    }

    @Test
    void one_numberAndDayFaulty_answersBoth() {
        get("/v1/hts/8471.3?asOf=x")
                .then()
                .statusCode(400)
                .body("issues.code", contains("DATE_MALFORMED", "HTS_TOO_SHORT"));
    }

    @Test
    void one_numberChangedHands_followsTheDay() {
        get("/v1/hts/8511.10.0000?asOf=2014-03-09").then().statusCode(200).body("center.name", equalTo("Machinery"));
        get("/v1/hts/8511.10.0000?asOf=2014-03-10")
                .then()
                .statusCode(200)
                .body("center.name", equalTo("Automotive & Aerospace"));
    }

    @Test
    void many_severalNumbers_answersInTheirOrder() {
        json("{\"numbers\":[\"9903.88.15\",\"6109.10.0012\",\"8471.30.0100\",\"6109.10.0012\"],\"asOf\":\"2026-11-25\"}")
                .post("/v1/hts")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2026-11-25"))
                .body("results.number", contains("99038815", "6109100012", "8471300100", "6109100012"))
                .body("results[2].center.code", equalTo("CEE007"));
    }

    @Test
    void many_tenThousand_answersAll() {
        json(numbers(10_000)).post("/v1/hts").then().statusCode(200).body("results.size()", equalTo(10_000));
    }

    @Test
    void many_oneTooMany_isRefused() {
        json(numbers(10_001))
                .post("/v1/hts")
                .then()
                .statusCode(400)
                .body("issues.code", contains("TOO_MANY_NUMBERS"))
                .body("issues.pointer", contains("/numbers"));
    }

    @Test
    void many_severalFaults_answersAllAtOnce() {
        json("{\"asOf\":\"2013-04-03\",\"numbers\":[\"8471.3\",8471300100,null,\"\\ud800\"],\"a/b\":1,\"numbers\":[]}")
                .post("/v1/hts")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body(
                        "issues.code",
                        contains(
                                "AS_OF_BEFORE_COVERAGE",
                                "FIELD_WRONG_TYPE",
                                "FIELD_WRONG_TYPE",
                                "FIELD_UNKNOWN",
                                "JSON_DUPLICATE_KEY",
                                "HTS_TOO_SHORT",
                                "HTS_BAD_CHARACTER"))
                .body("issues[1].message", equalTo("number 2 is an integer, expected a string"))
                .body("issues[3].pointer", equalTo("/a~1b"))
                .body("issues[5].pointer", equalTo("/numbers/0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|FIELD_WRONG_TYPE",
                "{}|FIELD_MISSING",
                "{\"numbers\":\"8471.30.0100\"}|FIELD_WRONG_TYPE",
                "{\"numbers\":[]|JSON_SYNTAX",
                "{\"numbers\":[]} x|JSON_SYNTAX",
                "{\"numbers\":null}|FIELD_WRONG_TYPE"
            })
    void many_faultyBody_isRefused(String body, String code) {
        json(body).post("/v1/hts").then().statusCode(400).body("issues.code", contains(code));
    }

    @Test
    void centers_today_areTenAndShareTheWholeSchedule() {
        List<Integer> counts = get("/v1/centers?asOf=2026-11-25")
                .then()
                .statusCode(200)
                .body("centers.size()", equalTo(10))
                .body("centers[0].code", equalTo("CEE001"))
                .body("centers[9].code", equalTo("CEE010"))
                .body("centers.office", everyItem(org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyString())))
                .body("centers.industries.flatten().size()", greaterThan(10))
                .body("centers.ranges.flatten().size()", greaterThan(100))
                .body("centers.ranges.flatten().rule", everyItem(startsWith("MEM-")))
                .extract()
                .path("centers.numbers");

        long active = schedule.numbers().stream()
                .filter(number -> number.digits().length() == 10 && !number.isSpecialProvision())
                .filter(number -> schedule.status(number) == NumberStatus.ACTIVE)
                .count();
        assertThat(counts).allSatisfy(count -> assertThat(count).isPositive());
        assertThat(counts.stream().mapToLong(Integer::longValue).sum()).isEqualTo(active);
    }

    @Test
    void centers_evidence_countsEachHeadingAndNumberOnce() {
        JsonPath answer = get("/v1/centers?asOf=2026-11-25").jsonPath();

        assertThat(answer.getInt("centers.evidence.flatten().headings.sum()")).isEqualTo(1_228);
        assertThat(answer.getInt("centers.evidence.flatten().numbers.sum()"))
                .isEqualTo(answer.getInt("centers.numbers.sum()"));
        assertThat(answer.getList("centers[2].evidence.strength"))
                .isEqualTo(List.of("NOTICE", "CBP_DATA", "OVERVIEW", "NOTHING"));
        assertThat(answer.getInt("centers[2].evidence[0].headings")).isEqualTo(19);
    }

    @Test
    void centers_functions_areWhatTheRulesOfRoutingSay() {
        get("/v1/centers?asOf=2026-11-25")
                .then()
                .body("functions.size()", equalTo(38))
                .body("functions.activity", hasItems("ENTRY_SUMMARY", "PROTEST", "REDELIVERY"))
                .body("functions.find { it.activity == 'SAMPLING' }.office", equalTo("BOTH"))
                .body("functions.find { it.activity == 'PROTEST' }.rule", equalTo("RTE-005"))
                .body(
                        "functions.find { it.activity == 'PROTEST' }.title",
                        equalTo("Protests are decided by the Center"))
                .body("functions.find { it.activity == 'FTZ_ENTRY_SUMMARY' }.standing", equalTo("inferred:high"))
                .body("portFunctions.activity", hasItems("DETENTION", "EXAMINATION"))
                .body("portFunctions.office", everyItem(equalTo("PORT")))
                .body("portFunctions.size()", equalTo(8))
                .body("otherFunctions.activity", hasItems("DRAWBACK", "CTPAT"))
                .body("functions.find { it.activity == 'DRAWBACK' }.accounts", contains("PLACED"))
                .body("functions.find { it.activity == 'PROTEST' }.accounts.size()", equalTo(4));
        get("/v1/centers?asOf=2017-01-18")
                .then()
                .body("functions.size()", equalTo(0))
                .body("portFunctions.size()", equalTo(0));
    }

    @Test
    void many_preview_answersWhichCenterWouldProcessThem() {
        json("{\"numbers\":[\"8471.30.0100\",\"8471.30.0100\",\"6109.10.0012\",\"9903.88.15\"],"
                        + "\"asOf\":\"2026-11-25\",\"preview\":true}")
                .post("/v1/hts")
                .then()
                .statusCode(200)
                .body("results.size()", equalTo(4))
                .body("preview.status", equalTo("PLACED"))
                .body("preview.center.code", equalTo("CEE007"))
                .body("preview.basis", equalTo("PREDOMINANCE"))
                .body("preview.tallies.center", contains("CEE007", "CEE004"))
                .body("preview.tallies.share", contains("0.6667", "0.3333"))
                .body("preview.notCounted.reason", contains("SPECIAL_PROVISION_ONLY"))
                .body("preview.leads.code", equalTo("CEE007"))
                .body(
                        "preview.caution",
                        containsString("a list of numbers is no evidence of how often each is imported"))
                .body(
                        "preview.standing",
                        equalTo("3 of 3 numbers that count lie in ranges that are inferred, not published by CBP"))
                .body("preview.tallies[0].ranges.size()", equalTo(1))
                .body("preview.tallies[0].ranges[0].count", equalTo(2))
                .body("preview.tallies[0].ranges[0].rule", equalTo("MEM-0712"))
                .body("preview.tallies[0].ranges[0].standing", startsWith("inferred:"))
                .body("preview.reviews.code", contains("THIN_EVIDENCE"))
                .body("preview.flips.sentence[0]", startsWith("2 more lines in Apparel"));
        json("{\"numbers\":[\"8471.30.0100\",\"6109.10.0012\"],\"preview\":true}")
                .post("/v1/hts")
                .then()
                .statusCode(200)
                .body("preview.status", equalTo("PENDING"))
                .body("preview.center", nullValue())
                .body("preview.leads", nullValue());
        json("{\"numbers\":[\"3004.90.92\",\"3004.90.92\"],\"asOf\":\"2026-11-25\",\"preview\":true}")
                .post("/v1/hts")
                .then()
                .body("preview.center.code", equalTo("CEE001"))
                .body("preview.standing", equalTo("every number that counts lies in a range that CBP has published"));
        json("{\"numbers\":[\"9903.88.15\"],\"preview\":true}")
                .post("/v1/hts")
                .then()
                .body("preview.status", equalTo("PENDING"))
                .body("preview.tallies", empty())
                .body("preview.standing", equalTo("no number counts"));
        json("{\"numbers\":[\"8471.30.0100\"]}").post("/v1/hts").then().body("$", not(hasKey("preview")));
        json("{\"numbers\":[\"8471.3\"],\"preview\":\"yes\"}")
                .post("/v1/hts")
                .then()
                .statusCode(400)
                .body("issues.code", contains("FIELD_WRONG_TYPE", "HTS_TOO_SHORT"));
    }

    private static String numbers(int count) {
        return "{\"numbers\":[" + String.join(",", Collections.nCopies(count, "\"8471.30.0100\"")) + "]}";
    }
}
