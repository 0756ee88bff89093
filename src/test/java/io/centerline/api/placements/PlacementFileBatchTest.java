package io.centerline.api.placements;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.intake.sheet.MadeUpWorkbook;
import io.centerline.journal.StoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class PlacementFileBatchTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TITLES =
            "Importer Number,Entry Summary Number,Line Number,Entry Date,HTS Number,Value\n";
    private static final String FILE = TITLES
            + "77-000000961,ABC00000011,1,2026-03-02,8471.30.0100,100.00\n"
            + "123-45-6789,ABC00000029,1,2026-03-02,6110.20.2079,100.00\n"
            + "77-000000961,ABC00000011,2,2026-03-02,8471.3,100.00\n"
            + "77-000000961,ABC00000011,3,2026-03-02,8471.30.0100,100.00\n"
            + "77-00000,ABC00000011,4,2026-03-02,8471.30.0100,100.00\n";

    @Test
    void batch_csvOfTwoImporters_answersEachAndThenTheRejectedRows() {
        List<JsonNode> answers = answers(csv(FILE, "?asOf=2026-11-25"));

        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(201, 201, 400, 400);
        assertThat(answers)
                .extracting(each -> each.path("importer").asText())
                .containsExactly("77-000000961", "***-**-6789", "", "");
        assertThat(answers).extracting(each -> each.path("line").asInt()).containsExactly(1, 2, 0, 0);
        assertThat(answers).extracting(each -> each.path("rows").asInt()).containsExactly(2, 1, 0, 0);
        assertThat(answers).extracting(each -> each.path("row").asInt()).containsExactly(0, 0, 4, 6);
        assertThat(answers.get(0).at("/decision/center/code").asText()).isEqualTo("CEE007");
        assertThat(answers.get(0).at("/decision/warnings/0/code").asText()).isEqualTo("ROWS_REJECTED");
        assertThat(answers.get(0).at("/decision/receipt/asOf").asText()).isEqualTo("2026-11-25");
        assertThat(answers.get(1).at("/decision/center/code").asText()).isEqualTo("CEE004");
        assertThat(answers.get(2).at("/problem/issues/0/code").asText()).isEqualTo("HTS_TOO_SHORT");
        assertThat(answers.get(2).at("/problem/issues/0/pointer").asText()).isEqualTo("line 4, column \"HTS Number\"");
        given().get("/v1/decisions/" + answers.get(1).at("/decision/id").asText())
                .then()
                .statusCode(200);
    }

    @Test
    void batch_workbook_isReadAsTheCsvIs() {
        byte[] workbook = MadeUpWorkbook.of(
                "Main Report",
                FILE.lines().map(line -> List.of(line.split(","))).toList());

        List<JsonNode> answers = answers(send(XLSX, workbook, "?asOf=2026-11-25&record=false&explain=summary"));

        assertThat(answers).extracting(each -> each.path("status").asInt()).containsExactly(200, 200, 400, 400);
        assertThat(answers.get(0).at("/decision/center/code").asText()).isEqualTo("CEE007");
        assertThat(answers.get(1).at("/decision/center/code").asText()).isEqualTo("CEE004");
    }

    @Test
    void batch_manyImporters_areAnsweredInTheOrderOfTheFile() {
        String rows = IntStream.range(0, 500)
                .mapToObj(i -> String.format("77-%07d00,ABC%08d,1,2026-03-02,8471.30.0100,1.00", i, i))
                .collect(Collectors.joining("\n"));

        List<JsonNode> answers = answers(csv(TITLES + rows, "?asOf=2026-11-25&explain=summary"));

        assertThat(answers)
                .extracting(each -> each.path("importer").asText())
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(i -> String.format("77-%07d00", i))
                        .toList());
        assertThat(answers).allMatch(each -> each.path("status").asInt() == 201);
    }

    @Test
    void batch_fileUnderOneKey_isRecordedOnce() {
        String key = UUID.randomUUID().toString();

        List<JsonNode> first = answers(keyed(key, FILE));
        List<JsonNode> again = answers(keyed(key, FILE));
        List<JsonNode> other = answers(keyed(key, FILE.replace("100.00", "200.00")));

        assertThat(again.get(0).at("/decision/id")).isEqualTo(first.get(0).at("/decision/id"));
        assertThat(again.get(1).path("replayed").asBoolean()).isTrue();
        assertThat(other).extracting(each -> each.path("status").asInt()).containsExactly(409, 409, 400, 400);
        assertThat(other.get(0).path("importer").asText()).isEqualTo("77-000000961");
    }

    @Test
    void batch_fileThatCannotBeRead_isRefusedAsAWhole() {
        csv("", "").then().statusCode(400).body("issues[0].code", equalTo("FILE_HEADER_MISSING"));
        csv("a,b\n1,2\n", "").then().statusCode(400).body("issues[0].code", equalTo("FILE_HEADER_MISSING"));
        csv(TITLES, "").then().statusCode(400).body("detail", equalTo("the file has a header and no rows"));
        csv(FILE, "?asOf=2010-01-01").then().statusCode(400).body("issues[0].code", equalTo("AS_OF_BEFORE_COVERAGE"));
        send(XLSX, "no workbook".getBytes(StandardCharsets.UTF_8), "").then().statusCode(400);
    }

    @Test
    void batch_everyRowRejected_answersTheRows() {
        List<JsonNode> answers = answers(csv(TITLES + "77-000000961,ABC00000011,1,2026-03-02,8471.3,1.00\n", ""));

        assertThat(answers)
                .singleElement()
                .satisfies(only -> assertThat(only.path("row").asInt()).isEqualTo(2));
    }

    private static Response csv(String text, String query) {
        return send("text/csv", text.getBytes(StandardCharsets.UTF_8), query);
    }

    private static Response send(String type, byte[] body, String query) {
        return given().header("Content-Type", type).body(body).post("/v1/placements/batch" + query);
    }

    private static Response keyed(String key, String text) {
        return given().header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/placements/batch?asOf=2026-11-25");
    }

    private static List<JsonNode> answers(Response response) {
        return PlacementBatchResourceTest.lines(response);
    }
}
