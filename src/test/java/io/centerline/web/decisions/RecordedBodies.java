package io.centerline.web.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.decision.DecisionIds;
import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.journal.Journal;
import io.centerline.replay.ExportedDecisions;
import io.centerline.replay.KeptDecision;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Records decisions that no request gives: of earlier contracts, and with other texts. */
final class RecordedBodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedBodies() {}

    /** Records a decision that an earlier program made. */
    static UUID ofContract(Journal journal, int contract, Predicate<JsonNode> which) throws Exception {
        Path export = Path.of("src/test/resources/contract/" + contract + "/journal.ndjson.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(export))) {
            ExportedDecisions decisions = new ExportedDecisions(in);
            for (Optional<KeptDecision> next = decisions.next(); next.isPresent(); next = decisions.next()) {
                ObjectNode body = (ObjectNode) JSON.readTree(next.get().body());
                if (next.get().facts() != null && which.test(body)) {
                    body.set("receipt", body.remove("receipt"));
                    return record(journal, body, next.get().facts(), next.get().salt());
                }
            }
        }
        throw new IllegalStateException("there is no such decision in " + export);
    }

    /** Records a decision again, with other texts and an id of its own. */
    static UUID altered(Journal journal, String id, UnaryOperator<ObjectNode> change) throws Exception {
        Draft draft = journal.find(UUID.fromString(id)).orElseThrow().draft();
        ObjectNode body = change.apply((ObjectNode) JSON.readTree(draft.body()));
        body.put("id", new DecisionIds().next(draft.decidedAt()).toString());
        return record(journal, body, draft.facts(), draft.salt());
    }

    private static UUID record(Journal journal, ObjectNode body, byte[] facts, byte[] salt) throws Exception {
        JsonNode receipt = body.path("receipt");
        List<String> reviews = new ArrayList<>();
        body.path("reviews").forEach(review -> reviews.add(review.path("code").asText()));
        JsonNode why = body.path("explanation");
        Set<String> rules = new LinkedHashSet<>(why.path("tallies").findValuesAsText("rule"));
        why.path("steps").forEach(step -> rules.add(step.path("rule").asText()));
        why.path("notCounted").forEach(missed -> missed.path("rules").forEach(rule -> rules.add(rule.asText())));
        Draft draft = new Draft(
                UUID.fromString(body.path("id").asText()),
                body.has("activity") ? DecisionKind.ROUTING : DecisionKind.PLACEMENT,
                body.path("importer").path("number").asText(),
                body.path("status").asText(),
                body.path("center").isNull()
                        ? body.path("office").asText()
                        : body.path("center").path("code").asText(),
                body.path("basis").textValue(),
                reviews,
                List.copyOf(rules),
                LocalDate.parse(receipt.path("asOf").asText()),
                Instant.parse(receipt.path("decidedAt").asText()),
                receipt.path("rulebook").asText(),
                receipt.path("schedule").asText(),
                receipt.path("program").asText(),
                facts,
                salt,
                JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        return journal.record(draft, null).toCompletableFuture().get().draft().id();
    }
}
