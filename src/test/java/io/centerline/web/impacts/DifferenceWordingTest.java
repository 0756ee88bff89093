package io.centerline.web.impacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.replay.Difference;
import org.junit.jupiter.api.Test;

class DifferenceWordingTest {

    @Test
    void of_entriesThatComeAndGo_saysThemInWords() throws Exception {
        assertThat(DifferenceWording.of(new Difference(
                        "reviews",
                        "INFERRED_RANGE",
                        "",
                        null,
                        json("{\"code\": \"INFERRED_RANGE\", \"message\": \"it rests on `8471`\"}"))))
                .isEqualTo("Review Inferred range is new: it rests on `8471`");
        assertThat(DifferenceWording.of(new Difference(
                        "tallies",
                        "CEE010",
                        "",
                        json("{\"center\": \"CEE010\", \"count\": 6, \"share\": \"0.765\", \"value\": \"12.00\","
                                + " \"valueShare\": \"1\", \"headings\": []}"),
                        null)))
                .startsWith("Share of ")
                .endsWith("count 6, share 76.5 %, value 12.00, value share 100 %")
                .doesNotContain("{", "CEE010");
    }

    @Test
    void of_valuesThatChange_saysBoth() throws Exception {
        assertThat(DifferenceWording.of(new Difference("center", "", "code", json("\"CEE007\""), json("\"CEE010\""))))
                .startsWith("Center, code: was Electronics, is ");
        assertThat(DifferenceWording.of(new Difference("basis", "", "", json("\"PREDOMINANCE\""), null)))
                .isEqualTo("Basis is gone, was: Predominance");
        assertThat(DifferenceWording.of(
                        new Difference("warnings", "", "", json("[]"), json("[{\"message\": \"late\"}]"))))
                .isEqualTo("Warnings: was none, is late");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
