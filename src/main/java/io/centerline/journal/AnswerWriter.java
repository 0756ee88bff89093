package io.centerline.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.centerline.facts.Echo;
import io.centerline.facts.Importer;
import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.placement.Window;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingExplanation;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON, member by member in the order of the contract. Not thread-safe. */
final class AnswerWriter {
    private final JsonGenerator json;

    AnswerWriter(JsonGenerator json) {
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
        outcome(outcome);
        text("basis", basis == null ? null : basis.name());
        json.writeFieldName("indicated");
        if (decision.indicated() == null) {
            json.writeNull();
        } else {
            center(decision.indicated());
        }
        reviews(decision.reviews());
        explanation(decision.explanation());
        warnings(decision.warnings());
        receipt(receipt);
        json.writeEndObject();
    }

    void routing(Routing routing, Receipt receipt) throws IOException {
        RoutingFacts facts = routing.facts();
        Outcome destination = routing.destination();
        Basis basis = routing.basis();
        json.writeStartObject();
        text("id", receipt.id() == null ? null : receipt.id().toString());
        importer(facts.importer());
        json.writeStringField("activity", facts.activity().name());
        text(
                "entry",
                facts.entry().number().isEmpty()
                        ? null
                        : Echo.mask(facts.entry().number()));
        json.writeStringField("status", routing.status());
        json.writeStringField("office", routing.office().name());
        json.writeFieldName("center");
        if (destination == null) {
            json.writeNull();
        } else {
            outcome(destination);
        }
        text("port", routing.port());
        text("basis", basis == null ? null : basis.name());
        reviews(routing.reviews());
        explanation(routing.explanation());
        warnings(routing.warnings());
        receipt(receipt);
        json.writeEndObject();
    }

    private void outcome(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Placed placed) {
            center(placed.center());
        } else {
            json.writeStartObject();
            json.writeStringField("code", outcome.code());
            json.writeStringField(
                    "name", outcome instanceof Outcome.Pending ? "Pending Center Assignment" : "Not Center Eligible");
            json.writeNullField("office");
            json.writeEndObject();
        }
    }

    private void reviews(List<ReviewNote> reviews) throws IOException {
        json.writeArrayFieldStart("reviews");
        for (ReviewNote review : reviews) {
            json.writeStartObject();
            json.writeStringField("code", review.code().name());
            json.writeStringField("message", review.message());
            json.writeEndObject();
        }
        json.writeEndArray();
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
        reasons(explanation.tallies(), explanation.notCounted(), explanation.detail());
        json.writeEndObject();
    }

    private void explanation(RoutingExplanation explanation) throws IOException {
        json.writeObjectFieldStart("explanation");
        json.writeStringField("summary", explanation.summary());
        reasons(explanation.tallies(), explanation.notCounted(), explanation.detail());
        json.writeEndObject();
    }

    private void reasons(
            List<Explanation.CenterTally> tallies, List<Explanation.Missed> missed, Explanation.@Nullable Detail detail)
            throws IOException {
        json.writeArrayFieldStart("tallies");
        for (Explanation.CenterTally tally : tallies) {
            tally(tally, detail != null);
        }
        json.writeEndArray();
        notCounted(missed);
        if (detail != null) {
            detail(detail);
        }
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
