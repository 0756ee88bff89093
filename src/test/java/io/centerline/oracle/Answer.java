package io.centerline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is compared of an answer; {@code office} is empty in a placement, {@code indicated} in a routing. */
record Answer(
        String status,
        String office,
        String center,
        String basis,
        String indicated,
        List<String> reviews,
        SortedMap<String, String> tallies,
        SortedMap<String, String> notCounted,
        SortedSet<String> rules) {

    private static final List<String> REVIEWS = List.of(
            "TIE",
            "THIN_EVIDENCE",
            "NO_MAJORITY",
            "NEAR_EQUAL_SPREAD",
            "VALUE_POINTS_ELSEWHERE",
            "GOODS_UNCLEAR",
            "LINE_VERSIONS",
            "DRIFT",
            "APPEAL_OPEN",
            "DIRECTION_ENDED",
            "EVIDENCE_LATER",
            "CONFLICT",
            "INFERRED_RANGE");

    /** The same answer without reviews and rules. */
    Answer bare() {
        return new Answer(status, office, center, basis, indicated, List.of(), tallies, notCounted, new TreeSet<>());
    }

    /** In the order of the vocabulary, each once. */
    static List<String> ordered(Collection<String> reviews) {
        return REVIEWS.stream().filter(reviews::contains).toList();
    }

    /** Reads what the program answers. */
    static Answer of(JsonNode json) {
        JsonNode explanation = json.get("explanation");
        List<String> reviews = new ArrayList<>();
        json.get("reviews").forEach(review -> reviews.add(review.get("code").asText()));
        SortedMap<String, String> tallies = new TreeMap<>();
        explanation
                .get("tallies")
                .forEach(tally -> tallies.put(
                        tally.get("center").asText(),
                        "%s lines, %s; value %s, %s"
                                .formatted(
                                        tally.get("count").asText(),
                                        tally.get("share").asText(),
                                        tally.get("value").asText(),
                                        tally.get("valueShare").asText())));
        SortedMap<String, String> notCounted = new TreeMap<>();
        explanation.get("notCounted").forEach(entry -> {
            if (entry.get("count").asLong() > 0) {
                notCounted.put(entry.get("reason").asText(), entry.get("count").asText());
            }
        });
        SortedSet<String> rules = new TreeSet<>();
        json.get("rules").forEach(rule -> rules.add(rule.asText()));
        return new Answer(
                json.get("status").asText(),
                json.path("office").asText(""),
                json.get("center").path("code").asText("none"),
                json.get("basis").asText("none"),
                json.path("indicated").path("code").asText("none"),
                ordered(reviews),
                tallies,
                notCounted,
                rules);
    }
}
