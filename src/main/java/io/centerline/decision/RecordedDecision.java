package io.centerline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.placement.Placement.Explain;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A recorded decision, read back from its JSON as far as it says how it was made.
 *
 * @param id its id
 * @param kind what it is about
 * @param receipt its receipt
 * @param explain how much explanation it has
 * @param warnings what intake noted about the request
 * @param json the whole decision
 */
public record RecordedDecision(
        UUID id, DecisionKind kind, Receipt receipt, Explain explain, List<Issue> warnings, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public RecordedDecision {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a decision.
     *
     * @param body the decision as JSON, with or without its place in the journal
     * @throws UnknownContract when this program cannot know what it says
     * @throws IllegalArgumentException when it is no decision
     */
    public static RecordedDecision read(byte[] body) throws UnknownContract {
        try {
            JsonNode json = JSON.readTree(body);
            // First: under another contract anything else may be different.
            Contract contract = contract(json.path("receipt"));
            UUID id = UUID.fromString(text(json, "id"));
            return new RecordedDecision(
                    id,
                    json.has("activity") ? DecisionKind.ROUTING : DecisionKind.PLACEMENT,
                    receipt(id, json.path("receipt"), contract),
                    json.path("explanation").has("steps") ? Explain.FULL : Explain.SUMMARY,
                    warnings(json.path("warnings")),
                    json);
        } catch (IOException | DateTimeException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static Contract contract(JsonNode receipt) throws UnknownContract {
        JsonNode number = receipt.path("contract");
        if (number.isMissingNode()) {
            return Contract.ONE;
        }
        if (!number.isIntegralNumber()) {
            throw new IllegalArgumentException("contract");
        }
        return Contract.of(number.bigIntegerValue(), text(receipt, "program"));
    }

    private static Receipt receipt(UUID id, JsonNode receipt, Contract contract) {
        return new Receipt(
                id,
                text(receipt, "rulebook"),
                receipt.path("facts").asText(),
                text(receipt, "schedule"),
                text(receipt, "program"),
                contract,
                LocalDate.parse(text(receipt, "asOf")),
                Instant.parse(text(receipt, "decidedAt")));
    }

    private static List<Issue> warnings(JsonNode array) {
        List<Issue> warnings = new ArrayList<>();
        for (JsonNode warning : array) {
            warnings.add(new Issue(
                    IssueCode.valueOf(text(warning, "code")), text(warning, "pointer"), text(warning, "message"), ""));
        }
        return warnings;
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field);
        }
        return value.textValue();
    }
}
