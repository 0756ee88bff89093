package io.centerline.api;

import io.centerline.decision.DecisionKind;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.intake.FieldReader;
import io.centerline.intake.InputPlace;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.FilterField;
import io.centerline.intake.RequestFields.ImpactField;
import io.centerline.intake.ValueReader;
import io.centerline.journal.search.Filter;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.ReviewCode;
import io.centerline.text.Echo;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request to run a candidate against the journal, {@code {"candidate": "sha256:…", "filter": {"center": "CEE009",
 * "from": "2026-01-01"}, "sample": 1000, "asOf": "2027-01-01"}}, under the rules of {@link JsonIntake}: closed fields, every issue at once,
 * nothing the body holds makes it throw. Thread-safe.
 */
public final class ImpactIntake {
    private static final Words<String> CENTERS = Words.of(DecisionWords.CENTERS);
    private static final Words<String> STATUSES = Words.of(DecisionWords.STATUSES);
    private static final Words<DecisionKind> KINDS = Words.of(List.of(DecisionKind.values()), Enum::name);
    private static final Words<Basis> BASES = Words.of(List.of(Basis.values()), Enum::name);
    private static final Words<ReviewCode> REVIEWS = Words.of(List.of(ReviewCode.values()), Enum::name);

    private final LocalDate firstCoveredDay;

    /**
     * An intake.
     *
     * @param firstCoveredDay the first day that rules cover
     */
    public ImpactIntake(LocalDate firstCoveredDay) {
        this.firstCoveredDay = firstCoveredDay;
    }

    /**
     * What a body says; of no use when there are issues.
     *
     * @param candidate hash of the rulebook; empty only with issues
     * @param filter which decisions
     * @param sample how many of them at most, at least 1; null for all
     * @param asOf the day to decide them as of; null for each as of its own and later ones
     * @param issues everything wrong, in input order
     */
    public record Asked(
            String candidate,
            Filter filter,
            @Nullable Integer sample,
            @Nullable LocalDate asOf,
            List<Issue> issues) {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked("", Filter.ALL, null, null, issues.list())
                : new Asked(asked.candidate(), asked.filter(), asked.sample(), asked.asOf(), issues.list());
    }

    private @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String candidate = null;
        Filter filter = Filter.ALL;
        Integer sample = null;
        LocalDate asOf = null;
        ImpactField field;
        while ((field = cursor.nextField(RequestFields.IMPACT)) != null) {
            switch (field) {
                case CANDIDATE -> candidate = values.rulebook();
                case FILTER -> filter = readFilter(cursor, values, issues);
                case SAMPLE -> sample = values.integer(1);
                case AS_OF -> asOf = values.asOf(firstCoveredDay);
            }
        }
        return candidate == null ? null : new Asked(candidate, filter, sample, asOf, List.of());
    }

    private Filter readFilter(JsonCursor cursor, ValueReader values, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return Filter.ALL;
        }
        DecisionKind kind = null;
        String importer = null;
        String center = null;
        String status = null;
        Basis basis = null;
        ReviewCode review = null;
        RuleId rule = null;
        String rulebook = null;
        LocalDate from = null;
        LocalDate to = null;
        FilterField field;
        while ((field = cursor.nextField(RequestFields.FILTER)) != null) {
            switch (field) {
                case KIND -> kind = values.word(KINDS);
                case IMPORTER -> importer = importer(cursor, issues);
                case CENTER -> center = values.word(CENTERS);
                case BASIS -> basis = values.word(BASES);
                case STATUS -> status = values.word(STATUSES);
                case REVIEW -> review = values.word(REVIEWS);
                case RULE -> rule = rule(cursor, issues);
                case FROM -> from = values.date();
                case TO -> to = values.date();
                case RULEBOOK -> rulebook = values.rulebook();
            }
        }
        if (from != null && to != null && to.isBefore(from)) {
            InputPlace end = cursor.at("to");
            issues.add(
                    IssueCode.INTERVAL_REVERSED,
                    end,
                    end.subject() + " `" + to + "` lies before `" + from + "`, the first day asked for",
                    "both days are included");
        }
        return new Filter(kind, importer, center, status, basis, review, rule, rulebook, from, to);
    }

    private static @Nullable String importer(JsonCursor cursor, Issues issues) throws IOException {
        String text = cursor.text();
        return text == null
                ? null
                : DecisionWords.importer(
                        text,
                        fault -> issues.add(fault.code(), cursor, cursor.prefix() + fault.message(), fault.help()));
    }

    private static @Nullable RuleId rule(JsonCursor cursor, Issues issues) throws IOException {
        String text = cursor.text();
        if (text == null || RuleId.isWellFormed(text)) {
            return text == null ? null : new RuleId(text);
        }
        issues.add(
                IssueCode.VALUE_MALFORMED,
                cursor,
                cursor.subject() + " " + Echo.of(text) + " is not a rule id",
                "write for example `MEM-0712`");
        return null;
    }
}
