package io.centerline.decision;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.centerline.facts.Importer;
import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Explanation;
import io.centerline.placement.Outcome;
import io.centerline.placement.Practice;
import io.centerline.placement.ReviewNote;
import io.centerline.placement.Window;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingExplanation;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Tally;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import io.centerline.text.Echo;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON, member by member in the order of the contract. Not thread-safe. */
final class AnswerWriter {
    private static final int SHARE_PLACES = 4;

    // The names of members, as they stand in the answer.
    private static final SerializedString ACTIVITY = new SerializedString("activity");
    private static final SerializedString AS_OF = new SerializedString("asOf");
    private static final SerializedString BASIS = new SerializedString("basis");
    private static final SerializedString BECAUSE = new SerializedString("because");
    private static final SerializedString CENTER = new SerializedString("center");
    private static final SerializedString CITATION = new SerializedString("citation");
    private static final SerializedString CODE = new SerializedString("code");
    private static final SerializedString CONDITION = new SerializedString("condition");
    private static final SerializedString CONTRACT = new SerializedString("contract");
    private static final SerializedString COUNT = new SerializedString("count");
    private static final SerializedString COUNTING = new SerializedString("counting");
    private static final SerializedString DATE = new SerializedString("date");
    private static final SerializedString DECIDED_AT = new SerializedString("decidedAt");
    private static final SerializedString ENTRY = new SerializedString("entry");
    private static final SerializedString EVIDENCE = new SerializedString("evidence");
    private static final SerializedString EXAMPLES = new SerializedString("examples");
    private static final SerializedString EXPLANATION = new SerializedString("explanation");
    private static final SerializedString FACTS = new SerializedString("facts");
    private static final SerializedString FILE = new SerializedString("file");
    private static final SerializedString FLIPS = new SerializedString("flips");
    private static final SerializedString FOUND = new SerializedString("found");
    private static final SerializedString FROM = new SerializedString("from");
    private static final SerializedString HEADING = new SerializedString("heading");
    private static final SerializedString HEADINGS = new SerializedString("headings");
    private static final SerializedString ID = new SerializedString("id");
    private static final SerializedString IMPORTER = new SerializedString("importer");
    private static final SerializedString INDICATED = new SerializedString("indicated");
    private static final SerializedString KIND = new SerializedString("kind");
    private static final SerializedString LINE = new SerializedString("line");
    private static final SerializedString LINES = new SerializedString("lines");
    private static final SerializedString LOST_AT = new SerializedString("lostAt");
    private static final SerializedString MEASURE = new SerializedString("measure");
    private static final SerializedString MESSAGE = new SerializedString("message");
    private static final SerializedString NAME = new SerializedString("name");
    private static final SerializedString NOT_COUNTED = new SerializedString("notCounted");
    private static final SerializedString NOT_FIRED = new SerializedString("notFired");
    private static final SerializedString NUMBER = new SerializedString("number");
    private static final SerializedString OFFICE = new SerializedString("office");
    private static final SerializedString OUTCOME = new SerializedString("outcome");
    private static final SerializedString PENDING_AT = new SerializedString("pendingAt");
    private static final SerializedString POINTER = new SerializedString("pointer");
    private static final SerializedString PORT = new SerializedString("port");
    private static final SerializedString PROGRAM = new SerializedString("program");
    private static final SerializedString REASON = new SerializedString("reason");
    private static final SerializedString RECEIPT = new SerializedString("receipt");
    private static final SerializedString REVIEWS = new SerializedString("reviews");
    private static final SerializedString RULE = new SerializedString("rule");
    private static final SerializedString RULEBOOK = new SerializedString("rulebook");
    private static final SerializedString RULES = new SerializedString("rules");
    private static final SerializedString SCHEDULE = new SerializedString("schedule");
    private static final SerializedString SENTENCE = new SerializedString("sentence");
    private static final SerializedString SHARE = new SerializedString("share");
    private static final SerializedString SOURCE = new SerializedString("source");
    private static final SerializedString SPEAKS = new SerializedString("speaks");
    private static final SerializedString STAGE = new SerializedString("stage");
    private static final SerializedString STANDING = new SerializedString("standing");
    private static final SerializedString STATUS = new SerializedString("status");
    private static final SerializedString STEPS = new SerializedString("steps");
    private static final SerializedString SUMMARY = new SerializedString("summary");
    private static final SerializedString TALLIES = new SerializedString("tallies");
    private static final SerializedString TITLE = new SerializedString("title");
    private static final SerializedString TO = new SerializedString("to");
    private static final SerializedString VALUE = new SerializedString("value");
    private static final SerializedString VALUE_SHARE = new SerializedString("valueShare");
    private static final SerializedString WARNINGS = new SerializedString("warnings");

