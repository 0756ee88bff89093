package io.centerline.impact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An impact as JSON in UTF-8, on one line: {@code {before, after, cases, moved, touched, passages: [{from, to, cases}],
 * byRule: [{rules, cases}], reviews: [{code, gained, lost}], undecided, firstUndecided: [{index, decision, reason}],
 * examples: [{index, decision, importer, from, to, moved, gained, lost, causes: [{before, after, heading, lines, sentence}],
 * moreCauses}]}}; {@code index} and {@code decision} only of cases of the journal. Importer numbers that are social
 * security numbers are masked. Stateless.
 */
public final class ImpactJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ImpactJson() {}

    /** Writes an impact. */
    public static byte[] write(Impact impact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("before", impact.before());
            out.writeStringField("after", impact.after());
            out.writeNumberField("cases", impact.cases());
            out.writeNumberField("moved", impact.moved());
            out.writeNumberField("touched", impact.touched());
            out.writeArrayFieldStart("passages");
            for (Map.Entry<Impact.Passage, Long> passage : impact.passages().entrySet()) {
                out.writeStartObject();
                out.writeStringField("from", passage.getKey().from());
                out.writeStringField("to", passage.getKey().to());
                out.writeNumberField("cases", passage.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("byRule");
            for (Map.Entry<String, Long> rules : impact.byRule().entrySet()) {
                out.writeStartObject();
                out.writeStringField("rules", rules.getKey());
                out.writeNumberField("cases", rules.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
            reviews(out, impact);
            undecided(out, impact);
            out.writeArrayFieldStart("examples");
            for (Example example : impact.examples()) {
                example(out, example);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an impact can be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** The same as text. */
    public static String text(Impact impact) {
        return new String(write(impact), StandardCharsets.UTF_8);
    }

    private static void reviews(JsonGenerator out, Impact impact) throws IOException {
        out.writeArrayFieldStart("reviews");
        for (Map.Entry<ReviewCode, Impact.ReviewChange> review :
                impact.reviews().entrySet()) {
            out.writeStartObject();
            out.writeStringField("code", review.getKey().name());
            out.writeNumberField("gained", review.getValue().gained());
            out.writeNumberField("lost", review.getValue().lost());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void undecided(JsonGenerator out, Impact impact) throws IOException {
        out.writeNumberField("undecided", impact.undecided());
        out.writeArrayFieldStart("firstUndecided");
        for (Undecided missed : impact.firstUndecided()) {
            out.writeStartObject();
            place(out, missed.place());
            out.writeStringField("reason", missed.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void place(JsonGenerator out, CasePlace place) throws IOException {
        if (!place.decision().isEmpty()) {
            out.writeNumberField("index", place.index());
            out.writeStringField("decision", place.decision());
        }
    }

    private static void example(JsonGenerator out, Example example) throws IOException {
        out.writeStartObject();
        place(out, example.place());
        out.writeStringField("importer", example.importer());
        out.writeStringField("from", example.from());
        out.writeStringField("to", example.to());
        out.writeBooleanField("moved", example.moved());
        codes(out, "gained", example.gained());
        codes(out, "lost", example.lost());
        out.writeArrayFieldStart("causes");
        for (Cause cause : example.causes()) {
            out.writeStartObject();
            rule(out, "before", cause.before());
            rule(out, "after", cause.after());
            if (!cause.heading().isEmpty()) {
                out.writeStringField("heading", cause.heading());
                out.writeNumberField("lines", cause.lines());
            }
            out.writeStringField("sentence", cause.phrase());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("moreCauses", example.moreCauses());
        out.writeEndObject();
    }

    private static void rule(JsonGenerator out, String field, Cause.@Nullable Side side) throws IOException {
        if (side == null) {
            out.writeNullField(field);
        } else {
            out.writeStringField(field, side.rule());
        }
    }

    private static void codes(JsonGenerator out, String field, Collection<ReviewCode> codes) throws IOException {
        out.writeArrayFieldStart(field);
        for (ReviewCode code : codes) {
            out.writeString(code.name());
        }
        out.writeEndArray();
    }
}
