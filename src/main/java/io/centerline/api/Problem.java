package io.centerline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import io.centerline.facts.Issue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer as RFC 9457 has it.
 *
 * @param type identifies the kind of problem, below {@code /problems/}
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what happened this time
 * @param issues everything wrong with the input; null when the problem is not about input
 * @param current what is there instead of what the request expected; null when the problem is not about that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<IssueAnswer> issues,
        @Nullable Object current) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One issue as answers show it.
     *
     * @param code the published code
     * @param pointer where in the input
     * @param message what is wrong
     * @param help how to mend it; null when the message says it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IssueAnswer(
            String code,
            String pointer,
            String message,
            @Nullable String help) {

        public static IssueAnswer of(Issue issue) {
            return new IssueAnswer(
                    issue.code().name(),
                    issue.pointer(),
                    issue.message(),
                    issue.help().isEmpty() ? null : issue.help());
        }
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem("/problems/" + kind.slug, kind.title, kind.status, detail, null, null);
    }

    /** A failure of a use case. */
    public static Problem of(Failure failure) {
        Kind kind = Kind.of(failure.kind());
        List<Issue> issues = failure.issues();
        return new Problem(
                "/problems/" + kind.slug,
                kind.title,
                kind.status,
                failure.detail(),
                issues == null ? null : issues.stream().map(IssueAnswer::of).toList(),
                null);
    }

    /** The same with what is there instead of what was expected. */
    public Problem with(@Nullable Object there) {
        return new Problem(type, title, status, detail, issues, there);
    }

    /** The problem as an answer. */
    public Response response() {
        Response.ResponseBuilder response = Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .entity(this);
        if (status == Kind.TOO_LARGE.status) {
            response.header("Connection", "close");
        }
        return response.build();
    }

    /** The same for a caller who had better come back later. */
    Response response(int retryAfterSeconds) {
        Response response = response();
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        return response;
    }

    /** The kinds of problem; a slug once published keeps its meaning. */
    public enum Kind {
        INVALID_FACTS("invalid-facts", "Invalid facts", 400),
        INVALID_REQUEST("invalid-request", "Invalid request", 400),
        INVALID_RULES("invalid-rules", "Invalid rules", 400),
        UNSOUND_RULES("unsound-rules", "The rules have errors", 422),
        WRONG_HOST("wrong-host", "Host not allowed in local mode", 403),
        CROSS_SITE("cross-site", "Request of another site", 403),
        UNMASKING_REFUSED("unmasking-refused", "Unmasked facts not allowed", 403),
        NOT_FOUND("not-found", "Not found", 404),
        METHOD_NOT_ALLOWED("method-not-allowed", "Method not allowed", 405),
        NOT_ACCEPTABLE("not-acceptable", "Not acceptable", 406),
        FACTS_ERASED("facts-erased", "Facts erased", 410),
        IDEMPOTENCY_CONFLICT("idempotency-conflict", "Idempotency key used for another request", 409),
        ACTIVE_CHANGED("active-changed", "Active rulebook changed", 409),
        IMPACT_NEEDED("impact-needed", "Impact report required", 409),
        PAST_CHANGED("past-changed", "Answers for past days would change", 409),
        APPROVAL_NEEDED("approval-needed", "Approved proposal required", 409),
        PROPOSAL_CONFLICT("proposal-conflict", "Conflict with the proposal on file", 409),
        PROPOSAL_CHANGED("proposal-changed", "Proposal changed", 412),
        RULEBOOK_REFUSED("rulebook-refused", "Stored rulebook cannot be used", 409),
        ACCOUNT_CONFLICT("account-conflict", "Conflict with the account on file", 409),
        ACCOUNT_CHANGED("account-changed", "Account changed", 412),
        VERSION_NEEDED("version-needed", "Version required", 428),
        NOT_ROUTED("not-routed", "No rule for the activity", 409),
        NOT_A_PLACEMENT("not-a-placement", "Not a placement", 409),
        NOT_REPLAYABLE("not-replayable", "Decision cannot be replayed", 409),
        TOO_LARGE("too-large", "Request too large", 413),
        UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "Unsupported media type", 415),
        UNAVAILABLE("unavailable", "Journal unavailable", 503),
        RULEBOOK_UNCERTAIN("rulebook-uncertain", "Active rulebook uncertain", 503),
        BUSY("busy", "Service busy", 503),
        EVALUATORS_DISAGREE("evaluators-disagree", "Evaluators disagree", 500),
        JOURNAL_ALTERED("journal-altered", "Journal altered", 500),
        INTERNAL("internal", "Internal error", 500);

        private final String slug;
        private final String title;
        private final int status;

        Kind(String slug, String title, int status) {
            this.slug = slug;
            this.title = title;
            this.status = status;
        }

        /** The kind of problem that a kind of failure is. */
        static Kind of(FailureKind failure) {
            return valueOf(failure.name());
        }
    }
}
