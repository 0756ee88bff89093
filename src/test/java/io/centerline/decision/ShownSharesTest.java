package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.Goods;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownSharesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    /** A Center that has a line has a share, and none that leaves it one has everything. */
    @ParameterizedTest
    @CsvSource({
        "ONE, 99999, 1.0000, 0.0000",
        "TWO, 99999, 0.99999, 0.00001",
        "TWO, 1999999, 0.9999995, 0.0000005",
        "TWO, 19999, 0.99995, 0.00005",
        "TWO, 3, 0.7500, 0.2500",
        "TWO, 2, 0.6667, 0.3333",
    })
    void share_ofManyLinesAgainstOne_isShown(Contract contract, int many, String most, String least)
            throws IOException {
        Facts facts = new Facts(
                Importer.anybody(ImporterKind.IMPORTER),
                DAY,
                List.of(row(Center.ELECTRONICS, many), row(Center.MACHINERY, 1)),
                List.of(),
                null);
        Receipt receipt = new Receipt(
                null,
                "sha256:rules",
                "sha256:facts",
                "hts",
                "0.1.0",
                contract,
                DAY,
                Instant.parse("2026-11-25T01:02:03.004Z"));

        byte[] json = DecisionJson.write(
                contract.placement(TestRulebook.shared()).decide(facts, List.of(), Explain.SUMMARY), receipt);

        JsonNode tallies = new ObjectMapper().readTree(json).path("explanation").path("tallies");
        assertThat(tallies.findValuesAsText("share")).containsExactly(most, least);
        assertThat(tallies.findValuesAsText("valueShare")).containsExactly("1.0000", "0.0000");
    }

    private static EntryLine row(Center center, int count) {
        return EntryLine.builder()
                .date(DAY)
                .number(Goods.of(center))
                .count(count)
                .cents(center == Center.ELECTRONICS ? 100L : 0L)
                .build();
    }
}
