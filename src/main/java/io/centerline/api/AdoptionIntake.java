package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.AdoptionField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to adopt a decision, {@code {"author": "jd", "reason": "reviewed", "since": "2026-12-01"}}, under the rules
 * of {@link JsonIntake}: closed fields, every issue at once, nothing the body holds makes it throw. Stateless.
 */
public final class AdoptionIntake {
    private AdoptionIntake() {}

    /**
     * What a body says; of no use when there are issues.
     *
     * @param author who adopts
     * @param reason why
     * @param since the first day of the placement; null for the day decided for
     * @param issues everything wrong, in input order
     */
    public record Asked(
            String author, String reason, @Nullable LocalDate since, List<Issue> issues) implements AccountChange {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked("", "", null, issues.list())
                : new Asked(asked.author(), asked.reason(), asked.since(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String author = null;
        String reason = null;
        LocalDate since = null;
        AdoptionField field;
        while ((field = cursor.nextField(RequestFields.ADOPTION)) != null) {
            switch (field) {
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
                case SINCE -> since = values.date();
            }
        }
        return author == null || reason == null ? null : new Asked(author, reason, since, List.of());
    }
}
