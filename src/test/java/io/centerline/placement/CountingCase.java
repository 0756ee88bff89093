package io.centerline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.centerline.facts.ArticleSet;
import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Role;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.tariff.HtsNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of a counting rule: {@code { asOf: …, line: { date, hts, set, role }, answer, sentence }}.
 *
 * <p>{@code answer} is the Center the line votes for or the reason why it does not; of a case without a line, the window.
 */
final class CountingCase {
    private CountingCase() {}

    static void fires(Rulebook rulebook, String rule, JsonNode node) {
        assertThat(answer(rulebook, node)).isEqualTo(node.get("answer").asText());
        Explanation.Step step = decide(rulebook, node).explanation().detail().steps().stream()
                .filter(candidate -> candidate.rule().id().text().equals(rule))
                .findFirst()
                .orElseThrow();
        assertThat(step.sentence()).isEqualTo(node.get("sentence").asText());
    }

    static void nearly(Rulebook rulebook, String rule, JsonNode node) {
        assertThat(answer(rulebook, node)).isEqualTo(node.get("answer").asText());
        if (!answer(rulebook, node).equals("not covered")) {
            assertThat(decide(rulebook, node).rules()).noneMatch(id -> id.text().equals(rule));
        }
    }

    static boolean sameAnswers(Rulebook rulebook, JsonNode fires, JsonNode nearly) {
        return answer(rulebook, fires).equals(fires.get("answer").asText())
                && answer(rulebook, nearly).equals(nearly.get("answer").asText());
    }

    private static String answer(Rulebook rulebook, JsonNode node) {
        if (asOf(node).isBefore(rulebook.firstCoveredDay())) {
            return "not covered";
        }
        try {
            Explanation explanation = decide(rulebook, node).explanation();
            if (node.get("line") == null) {
                Window window = explanation.counting();
                return window.measure() + " from " + window.from() + " to " + window.to();
            }
            return explanation.tallies().isEmpty()
                    ? explanation.notCounted().stream()
                            .filter(missed -> missed.count() > 0)
                            .findFirst()
                            .orElseThrow()
                            .reason()
                            .name()
                    : explanation.tallies().get(0).tally().center().code();
        } catch (RulebookException noPolicy) {
            return "no counting rule";
        }
    }

    private static LocalDate asOf(JsonNode node) {
        return LocalDate.parse(node.get("asOf").asText());
    }

    private static Decision decide(Rulebook rulebook, JsonNode node) {
        JsonNode line = node.get("line");
        Story story = Story.on(asOf(node));
        Facts facts = line == null ? story.facts() : story.line(line(line)).facts();
        return new Placement(rulebook).decide(facts, List.of(), Placement.Explain.FULL);
    }

    private static EntryLine line(JsonNode node) {
        List<HtsNumber> numbers = new ArrayList<>();
        for (String text : node.get("hts").asText().split(", ")) {
            numbers.add(new HtsNumber(text.replace(".", "")));
        }
        return new EntryLine(
                "ABC12345678",
                1,
                node.has("date") ? LocalDate.parse(node.get("date").asText()) : null,
                numbers,
                node.has("set") ? ArticleSet.valueOf(node.get("set").asText()) : ArticleSet.NONE,
                node.has("role") ? Role.valueOf(node.get("role").asText()) : Role.IMPORTER_OF_RECORD,
                1,
                null,
                0);
    }
}
