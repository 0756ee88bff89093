package io.centerline.api.rulebooks;

import io.centerline.facts.ImporterNumber;
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
import io.centerline.tariff.Center;
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
    private final Words<String> bases;
    private final Words<String> statuses;
    private final LocalDate firstCoveredDay;

    /**
     * An intake.
     *
     * @param bases the words for the basis of a decision
     * @param statuses the words for its status
     * @param firstCoveredDay the first day that rules cover
     */
    public ImpactIntake(List<String> bases, List<String> statuses, LocalDate firstCoveredDay) {
        this.bases = Words.of(bases);
        this.statuses = Words.of(statuses);
        this.firstCoveredDay = firstCoveredDay;
    }

    /**
     * What a body says; of no use when there are issues.
     *
     * @param candidate hash of the rulebook; empty only with issues
     * @param filter which decisions
     * @param sample how many of them at most, at least 1; null for all
     * @param asOf the day to decide them as of; null for each as of its own
     * @param issues everything wrong, in input order
     */
    public record Asked(
            String candidate,
            Filter filter,
            @Nullable Integer sample,
            @Nullable LocalDate asOf,
            List<Issue> issues) {}

    /**
     * Which decisions; a field that is null leaves nothing out.
     *
     * @param importer whose
     * @param center the Center decided
     * @param basis the basis decided on
     * @param status the status decided
     * @param from the first day (UTC) on which a decision was made
     * @param to the last such day, not before {@code from}
     * @param rulebook hash of the rulebook decided under
     */
    public record Filter(
            @Nullable ImporterNumber importer,
            @Nullable Center center,
            @Nullable String basis,
            @Nullable String status,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String rulebook) {
        static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked("", Filter.NONE, null, null, issues.list())
                : new Asked(asked.candidate(), asked.filter(), asked.sample(), asked.asOf(), issues.list());
    }

    private @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String candidate = null;
        Filter filter = Filter.NONE;
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
            return Filter.NONE;
        }
        ImporterNumber importer = null;
        Center center = null;
        String basis = null;
        String status = null;
        LocalDate from = null;
        LocalDate to = null;
        String rulebook = null;
        FilterField field;
        while ((field = cursor.nextField(RequestFields.FILTER)) != null) {
            switch (field) {
                case IMPORTER -> importer = values.importerNumber();
                case CENTER -> center = values.center();
                case BASIS -> basis = values.word(bases);
                case STATUS -> status = values.word(statuses);
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
        return new Filter(importer, center, basis, status, from, to, rulebook);
    }
}
