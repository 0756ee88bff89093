package io.centerline.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A replay as JSON in UTF-8, on one line, as the service answers it and the command line prints it. Stateless. */
public final class ReplayJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplayJson() {}

    /** Writes a replay. */
    public static byte[] write(Replayed replayed) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", replayed.id());
        answer.put("index", replayed.index());
        answer.put("same", replayed.same());
        answer.put("moved", replayed.moved());
        answer.put("rulebook", pair(replayed.rulebook()));
        answer.put("leaf", pair(replayed.leaf()));
        answer.put("schedule", replayed.schedule());
        answer.put("program", replayed.program());
        answer.put(
                "differences",
                replayed.differences().stream().map(ReplayJson::difference).toList());
        answer.put("decision", new RawValue(new String(replayed.decision(), StandardCharsets.UTF_8)));
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    private static Map<String, Object> pair(Replayed.Pair pair) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("recorded", pair.recorded());
        both.put("replayed", pair.replayed());
        return both;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", difference.part());
        fields.put("key", difference.key());
        fields.put("field", difference.field());
        fields.put("recorded", difference.recorded());
        fields.put("replayed", difference.replayed());
        fields.put("sentence", difference.sentence());
        return fields;
    }
}
