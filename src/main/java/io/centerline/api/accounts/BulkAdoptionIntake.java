package io.centerline.api.accounts;

import io.centerline.api.AccountChange;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.BulkAdoptionField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to adopt many decisions, {@code {"author": "jd", "reason": "reviewed", "decisions": ["…"]}}, under the rules
 * of {@link JsonIntake}: closed fields, every issue at once, nothing the body holds makes it throw. Stateless.
 */
public final class BulkAdoptionIntake {
    private static final int MOST_DECISIONS = 1_000;

    private BulkAdoptionIntake() {}

    /**
     * What a body says; of no use when there are issues.
     *
     * @param author who adopts
     * @param reason why
     * @param since the first day of the placements; null for the day each was decided for
     * @param decisions ids, in the order given
     * @param issues everything wrong, in input order
     */
    public record Asked(
            String author, String reason, @Nullable LocalDate since, List<UUID> decisions, List<Issue> issues)
            implements AccountChange {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked("", "", null, List.of(), issues.list())
                : new Asked(asked.author(), asked.reason(), asked.since(), asked.decisions(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String author = null;
        String reason = null;
        LocalDate since = null;
        List<UUID> decisions = new ArrayList<>();
        BulkAdoptionField field;
        while ((field = cursor.nextField(RequestFields.BULK_ADOPTION)) != null) {
            switch (field) {
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
                case SINCE -> since = values.date();
                case DECISIONS -> readIds(cursor, values, issues, decisions);
            }
        }
        return author == null || reason == null ? null : new Asked(author, reason, since, decisions, List.of());
    }

    private static void readIds(JsonCursor cursor, ValueReader values, Issues issues, List<UUID> ids)
            throws IOException {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextElement()) {
            if (cursor.index() >= MOST_DECISIONS) {
                issues.add(
                        IssueCode.TOO_MANY_RECORDS,
                        "/decisions",
                        "`decisions` has more than " + MOST_DECISIONS + " records",
                        "send several requests; each is adopted whole or not at all");
                throw new JsonCursor.Stop();
            }
            UUID id = values.id();
            if (id != null) {
                ids.add(id);
            }
        }
    }
}
