package io.centerline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.decision.Contract;
import io.centerline.decision.DecisionJson;
import io.centerline.decision.Receipt;
import io.centerline.facts.FactsJson;
import io.centerline.intake.Intake;
import io.centerline.intake.RoutingRequest;
import io.centerline.intake.StoredFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.centerline.routing.Router;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** The program under one rulebook, seen from outside: JSON in, JSON out, with the ids of the rules beside it. */
final class Program {
    static final Schedule SCHEDULE = Schedule.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Requests are read as kept facts are, which may hold versions of a line. */
    private final StoredFacts intake;

    private final Placement placement;
    private final Router router;

    Program(SortedMap<String, String> texts) {
        Rulebook rulebook = Rulebook.of(new RuleFiles(texts));
        intake = new StoredFacts(new HtsReader(SCHEDULE), SCHEDULE);
        placement = new Placement(rulebook);
        router = new Router(rulebook);
    }

    JsonNode place(JsonNode request) {
        if (!(intake.read(bytes(request), LocalDate.EPOCH) instanceof Intake.Accepted accepted)) {
            throw new IllegalArgumentException("refused: " + request);
        }
        Decision decision = placement.decide(accepted.facts(), accepted.warnings(), Explain.SUMMARY);
        return read(
                DecisionJson.write(
                        decision,
                        receipt(
                                decision.rulebook(),
                                FactsJson.hash(decision.facts()),
                                decision.facts().asOf())),
                decision.rules());
    }

    /** Null when the program asks for lines. */
    JsonNode route(JsonNode request) {
        if (!(intake.readRouting(bytes(request), LocalDate.EPOCH) instanceof RoutingRequest.Accepted accepted)) {
            throw new IllegalArgumentException("refused: " + request);
        }
        if (!(router.route(accepted.facts(), accepted.warnings(), Explain.SUMMARY)
                instanceof RoutingAnswer.Routed routed)) {
            return null;
        }
        Routing routing = routed.routing();
        return read(
                DecisionJson.write(
                        routing,
                        receipt(
                                routing.rulebook(),
                                FactsJson.hash(routing.facts()),
                                routing.facts().asOf())),
                routing.rules());
    }

    private static Receipt receipt(String rulebook, String facts, LocalDate asOf) {
        return new Receipt(null, rulebook, facts, SCHEDULE.edition(), "test", Contract.CURRENT, asOf, Instant.EPOCH);
    }

    private static byte[] bytes(JsonNode request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(byte[] json, List<RuleId> rules) {
        try {
            ObjectNode answer = (ObjectNode) JSON.readTree(json);
            ArrayNode ids = answer.putArray("rules");
            rules.forEach(rule -> ids.add(rule.text()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
