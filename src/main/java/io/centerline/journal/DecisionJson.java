package io.centerline.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.centerline.facts.Importer;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.placement.Window;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of a decision: as answered, as stored and, canonicalized, as hashed.
 *
 * <p>The receipt comes last, and within it the place in the journal, which is only known once the decision is recorded.
 * Importer names are left out and social security numbers masked.
 */
public final class DecisionJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] END = "}}".getBytes(StandardCharsets.US_ASCII);

    private DecisionJson() {}

    /** The decision without its place in the journal, compact UTF-8. */
    public static byte[] write(Decision decision, Receipt receipt) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(8192);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            new Writer(json).decision(decision, receipt);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }

    /** The decision with its place: its index and the hash of its leaf. */
    public static byte[] withPlace(byte[] decision, long index, String leaf) {
        if (!Arrays.equals(decision, decision.length - END.length, decision.length, END, 0, END.length)) {
            throw new IllegalArgumentException("not a decision: the receipt must come last");
        }
        byte[] place = (",\"index\":" + index + ",\"leaf\":\"" + leaf + "\"}}").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(decision, decision.length - END.length + place.length);
        System.arraycopy(place, 0, whole, decision.length - END.length, place.length);
        return whole;
    }

    private static final class Writer {
        private final JsonGenerator json;

        Writer(JsonGenerator json) {
            this.json = json;
        }

        void decision(Decision decision, Receipt receipt) throws IOException {
            Outcome outcome = decision.outcome();
            Basis basis = outcome.basis();
            json.writeStartObject();
            text("id", receipt.id() == null ? null : receipt.id().toString());
            importer(decision.facts().importer());
            json.writeStringField("status", outcome.status());
            json.writeFieldName("center");
            if (outcome instanceof Outcome.Placed placed) {
                center(placed.center());
            } else {
                json.writeStartObject();
                json.writeStringField("code", outcome.code());
                json.writeStringField(
                        "name",
                        outcome instanceof Outcome.Pending ? "Pending Center Assignment" : "Not Center Eligible");
                json.writeNullField("office");
                json.writeEndObject();
            }
            text("basis", basis == null ? null : basis.name());
            json.writeFieldName("indicated");
            if (decision.indicated() == null) {
                json.writeNull();
            } else {
                center(decision.indicated());
            }
            json.writeArrayFieldStart("reviews");
            for (ReviewNote review : decision.reviews()) {
                json.writeStartObject();
                json.writeStringField("code", review.code().name());
                json.writeStringField("message", review.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            explanation(decision.explanation());
            warnings(decision.warnings());
            receipt(receipt);
            json.writeEndObject();
        }

        private void importer(Importer importer) throws IOException {
            json.writeObjectFieldStart("importer");
            json.writeStringField("number", importer.number().masked());
            json.writeStringField("kind", importer.kind().name());
            json.writeEndObject();
        }

        private void center(Center center) throws IOException {
            json.writeStartObject();
            json.writeStringField("code", center.code());
            json.writeStringField("name", center.title());
            json.writeStringField("office", center.office());
            json.writeEndObject();
        }

        private void explanation(Explanation explanation) throws IOException {
            json.writeObjectFieldStart("explanation");
            json.writeStringField("summary", explanation.summary());
            counting(explanation.counting());
            Explanation.Detail detail = explanation.detail();
            json.writeArrayFieldStart("tallies");
            for (Explanation.CenterTally tally : explanation.tallies()) {
                tally(tally, detail != null);
            }
            json.writeEndArray();
            notCounted(explanation.notCounted());
            if (detail != null) {
                detail(detail);
            }
            json.writeEndObject();
        }

        private void counting(Window window) throws IOException {
            json.writeObjectFieldStart("counting");
            json.writeStringField("measure", window.measure().name());
            json.writeStringField("from", window.from().toString());
            json.writeStringField("to", window.to().toString());
            json.writeEndObject();
        }

        private void tally(Explanation.CenterTally centerTally, boolean headings) throws IOException {
            Tally tally = centerTally.tally();
            json.writeStartObject();
            json.writeStringField("center", tally.center().code());
            json.writeNumberField("count", tally.count());
            json.writeStringField("share", share(tally.share()));
            json.writeStringField("value", tally.value().toPlainString());
            json.writeStringField("valueShare", share(tally.valueShare()));
            if (headings) {
                json.writeArrayFieldStart("headings");
                for (Explanation.HeadingCount heading : centerTally.headings()) {
                    json.writeStartObject();
                    json.writeStringField("heading", HtsNumber.prefixText(heading.heading(), 4));
                    json.writeNumberField("count", heading.count());
                    json.writeStringField("rule", heading.rule().id().text());
                    json.writeStringField("standing", heading.rule().standing().text());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }

        private void notCounted(List<Explanation.Missed> missed) throws IOException {
            json.writeArrayFieldStart("notCounted");
            for (Explanation.Missed entry : missed) {
                json.writeStartObject();
                json.writeStringField("reason", entry.reason().name());
                json.writeNumberField("count", entry.count());
                strings("examples", entry.examples());
                strings(
                        "rules",
                        entry.rules().stream().map(rule -> rule.id().text()).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void detail(Explanation.Detail detail) throws IOException {
            json.writeArrayFieldStart("steps");
            for (Explanation.Step step : detail.steps()) {
                json.writeStartObject();
                rule(step.rule());
                json.writeStringField("outcome", step.outcome().name());
                json.writeStringField("sentence", step.sentence());
                json.writeStringField("citation", step.rule().citation());
                json.writeStringField("standing", step.rule().standing().text());
                source(step.rule());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notFired");
            for (Explanation.NotFired entry : detail.notFired()) {
                json.writeStartObject();
                rule(entry.rule());
                json.writeStringField("title", entry.rule().title());
                json.writeArrayFieldStart("because");
                json.writeStartObject();
                json.writeStringField("condition", entry.because().condition());
                json.writeNumberField("line", entry.because().line());
                json.writeStringField("found", entry.because().found());
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("flips");
            for (Explanation.Flip flip : detail.flips()) {
                json.writeStartObject();
                json.writeStringField("center", flip.center().code());
                json.writeNumberField("lines", flip.lines());
                if (flip.pendingAt() > 0) {
                    json.writeNumberField("pendingAt", flip.pendingAt());
                }
                json.writeStringField("sentence", flip.sentence());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void rule(Rule rule) throws IOException {
            json.writeStringField("stage", rule.topic());
            json.writeStringField("rule", rule.id().text());
        }

        private void source(Rule rule) throws IOException {
            json.writeObjectFieldStart("source");
            json.writeStringField("file", rule.place().file());
            json.writeNumberField("line", rule.place().line());
            json.writeEndObject();
        }

        private void warnings(List<Issue> warnings) throws IOException {
            json.writeArrayFieldStart("warnings");
            for (Issue warning : warnings) {
                json.writeStartObject();
                json.writeStringField("code", warning.code().name());
                json.writeStringField("pointer", warning.pointer());
                json.writeStringField("message", warning.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void receipt(Receipt receipt) throws IOException {
            json.writeObjectFieldStart("receipt");
            json.writeStringField("rulebook", receipt.rulebook());
            json.writeStringField("facts", receipt.facts());
            json.writeStringField("schedule", receipt.schedule());
            json.writeStringField("program", receipt.program());
            json.writeStringField("asOf", receipt.asOf().toString());
            json.writeStringField("decidedAt", receipt.decidedAtText());
            json.writeEndObject();
        }

        private void strings(String field, List<String> values) throws IOException {
            json.writeArrayFieldStart(field);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }

        private void text(String field, @Nullable String value) throws IOException {
            json.writeFieldName(field);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeString(value);
            }
        }

        private static String share(BigDecimal share) {
            return share.setScale(4, RoundingMode.HALF_EVEN).toPlainString();
        }
    }
}