    private final JsonGenerator json;
    private final Practice practice;

    AnswerWriter(JsonGenerator json, Contract contract) {
        this.json = json;
        this.practice = contract.practice();
    }

    void decision(Decision decision, Receipt receipt) throws IOException {
        Outcome outcome = decision.outcome();
        Basis basis = outcome.basis();
        json.writeStartObject();
        text(ID, receipt.id() == null ? null : receipt.id().toString());
        importer(decision.facts().importer());
        text(STATUS, outcome.status());
        json.writeFieldName(CENTER);
        outcome(outcome);
        text(BASIS, basis == null ? null : basis.name());
        json.writeFieldName(INDICATED);
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
        text(ID, receipt.id() == null ? null : receipt.id().toString());
        importer(facts.importer());
        text(ACTIVITY, facts.activity().name());
        text(
                ENTRY,
                facts.entry().number().isEmpty()
                        ? null
                        : Echo.mask(facts.entry().number()));
        text(STATUS, routing.status());
        text(OFFICE, routing.office().name());
        json.writeFieldName(CENTER);
        if (destination == null) {
            json.writeNull();
        } else {
            outcome(destination);
        }
        text(PORT, routing.port());
        text(BASIS, basis == null ? null : basis.name());
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
            text(CODE, outcome.code());
            text(NAME, outcome instanceof Outcome.Pending ? "Pending Center Assignment" : "Not Center Eligible");
            text(OFFICE, null);
            json.writeEndObject();
        }
    }

    private void reviews(List<ReviewNote> reviews) throws IOException {
        array(REVIEWS);
        for (ReviewNote review : reviews) {
            json.writeStartObject();
            text(CODE, review.code().name());
            text(MESSAGE, review.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void importer(Importer importer) throws IOException {
        object(IMPORTER);
        text(NUMBER, importer.number().masked());
        text(KIND, importer.kind().name());
        json.writeEndObject();
    }

    private void center(Center center) throws IOException {
        json.writeStartObject();
        text(CODE, center.code());
        text(NAME, center.title());
        text(OFFICE, center.office());
        json.writeEndObject();
    }

    private void explanation(Explanation explanation) throws IOException {
        object(EXPLANATION);
        text(SUMMARY, explanation.summary());
        counting(explanation.counting());
        reasons(explanation.tallies(), explanation.notCounted(), explanation.detail());
        json.writeEndObject();
    }

    private void explanation(RoutingExplanation explanation) throws IOException {
        object(EXPLANATION);
        text(SUMMARY, explanation.summary());
        reasons(explanation.tallies(), explanation.notCounted(), explanation.detail());
        json.writeEndObject();
    }

    private void reasons(
            List<Explanation.CenterTally> tallies, List<Explanation.Missed> missed, Explanation.@Nullable Detail detail)
            throws IOException {
        array(TALLIES);
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
        object(COUNTING);
        text(MEASURE, window.measure().name());
        text(FROM, window.from().toString());
        text(TO, window.to().toString());
        json.writeEndObject();
    }

    private void tally(Explanation.CenterTally centerTally, boolean headings) throws IOException {
        Tally tally = centerTally.tally();
        json.writeStartObject();
        text(CENTER, tally.center().code());
        number(COUNT, tally.count());
        text(SHARE, share(tally.share()));
        text(VALUE, tally.value().toPlainString());
        text(VALUE_SHARE, share(tally.valueShare()));
        if (headings) {
            array(HEADINGS);
            for (Explanation.HeadingCount heading : centerTally.headings()) {
                json.writeStartObject();
                text(HEADING, HtsNumber.prefixText(heading.heading(), 4));
                number(COUNT, heading.count());
                text(RULE, heading.rule().id().text());
                text(STANDING, heading.rule().standing().text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void notCounted(List<Explanation.Missed> missed) throws IOException {
        array(NOT_COUNTED);
        for (Explanation.Missed entry : missed) {
            if (entry.count() == 0 && !entry.reason().isAlwaysListed()) {
                continue;
            }
            json.writeStartObject();
            text(REASON, entry.reason().name());
            number(COUNT, entry.count());
            strings(EXAMPLES, entry.examples());
            strings(RULES, entry.rules().stream().map(rule -> rule.id().text()).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void detail(Explanation.Detail detail) throws IOException {
        array(STEPS);
        for (Explanation.Step step : detail.steps()) {
            json.writeStartObject();
            rule(step.rule());
            text(OUTCOME, step.outcome().name());
            text(SENTENCE, step.sentence());
            text(CITATION, step.rule().citation());
            text(STANDING, step.rule().standing().text());
            source(step.rule());
            if (step.evidence() != null) {
                evidence(step.rule(), step.evidence());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        array(NOT_FIRED);
        for (Explanation.NotFired entry : detail.notFired()) {
            json.writeStartObject();
            rule(entry.rule());
            text(TITLE, entry.rule().title());
            array(BECAUSE);
            json.writeStartObject();
            text(CONDITION, entry.because().condition());
            number(LINE, entry.because().line());
            text(FOUND, entry.because().found());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        array(FLIPS);
        for (Explanation.Flip flip : detail.flips()) {
            json.writeStartObject();
            text(CENTER, flip.center().code());
            number(LINES, flip.lines());
            if (flip.pendingAt() > 0) {
                number(PENDING_AT, flip.pendingAt());
            }
            if (flip.lostAt() > 0) {
                number(LOST_AT, flip.lostAt());
            }
            text(SENTENCE, flip.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void evidence(Rule rule, List<Piece> pieces) throws IOException {
        Center center = rule.range().orElseThrow().center();
        array(EVIDENCE);
        for (Piece piece : pieces) {
            json.writeStartObject();
            text(ID, piece.id());
            text(SPEAKS, piece.center() == center ? "FOR" : "AGAINST");
            text(CENTER, piece.center().code());
            text(KIND, piece.kind().name());
            text(DATE, piece.date().toString());
            text(CITATION, piece.citation());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void rule(Rule rule) throws IOException {
        text(STAGE, rule.topic());
        text(RULE, rule.id().text());
    }

    private void source(Rule rule) throws IOException {
        object(SOURCE);
        text(FILE, rule.place().file());
        number(LINE, rule.place().line());
        json.writeEndObject();
    }

    private void warnings(List<Issue> warnings) throws IOException {
        array(WARNINGS);
        for (Issue warning : warnings) {
            json.writeStartObject();
            text(CODE, warning.code().name());
            text(POINTER, warning.pointer());
            text(MESSAGE, warning.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void receipt(Receipt receipt) throws IOException {
        object(RECEIPT);
        text(RULEBOOK, receipt.rulebook());
        text(FACTS, receipt.facts());
        text(SCHEDULE, receipt.schedule());
        text(PROGRAM, receipt.program());
        if (receipt.contract() != Contract.ONE) {
            number(CONTRACT, receipt.contract().number());
        }
        text(AS_OF, receipt.asOf().toString());
        text(DECIDED_AT, receipt.decidedAtText());
        json.writeEndObject();
    }

    private void strings(SerializedString member, List<String> values) throws IOException {
        array(member);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void array(SerializedString member) throws IOException {
        json.writeFieldName(member);
        json.writeStartArray();
    }

    private void object(SerializedString member) throws IOException {
        json.writeFieldName(member);
        json.writeStartObject();
    }

    private void number(SerializedString member, long value) throws IOException {
        json.writeFieldName(member);
        json.writeNumber(value);
    }

    private void text(SerializedString member, @Nullable String value) throws IOException {
        json.writeFieldName(member);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    /** Four places, rounded half-even; more where they would read 0 or 1 for a share that is neither. */
    private String share(BigDecimal share) {
        BigDecimal shown = share.setScale(SHARE_PLACES, RoundingMode.HALF_EVEN);
        for (int places = SHARE_PLACES + 1; practice != Practice.FIRST && hides(shown, share); places++) {
            shown = share.setScale(places, RoundingMode.HALF_EVEN);
        }
        return shown.toPlainString();
    }

    private static boolean hides(BigDecimal shown, BigDecimal share) {
        boolean end = shown.signum() == 0 || shown.compareTo(BigDecimal.ONE) == 0;
        return end && shown.compareTo(share) != 0;
    }
}
