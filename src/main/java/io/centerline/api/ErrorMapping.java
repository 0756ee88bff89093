package io.centerline.api;

import io.centerline.accounts.AccountContended;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.NotOnFile;
import io.centerline.accounts.VersionUnsaid;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.RulebookUncertain;
import io.centerline.activation.TamperedRulebook;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Problem.Kind;
import io.centerline.journal.Fault;
import io.centerline.journal.IdempotencyConflict;
import io.centerline.journal.JournalUnavailable;
import io.centerline.journal.LogAltered;
import io.centerline.rulebook.RulebookException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** Turns every exception into a problem. Only our own become 4xx with their message; a bug stays a 500. */
final class ErrorMapping {
    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private static final int RETRY_WHEN_AWAY = 5;

    ErrorMapping() {}

    /** What an exception is as a problem of one line among many, whose request goes on. */
    static Problem problem(Throwable thrown) {
        Throwable why = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        ErrorMapping mapping = new ErrorMapping();
        Response response = why instanceof RefusedException refused
                ? mapping.refused(refused)
                : why instanceof IdempotencyConflict conflict
                        ? mapping.conflict(conflict)
                        : why instanceof JournalUnavailable unavailable
                                ? mapping.unavailable(unavailable)
                                : why instanceof JdbiException away ? mapping.storeAway(away) : mapping.bug(why);
        return (Problem) response.getEntity();
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    Response conflict(IdempotencyConflict conflict) {
        return Problem.of(Kind.IDEMPOTENCY_CONFLICT, String.valueOf(conflict.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response unavailable(JournalUnavailable unavailable) {
        return Problem.of(
                        Kind.UNAVAILABLE,
                        unavailable.getMessage()
                                + "; try again, with the same `Idempotency-Key` where something was to be recorded")
                .response(unavailable.retryAfter());
    }

    @ServerExceptionMapper
    Response uncertain(RulebookUncertain uncertain) {
        return Problem.of(Kind.RULEBOOK_UNCERTAIN, "nothing was decided: " + uncertain.getMessage())
                .response(1);
    }

    @ServerExceptionMapper
    Response unknown(UnknownRulebook unknown) {
        return Problem.of(Kind.NOT_FOUND, unknown.getMessage() + "; `GET /v1/rulebooks` lists those that are")
                .response();
    }

    @ServerExceptionMapper
    Response changed(ActiveChanged changed) {
        return Problem.of(Kind.ACTIVE_CHANGED, String.valueOf(changed.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response altered(TamperedRulebook altered) {
        return Problem.of(Kind.RULEBOOK_REFUSED, String.valueOf(altered.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response outgrown(RulebookException outgrown) {
        return Problem.of(
                        Kind.RULEBOOK_REFUSED,
                        "this version of the program does not take the stored rulebook: "
                                + outgrown.findings().get(0).message())
                .response();
    }

    @ServerExceptionMapper
    Response altered(LogAltered altered) {
        LOG.errorf("the journal is not what its log signed: %s", altered.getMessage());
        return Problem.of(
                        Kind.JOURNAL_ALTERED,
                        altered.getMessage() + "; keep your checkpoints and exports, and tell the operator")
                .response();
    }

    @ServerExceptionMapper
    Response storeAway(JdbiException away) {
        if (!Fault.isOfTheDatabase(away)) {
            return bug(away);
        }
        LOG.warnf("the database does not answer: %s", away.getMessage());
        return Problem.of(Kind.UNAVAILABLE, "the database does not answer; try again")
                .response(RETRY_WHEN_AWAY);
    }

    @ServerExceptionMapper
    Response contradictory(ChangeRefused refused) {
        return Problem.invalid(Kind.ACCOUNT_CONFLICT, refused.issues()).response();
    }

    @ServerExceptionMapper
    Response unsaid(VersionUnsaid unsaid) {
        return Problem.of(
                        Kind.VERSION_NEEDED,
                        unsaid.getMessage()
                                + "; read it and send its `ETag` as the header `If-Match`, or `If-Match: *` to change"
                                + " whatever is there")
                .response();
    }

    @ServerExceptionMapper
    Response notOnFile(NotOnFile unknown) {
        return Problem.of(Kind.NOT_FOUND, String.valueOf(unknown.getMessage())).response();
    }

    @ServerExceptionMapper
    Response contended(AccountContended contended) {
        return Problem.of(Kind.BUSY, String.valueOf(contended.getMessage())).response(1);
    }

    @ServerExceptionMapper
    Response busy(BusyException busy) {
        return Problem.of(Kind.BUSY, String.valueOf(busy.getMessage())).response(busy.retryAfter());
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        Problem problem = switch (status) {
            case 404 -> Problem.of(Kind.NOT_FOUND, "nothing is served at this address");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "this address does not take the method");
            case 406 ->
                Problem.of(
                        Kind.NOT_ACCEPTABLE,
                        "the address does not answer in a media type that the header `Accept` names; most answer in"
                                + " application/json");
            case 413 -> Problem.of(Kind.TOO_LARGE, "the body is larger than the service accepts");
            case 415 -> Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, Bodies.MEDIA_TYPES);
            default ->
                status < 500
                        ? Problem.of(Kind.INVALID_REQUEST, "the request cannot be read as HTTP with JSON")
                        : incident(exception);
        };
        return problem.response();
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        return incident(bug).response();
    }

    private static Problem incident(Throwable bug) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(bug, "incident %s", incident);
        return Problem.incident(incident);
    }
}
