package io.centerline.api;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.JsonBody;
import io.centerline.intake.JsonCursor;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.RequestFields;
import io.centerline.intake.RequestFields.CommentField;
import io.centerline.intake.RequestFields.ReviewField;
import io.centerline.intake.ValueReader;
import io.centerline.proposals.LineComment;
import io.centerline.proposals.ReviewRequest;
import io.centerline.proposals.ReviewVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person says of a proposal, {@code {"verdict": "RETURNED", "reviewer": "jd", "comment": "…", "comments": [{"file":
 * "membership/electronics.drl", "line": 7, "text": "…"}]}}, or why it is taken back, under the rules of {@link JsonIntake}: closed
 * fields, every issue at once, nothing the body holds makes it throw. Stateless.
 */
public final class ReviewIntake {
    private static final Words<ReviewVerdict> VERDICTS =
            Words.of(List.of(ReviewVerdict.APPROVED, ReviewVerdict.RETURNED), Enum::name);
    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_COMMENTS = 500;

    private ReviewIntake() {}

    /**
     * What a body says.
     *
     * @param said what is said; null when there are issues
     * @param issues everything wrong, in input order
     */
    public record Asked(@Nullable ReviewRequest said, List<Issue> issues) {}

    /**
     * Reads a review.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked read(byte[] body) {
        Issues issues = new Issues();
        ReviewRequest said = JsonBody.read(body, issues, cursor -> review(cursor, issues));
        return new Asked(said, issues.list());
    }

    /**
     * Reads why a proposal is taken back, {@code {"author": "jd", "reason": "the notice was corrected"}}.
     *
     * @param body the body; whoever took it from the wire has checked its length
     */
    public static Asked withdrawal(byte[] body) {
        WithdrawalIntake.Asked back = WithdrawalIntake.read(body);
        ReviewRequest said = back.issues().isEmpty()
                ? new ReviewRequest(ReviewVerdict.WITHDRAWN, back.author(), back.reason(), List.of())
                : null;
        return new Asked(said, back.issues());
    }

    private static @Nullable ReviewRequest review(JsonCursor cursor, Issues issues) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        ValueReader values = new ValueReader(cursor, new FieldReader(issues));
        ReviewVerdict verdict = null;
        String reviewer = null;
        String comment = null;
        List<LineComment> comments = new ArrayList<>();
        ReviewField field;
        while ((field = cursor.nextField(RequestFields.REVIEW)) != null) {
            switch (field) {
                case VERDICT -> verdict = values.word(VERDICTS);
                case REVIEWER -> reviewer = values.statement();
                case COMMENT -> comment = values.text(LONGEST_COMMENT);
                case COMMENTS -> comments(cursor, values, issues, comments);
            }
        }
        boolean silent = (comment == null || comment.isBlank()) && comments.isEmpty();
        if (verdict == ReviewVerdict.RETURNED && silent && issues.list().isEmpty()) {
            issues.add(
                    IssueCode.FIELD_MISSING,
                    cursor.at("comment"),
                    "`comment` is required where a proposal is returned without a comment on a line",
                    "say what is to be mended");
        }
        return verdict == null || reviewer == null
                ? null
                : new ReviewRequest(verdict, reviewer, comment == null ? "" : comment.strip(), comments);
    }

    private static void comments(JsonCursor cursor, ValueReader values, Issues issues, List<LineComment> comments)
            throws IOException {
        if (!cursor.enterList()) {
            return;
        }
        while (cursor.nextElement()) {
            if (cursor.index() >= MOST_COMMENTS) {
                issues.add(
                        IssueCode.TOO_MANY_RECORDS,
                        "/comments",
                        "`comments` has more than " + MOST_COMMENTS + " records",
                        "say what is common to them in `comment`");
                throw new JsonCursor.Stop();
            }
            LineComment comment = comment(cursor, values);
            if (comment != null) {
                comments.add(comment);
            }
        }
    }

    private static @Nullable LineComment comment(JsonCursor cursor, ValueReader values) throws IOException {
        if (!cursor.enterObject()) {
            return null;
        }
        String file = null;
        Integer line = null;
        String text = null;
        CommentField field;
        while ((field = cursor.nextField(RequestFields.COMMENT)) != null) {
            switch (field) {
                case FILE -> file = values.statement();
                case LINE -> line = values.integer(1);
                case TEXT -> text = values.statement();
            }
        }
        return file == null || line == null || text == null ? null : new LineComment(file, line, text);
    }
}
