package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.WithdrawalField;
import io.centerline.intake.ValueReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the request to take back something on file, or a proposal: {@code {"author": "jd", "reason": "entered for the wrong
 * account"}}, under the rules of {@link JsonIntake}: closed fields, every issue at once, nothing the body holds makes it throw.
 * Stateless.
 */
public final class WithdrawalIntake {
    private WithdrawalIntake() {}

    /**
     * What a body says; of no use when there are issues.
     *
     * @param author who takes it back
     * @param reason why
     * @param issues everything wrong, in input order
     */
    public record Asked(String author, String reason, List<Issue> issues) implements AccountChange {}

    /**
     * Reads one request.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        Asked asked = JsonBody.read(body, issues, cursor -> read(cursor, issues));
        return asked == null
                ? new Asked("", "", issues.list())
                : new Asked(asked.author(), asked.reason(), issues.list());
    }

    private static @Nullable Asked read(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        String author = null;
        String reason = null;
        WithdrawalField field;
        while ((field = cursor.nextField(RequestFields.WITHDRAWAL)) != null) {
            switch (field) {
                case AUTHOR -> author = values.statement();
                case REASON -> reason = values.statement();
            }
        }
        return author == null || reason == null ? null : new Asked(author, reason, List.of());
    }
}
