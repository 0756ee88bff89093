package io.centerline.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingExplanation;
import io.centerline.rulebook.language.RuleId;
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

    /** Every key of a routing, in the order in which it is printed. */
    static final List<String> ROUTING_KEYS = List.of(
            "status",
            "office",
            "center",
            "port",
            "basis",
            "reviews",
            "summary",
            "rules",
            "tallies",
            "notCounted",
            "steps",
            "citations",
            "sentences",
            "notFired",
            "flips",
            "warnings");

    private ScenarioAnswer() {}

    static ObjectNode of(Routing routing) {
        RoutingExplanation explanation = routing.explanation();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("status", routing.status());
        answer.put("office", routing.office().name());
        answer.put("center", routing.destination() == null ? null : routing.code());
        answer.put("port", routing.port());
        answer.put("basis", routing.basis() == null ? null : routing.basis().name());
        reviews(answer, routing.reviews());
        answer.put("summary", explanation.summary());
        rules(answer, routing.rules());
        ObjectNode tallies = answer.putObject("tallies");
        explanation
                .tallies()
                .forEach(entry ->
                        tallies.put(entry.tally().center().code(), entry.tally().count()));
        notCounted(answer, explanation.notCounted());
        detail(answer, explanation.detail());
        warnings(answer, routing.warnings());
        return answer;
    }

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
        reviews(answer, decision.reviews());
        answer.put("summary", explanation.summary());
        rules(answer, decision.rules());
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
        notCounted(answer, explanation.notCounted());
        detail(answer, explanation.detail());
        warnings(answer, decision.warnings());
        return answer;
    }

    private static void reviews(ObjectNode answer, List<ReviewNote> notes) {
        ObjectNode reviews = answer.putObject("reviews");
        notes.forEach(note -> reviews.put(note.code().name(), note.message()));
    }

    private static void rules(ObjectNode answer, List<RuleId> ids) {
        ArrayNode rules = answer.putArray("rules");
        ids.forEach(rule -> rules.add(rule.text()));
    }

    private static void notCounted(ObjectNode answer, List<Explanation.Missed> missed) {
        ObjectNode notCounted = answer.putObject("notCounted");
        missed.stream()
                .filter(entry -> entry.count() > 0)
                .forEach(entry -> notCounted.put(entry.reason().name(), entry.count()));
    }

    private static void warnings(ObjectNode answer, List<Issue> issues) {
        ArrayNode warnings = answer.putArray("warnings");
        issues.forEach(warning -> warnings.add(warning.code().name()));
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
