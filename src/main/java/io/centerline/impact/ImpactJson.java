package io.centerline.impact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.placement.Decision;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An impact as JSON in UTF-8, on one line: {@code {before, after, cases, moved, passages: [{from, to, cases}], byRule:
 * [{rules, cases}], touched: [{importer, from, to, moved, gained, lost, causes: [{before, after, heading, lines,
 * sentence}]}]}}. Importer numbers that are social security numbers are masked. Stateless.
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
            out.writeArrayFieldStart("touched");
            for (Effect effect : impact.touched()) {
                effect(out, effect);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an impact can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void effect(JsonGenerator out, Effect effect) throws IOException {
        Decision after = effect.after();
        out.writeStartObject();
        out.writeStringField("importer", after.facts().importer().number().masked());
        out.writeStringField("from", effect.before().outcome().code());
        out.writeStringField("to", after.outcome().code());
        out.writeBooleanField("moved", effect.moved());
        codes(out, "gained", effect.gained());
        codes(out, "lost", effect.lost());
        out.writeArrayFieldStart("causes");
        for (Cause cause : effect.causes()) {
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
