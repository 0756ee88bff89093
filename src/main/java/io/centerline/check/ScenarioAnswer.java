package io.centerline.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision in the words in which a scenario tells it, which are those of the answer a client gets. */
final class ScenarioAnswer {
    /** Every key, in the order in which a decision is printed. */
    static final List<String> KEYS = List.of(
            "status",
            "center",
            "basis",
            "indicated",
            "reviews",
            "summary",
            "rules",
            "counting",
            "tallies",
            "valueShares",
            "notCounted",
            "steps",
            "citations",
            "sentences",
            "notFired",
            "flips",
            "warnings");

    private ScenarioAnswer() {}

    static ObjectNode of(Decision decision) {
        Explanation explanation = decision.explanation();
        Outcome outcome = decision.outcome();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", outcome.status());
        answer.put("center", outcome.code());
        answer.put("basis", outcome.basis() == null ? null : outcome.basis().name());
        answer.put(
                "indicated",
                decision.indicated() == null ? null : decision.indicated().code());
        ObjectNode reviews = answer.putObject("reviews");
        decision.reviews().forEach(note -> reviews.put(note.code().name(), note.message()));
        answer.put("summary", explanation.summary());
        ArrayNode rules = answer.putArray("rules");
        decision.rules().forEach(rule -> rules.add(rule.text()));
        answer.putObject("counting")
                .put("measure", explanation.counting().measure().name())
                .put("from", explanation.counting().from().toString())
                .put("to", explanation.counting().to().toString());
        ObjectNode tallies = answer.putObject("tallies");
        ObjectNode valueShares = answer.putObject("valueShares");
        explanation.tallies().forEach(entry -> {
            String center = entry.tally().center().code();
            tallies.put(center, entry.tally().count());
            valueShares.put(center, share(entry.tally().valueShare()));
        });
        ObjectNode notCounted = answer.putObject("notCounted");
        explanation.notCounted().stream()
                .filter(missed -> missed.count() > 0)
                .forEach(missed -> notCounted.put(missed.reason().name(), missed.count()));
        detail(answer, explanation.detail());
        ArrayNode warnings = answer.putArray("warnings");
        decision.warnings().forEach(warning -> warnings.add(warning.code().name()));
        return answer;
    }

    private static void detail(ObjectNode answer, Explanation.@Nullable Detail detail) {
        ObjectNode steps = answer.putObject("steps");
        ObjectNode citations = answer.putObject("citations");
        ArrayNode sentences = answer.putArray("sentences");
        ObjectNode notFired = answer.putObject("notFired");
        ObjectNode flips = answer.putObject("flips");
        if (detail == null) {
            return;
        }
        for (Explanation.Step step : detail.steps()) {
            steps.put(step.rule().id().text(), step.outcome().name());
            citations.put(step.rule().id().text(), step.rule().citation());
            sentences.add(step.sentence());
        }
        detail.notFired()
                .forEach(entry ->
                        notFired.put(entry.rule().id().text(), entry.because().found()));
        detail.flips().forEach(flip -> flips.put(flip.center().code(), flip.sentence()));
    }

    private static String share(BigDecimal share) {
        return share.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }
}
