package io.centerline.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.journal.DecisionJson;
import io.centerline.journal.Receipt;
import io.centerline.placement.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** A decision in the words of a scenario, read from the JSON that clients get. */
final class ClientAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClientAnswer() {}

    static ObjectNode of(Decision decision) {
        JsonNode body = body(decision);
        JsonNode explanation = body.path("explanation");
        ObjectNode answer = JSON.createObjectNode();
        answer.set("status", body.path("status"));
        answer.set("center", body.path("center").path("code"));
        answer.set("basis", body.path("basis"));
        answer.set(
                "indicated",
                body.path("indicated").isNull()
                        ? body.path("indicated")
                        : body.path("indicated").path("code"));
        answer.set("reviews", map(body.path("reviews"), "code", "message"));
        answer.set("summary", explanation.path("summary"));
        ArrayNode rules = answer.putArray("rules");
        decision.rules().forEach(rule -> rules.add(rule.text()));
        answer.set("counting", explanation.path("counting"));
        answer.set("tallies", map(explanation.path("tallies"), "center", "count"));
        answer.set("valueShares", map(explanation.path("tallies"), "center", "valueShare"));
        ObjectNode notCounted = answer.putObject("notCounted");
        explanation.path("notCounted").forEach(missed -> {
            if (missed.path("count").asLong() > 0) {
                notCounted.set(missed.path("reason").asText(), missed.path("count"));
            }
        });
        answer.set("steps", map(explanation.path("steps"), "rule", "outcome"));
        answer.set("citations", map(explanation.path("steps"), "rule", "citation"));
        ArrayNode sentences = answer.putArray("sentences");
        explanation.path("steps").forEach(step -> sentences.add(step.path("sentence")));
        ObjectNode notFired = answer.putObject("notFired");
        explanation
                .path("notFired")
                .forEach(entry -> notFired.set(
                        entry.path("rule").asText(),
                        entry.path("because").path(0).path("found")));
        answer.set("flips", map(explanation.path("flips"), "center", "sentence"));
        ArrayNode warnings = answer.putArray("warnings");
        body.path("warnings").forEach(warning -> warnings.add(warning.path("code")));
        return answer;
    }

    private static ObjectNode map(JsonNode list, String key, String value) {
        ObjectNode map = JSON.createObjectNode();
        list.forEach(entry -> map.set(entry.path(key).asText(), entry.path(value)));
        return map;
    }

    private static JsonNode body(Decision decision) {
        Receipt receipt = new Receipt(
                null,
                decision.rulebook(),
                "sha256:facts",
                "schedule",
                "program",
                decision.facts().asOf(),
                Instant.EPOCH);
        try {
            return JSON.readTree(DecisionJson.write(decision, receipt));
        } catch (IOException malformed) {
            throw new UncheckedIOException("a decision is well-formed JSON", malformed);
        }
    }
}
