package io.centerline.impact.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.impact.ImpactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs as JSON in UTF-8: {@code {id, state, candidate, baseline, selection: {filter, sample}, everything, journal, progress:
 * {done, total}, askedAt, finishedAt, cases, moved, failure}}, and of a single one {@code result} as {@link ImpactJson}
 * writes it. Stateless.
 */
public final class ImpactRunJson {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    private ImpactRunJson() {}

    /**
     * Writes one run.
     *
     * @param result what it found, as JSON; null when it has found nothing yet
     */
    public static byte[] write(ImpactRun run, @Nullable String result) {
        return bytes(out -> {
            out.writeStartObject();
            fields(out, run);
            out.writeFieldName("result");
            out.writeRawValue(result == null ? "null" : result);
            out.writeEndObject();
        });
    }

    /** Writes several, in their order, as {@code {impacts: […]}}. */
    public static byte[] write(List<ImpactRun> runs) {
        return bytes(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("impacts");
            for (ImpactRun run : runs) {
                out.writeStartObject();
                fields(out, run);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            content.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a run can be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void fields(JsonGenerator out, ImpactRun run) throws IOException {
        out.writeStringField("id", run.id().toString());
        out.writeStringField("state", run.state().name());
        out.writeStringField("candidate", run.candidate());
        out.writeStringField("baseline", run.baseline());
        out.writeFieldName("selection");
        out.writeRawValue(run.selection());
        out.writeBooleanField("everything", run.everything());
        out.writeNumberField("journal", run.journal());
        out.writeObjectFieldStart("progress");
        out.writeNumberField("done", run.done());
        number(out, "total", run.total());
        out.writeEndObject();
        out.writeStringField("askedAt", run.askedAt().toString());
        text(out, "finishedAt", run.finishedAt());
        number(out, "cases", run.cases());
        number(out, "moved", run.moved());
        text(out, "failure", run.failure());
    }

    private static void number(JsonGenerator out, String field, @Nullable Long value) throws IOException {
        out.writeFieldName(field);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
    }

    private static void text(JsonGenerator out, String field, @Nullable Object value) throws IOException {
        out.writeFieldName(field);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }
}
