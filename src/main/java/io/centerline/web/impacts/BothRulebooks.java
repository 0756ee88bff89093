package io.centerline.web.impacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.journal.Recorded;
import io.centerline.replay.Replayed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A recorded decision beside what it would be under a candidate, as of its own day.
 *
 * @param recorded as it was given
 * @param replayed under the candidate
 * @param differences everything that comes out differently, in sentences
 */
record BothRulebooks(Side recorded, Side replayed, List<String> differences) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One of the two.
     *
     * @param rulebook hash of its rulebook
     * @param center code of the Center; empty for none
     * @param summary the answer in a sentence
     * @param steps the sentences of its steps; empty where only the summary is kept
     */
    record Side(String rulebook, String center, String summary, List<Step> steps) {}

    /**
     * A rule that fired.
     *
     * @param rule its id
     * @param sentence what it found
     */
    record Step(String rule, String sentence) {}

    static BothRulebooks of(Recorded recorded, Replayed replayed) {
        return new BothRulebooks(
                side(replayed.rulebook().recorded(), recorded.draft().body()),
                side(replayed.rulebook().replayed(), replayed.decision()),
                replayed.differences().stream().map(DifferenceWording::of).toList());
    }

    private static Side side(String rulebook, byte[] body) {
        JsonNode decision;
        try {
            decision = JSON.readTree(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        List<Step> steps = new java.util.ArrayList<>();
        decision.path("explanation")
                .path("steps")
                .forEach(step -> steps.add(new Step(
                        step.path("rule").asText(), step.path("sentence").asText())));
        JsonNode center = decision.path("center");
        return new Side(
                rulebook,
                center.isObject() ? center.path("code").asText() : center.asText(),
                decision.path("explanation")
                        .path("summary")
                        .asText(decision.path("summary").asText()),
                steps);
    }
}
