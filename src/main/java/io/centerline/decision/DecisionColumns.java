package io.centerline.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a recorded decision is found and listed by with what the decision itself says. What a decision does not say
 * cannot be compared: of a decision with {@code explain=summary}, only some of its rules.
 */
public final class DecisionColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Draft draft;
    private final JsonNode body;
    private final List<String> differing = new ArrayList<>();

    private DecisionColumns(Draft draft, JsonNode body) {
        this.draft = draft;
        this.body = body;
    }

    /**
     * The columns that say something else than the decision, named as lists name them; empty when there are none.
     *
     * @throws IllegalArgumentException when the body is not JSON
     */
    public static List<String> differing(Draft draft) {
        try {
            return new DecisionColumns(draft, JSON.readTree(draft.body())).compare();
        } catch (IOException notJson) {
            throw new IllegalArgumentException("decision is not JSON", notJson);
        }
    }

    private List<String> compare() {
        JsonNode receipt = body.path("receipt");
        text("id", body.path("id"), draft.id().toString());
        same("kind", body.has("activity") == (draft.kind() == DecisionKind.ROUTING));
        text("importer", body.path("importer").path("number"), draft.importer());
        text("asOf", receipt.path("asOf"), draft.asOf().toString());
        text(
                "decidedAt",
                receipt.path("decidedAt"),
                Receipt.timeText(draft.decidedAt().truncatedTo(ChronoUnit.MILLIS)));
        text("status", body.path("status"), draft.status());
        center(body.path("center"));
        text("basis", body.path("basis"), draft.basis());
        reviews(body.path("reviews"));
        rules();
        text("rulebook", receipt.path("rulebook"), draft.rulebook());
        text("schedule", receipt.path("schedule"), draft.schedule());
        text("program", receipt.path("program"), draft.program());
        return differing;
    }

    private void text(String column, JsonNode said, @Nullable String stored) {
        same(column, said.isMissingNode() || Objects.equals(said.textValue(), stored));
    }

    private void center(JsonNode said) {
        if (said.isNull()) {
            // No Center takes part, so the column names the office.
            same("center", draft.center().equals(body.path("office").textValue()));
        } else {
            text("center", said.path("code"), draft.center());
        }
    }

    private void reviews(JsonNode said) {
        List<String> codes = new ArrayList<>();
        said.forEach(review -> codes.add(review.path("code").asText()));
        same("reviews", said.isMissingNode() || codes.equals(draft.reviews()));
    }

    /** A full explanation of a placement names every rule that fired, any other one some of them. */
    private void rules() {
        Set<String> stored = new HashSet<>(draft.rules());
        Set<String> said = new HashSet<>();
        JsonNode explanation = body.path("explanation");
        explanation.path("steps").forEach(step -> said.add(step.path("rule").asText()));
        for (JsonNode tally : explanation.path("tallies")) {
            tally.path("headings")
                    .forEach(heading -> said.add(heading.path("rule").asText()));
        }
        for (JsonNode missed : explanation.path("notCounted")) {
            missed.path("rules").forEach(rule -> said.add(rule.asText()));
        }
        boolean all = explanation.has("steps")
                && draft.kind() == DecisionKind.PLACEMENT
                && body.path("receipt").has("contract");
        same("rules", stored.containsAll(said) && (!all || said.containsAll(stored)));
    }

    private void same(String column, boolean same) {
        if (!same) {
            differing.add(column);
        }
    }
}
