package io.centerline.api.accounts;

import io.centerline.api.AccountChange;
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
import io.centerline.intake.RequestFields.ResolutionField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how an appeal was resolved, {@code {"outcome": "GRANTED", "effective": "2026-12-01", "authority": "Office of Field
 * Operations", "author": "jd", "reason": "intended use"}}, under the rules of {@link JsonIntake}: closed fields, every issue
 * at once, nothing the body holds makes it throw. Stateless.
 */
public final class ResolutionIntake {
    private static final Words<Boolean> OUTCOMES =
            Words.of(List.of(true, false), granted -> granted ? "GRANTED" : "DENIED");

    private ResolutionIntake() {}

    /**
     * What a body says; of no use when there are issues.
     *
     * @param effective the day a granted appeal takes effect; null exactly when it is denied
     * @param authority who granted; empty when it is denied
     * @param author who records it
     * @param reason why
     * @param issues everything wrong, in input order
     */
    public record Asked(
            @Nullable LocalDate effective, String authority, String author, String reason, List<Issue> issues)
            implements AccountChange {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null || issues.any()
                ? new Asked(null, "", "", "", issues.list())
                : new Asked(asked.effective(), asked.authority(), asked.author(), asked.reason(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        Boolean granted = null;
        LocalDate effective = null;
        String authority = null;
        String author = null;
        String reason = null;
        ResolutionField field;
        while ((field = cursor.nextField(RequestFields.RESOLUTION)) != null) {
            switch (field) {
                case OUTCOME -> granted = values.word(OUTCOMES);
                case EFFECTIVE -> effective = values.date();
                case AUTHORITY -> authority = values.statement();
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
            }
        }
        if (granted != null) {
            for (ResolutionField belongs : List.of(ResolutionField.EFFECTIVE, ResolutionField.AUTHORITY)) {
                if (granted != cursor.left(belongs)) {
                    report(cursor, issues, belongs, granted);
                }
            }
        }
        return author == null || reason == null
                ? null
                : new Asked(effective, authority == null ? "" : authority, author, reason, List.of());
    }

    private static void report(JsonCursor cursor, Issues issues, ResolutionField field, boolean granted) {
        InputPlace place = cursor.at(RequestFields.RESOLUTION.key(field));
        issues.add(
                granted ? IssueCode.FIELD_MISSING : IssueCode.FIELD_UNKNOWN,
                place,
                place.subject() + (granted ? " is required for a granted appeal" : " is not for a denied appeal"),
                granted ? "" : "leave it out; `reason` says why the appeal is denied");
    }
}
