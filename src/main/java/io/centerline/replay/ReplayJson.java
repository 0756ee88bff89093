package io.centerline.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A replay as JSON in UTF-8, on one line, as the service answers it and the command line prints it. Stateless. */
public final class ReplayJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReplayJson() {}

    /** Writes a replay. */
    public static byte[] write(Replayed replayed) {
        try {
            return JSON.writeValueAsBytes(Answer.of(replayed));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a replay can be written", impossible);
        }
    }

    private record Answer(
            String id,
            long index,
            boolean same,
            boolean moved,
            Replayed.Pair rulebook,
            Replayed.Pair leaf,
            String schedule,
            String program,
            List<Told> differences,
            @JsonRawValue String decision) {

        static Answer of(Replayed replayed) {
            return new Answer(
                    replayed.id(),
                    replayed.index(),
                    replayed.same(),
                    replayed.moved(),
                    replayed.rulebook(),
                    replayed.leaf(),
                    replayed.schedule(),
                    replayed.program(),
                    replayed.differences().stream().map(Told::of).toList(),
                    new String(replayed.decision(), StandardCharsets.UTF_8));
        }
    }

    private record Told(
            String part,
            String key,
            String field,
            @Nullable JsonNode recorded,
            @Nullable JsonNode replayed,
            String sentence) {

        static Told of(Difference difference) {
            return new Told(
                    difference.part(),
                    difference.key(),
                    difference.field(),
                    difference.recorded(),
                    difference.replayed(),
                    difference.sentence());
        }
    }
}
