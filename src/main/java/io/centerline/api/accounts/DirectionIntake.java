package io.centerline.api.accounts;

import io.centerline.api.AccountChange;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.Issue;
import io.centerline.intake.AccountReader;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.OrderField;
import io.centerline.intake.ValueReader;
import io.centerline.tariff.Center;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directed assignment to be put on file, {@code {"center": "CEE003", "from": "2026-01-01", "authority": "Office of
 * Field Operations", "reference": "memo 17", "author": "jd", "reason": "memo received"}}, under the rules of
 * {@link JsonIntake}: closed fields, every issue at once, nothing the body holds makes it throw. Stateless.
 */
public final class DirectionIntake {
    private DirectionIntake() {}

    /**
     * What a body says.
     *
     * @param direction the assignment; null only with issues
     * @param author who records it
     * @param reason why
     * @param issues everything wrong, in input order
     */
    public record Asked(@Nullable Direction direction, String author, String reason, List<Issue> issues)
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
                ? new Asked(null, "", "", issues.list())
                : new Asked(asked.direction(), asked.author(), asked.reason(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        Center center = null;
        LocalDate from = null;
        LocalDate until = Account.OPEN;
        String authority = null;
        String reference = null;
        String author = null;
        String reason = null;
        OrderField field;
        while ((field = cursor.nextField(RequestFields.ORDER)) != null) {
            switch (field) {
                case CENTER -> center = values.center();
                case FROM -> from = values.date();
                case UNTIL -> until = values.date();
                case AUTHORITY -> authority = values.statement();
                case REFERENCE -> reference = values.statement();
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
            }
        }
        if (from != null && until != null) {
            AccountReader.isReversed(cursor, issues, "until", from, until);
        }
        if (issues.any() || center == null || from == null || until == null || authority == null || reference == null) {
            return null;
        }
        return new Asked(
                new Direction(center, from, until, authority, reference),
                author == null ? "" : author,
                reason == null ? "" : reason,
                List.of());
    }
}
