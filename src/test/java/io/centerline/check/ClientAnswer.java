package io.centerline.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.placement.Decision;
import io.centerline.routing.Routing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;

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
        reasons(answer, explanation, body.path("warnings"));
        return answer;
    }

    static ObjectNode of(Routing routing) {
        JsonNode body = body(routing);
        JsonNode explanation = body.path("explanation");
        ObjectNode answer = JSON.createObjectNode();
        answer.set("status", body.path("status"));
        answer.set("office", body.path("office"));
        answer.set(
                "center",
                body.path("center").isNull()
                        ? body.path("center")
                        : body.path("center").path("code"));
        answer.set("port", body.path("port"));
        answer.set("basis", body.path("basis"));
        answer.set("reviews", map(body.path("reviews"), "code", "message"));
        answer.set("summary", explanation.path("summary"));
        ArrayNode rules = answer.putArray("rules");
        routing.rules().forEach(rule -> rules.add(rule.text()));
        answer.set("tallies", map(explanation.path("tallies"), "center", "count"));
        reasons(answer, explanation, body.path("warnings"));
        return answer;
    }

    private static void reasons(ObjectNode answer, JsonNode explanation, JsonNode issues) {
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
        issues.forEach(warning -> warnings.add(warning.path("code")));
    }

    private static ObjectNode map(JsonNode list, String key, String value) {
        ObjectNode map = JSON.createObjectNode();
        list.forEach(entry -> map.set(entry.path(key).asText(), entry.path(value)));
        return map;
    }

    private static JsonNode body(Decision decision) {
        return tree(DecisionJson.write(
                decision, receipt(decision.rulebook(), decision.facts().asOf())));
    }

    private static JsonNode body(Routing routing) {
        return tree(DecisionJson.write(
                routing, receipt(routing.rulebook(), routing.facts().asOf())));
    }

    private static Receipt receipt(String rulebook, LocalDate asOf) {
        return new Receipt(
                null, rulebook, "sha256:facts", "schedule", "program", Contract.CURRENT, asOf, Instant.EPOCH);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException("a decision is well-formed JSON", malformed);
        }
    }
}
