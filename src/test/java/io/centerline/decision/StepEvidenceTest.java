package io.centerline.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.FactsJson;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement.Explain;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.TestRulebook;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of membership rules show what sources say of the headings they claimed. */
class StepEvidenceTest {
    private static final Schedule SCHEDULE = Schedule.load();
    private static final Rulebook SHIPPED = TestRulebook.shared();
    private static final String LINES =
            "[{\"hts\": \"4011.10.1010\", \"count\": 7}, {\"hts\": \"8504.40.9580\", \"count\": 2}]";

    @Test
    void write_tires_showBothPiecesAndWhatSpeaksAgainst() throws Exception {
        JsonNode steps = steps(SHIPPED, Contract.CURRENT, "2026-11-25");

        assertThat(step(steps, "MEM-0314").path("evidence").toString())
                .isEqualTo(
                        "[{\"id\":\"SRC-008\",\"speaks\":\"FOR\",\"center\":\"CEE003\",\"kind\":\"CBP_DATA\",\"date\":\"2025-12-18\","
                                + "\"citation\":\"CBP withhold release orders and findings by industry, December 2025\"},"
                                + "{\"id\":\"SRC-066\",\"speaks\":\"FOR\",\"center\":\"CEE003\",\"kind\":\"RELEASE\",\"date\":\"2021-08-31\","
                                + "\"citation\":\"CBP release, Baltimore, August 2021\"},"
                                + "{\"id\":\"SRC-096\",\"speaks\":\"AGAINST\",\"center\":\"CEE009\",\"kind\":\"OVERVIEW\",\"date\":\"2013-04-04\","
                                + "\"citation\":\"CBP Centers overview\"}]");
        assertThat(step(steps, "MEM-1020").at("/evidence/0/id").asText()).isEqualTo("SRC-037");
        assertThat(step(steps, "MEM-1020").at("/evidence/0/speaks").asText()).isEqualTo("AGAINST");
        assertThat(step(steps, "PRE-001").has("evidence")).isFalse();
        assertThat(step(steps, "CNT-001").has("evidence")).isFalse();
    }

    @Test
    void write_dayBeforeASource_doesNotShowIt() throws Exception {
        JsonNode steps = steps(SHIPPED, Contract.CURRENT, "2025-12-17");

        assertThat(step(steps, "MEM-0314").path("evidence").findValuesAsText("id"))
                .containsExactly("SRC-066", "SRC-096");
    }

    /** What was decided before there was evidence replays to the byte. */
    @Test
    void write_rulebookWithoutEvidence_showsNone() throws Exception {
        TreeMap<String, String> texts = new TreeMap<>(SHIPPED.files().texts());
        assertThat(texts.remove("evidence.yaml")).isNotNull();

        JsonNode steps = steps(Rulebook.of(new RuleFiles(texts)), Contract.CURRENT, "2026-11-25");

        assertThat(steps).noneMatch(step -> step.has("evidence"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Contract.class,
            names = {"ONE", "TWO", "THREE"})
    void write_olderContract_showsNone(Contract contract) throws Exception {
        assertThat(steps(SHIPPED, contract, "2026-11-25")).noneMatch(step -> step.has("evidence"));
    }

    private static JsonNode step(JsonNode steps, String rule) {
        for (JsonNode step : steps) {
            if (step.path("rule").asText().equals(rule)) {
                return step;
            }
        }
        throw new AssertionError("no step of " + rule + " in " + steps);
    }

    private static JsonNode steps(Rulebook rulebook, Contract contract, String asOf) throws Exception {
        String request =
                "{\"importer\": {\"number\": \"12-345678900\"}, \"asOf\": \"" + asOf + "\", \"lines\": " + LINES + "}";
        Intake.Accepted accepted = (Intake.Accepted)
                new JsonIntake(new HtsReader(SCHEDULE), SCHEDULE, rulebook.firstCoveredDay(), IntakeLimits.DEFAULT)
                        .read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
        Decision decision = contract.placement(rulebook).decide(accepted.facts(), accepted.warnings(), Explain.FULL);
        Receipt receipt = new Receipt(
                null,
                decision.rulebook(),
                FactsJson.hash(decision.facts()),
                SCHEDULE.edition(),
                "0.1.0",
                contract,
                decision.facts().asOf(),
                Instant.EPOCH);
        return new ObjectMapper()
                .readTree(DecisionJson.write(decision, receipt))
                .at("/explanation/steps");
    }
}
