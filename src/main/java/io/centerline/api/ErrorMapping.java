package io.centerline.api;

import io.centerline.accounts.AccountContended;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.NotOnFile;
import io.centerline.accounts.VersionRequired;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.RulebookUncertain;
import io.centerline.activation.TamperedRulebook;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Problem.Kind;
import io.centerline.application.BusyException;
import io.centerline.application.Failure;
import io.centerline.application.RefusedException;
import io.centerline.journal.IdempotencyConflict;
import io.centerline.journal.LogAltered;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.UnknownProposal;
import io.centerline.rulebook.RulebookException;
import io.centerline.store.StoreUnavailable;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.JdbiException;

/** Turns every exception into a problem. Only our own become 4xx with their message; a bug stays a 500. */
public final class ErrorMapping {
    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private final ApiRoutes routes;
    private final Bodies bodies;

    ErrorMapping(ApiRoutes routes, Bodies bodies) {
        this.routes = routes;
        this.bodies = bodies;
    }

    // Each is named: the framework answers some exceptions itself when only their ancestors are.
    @ServerExceptionMapper({
        RefusedException.class,
        IdempotencyConflict.class,
        StoreUnavailable.class,
        RulebookUncertain.class,
        UnknownRulebook.class,
        ActiveChanged.class,
        TamperedRulebook.class,
        RulebookException.class,
        LogAltered.class,
        JdbiException.class,
        ChangeRefused.class,
        VersionRequired.class,
        NotOnFile.class,
        AccountContended.class,
        ApprovalNeeded.class,
        ProposalConflict.class,
        UnknownProposal.class,
        BusyException.class,
        Throwable.class
    })
    Response failed(Throwable thrown, HttpServerRequest request) {
        if (thrown instanceof IOException && request.response().closed()) {
            LOG.infof("a caller hung up: %s", thrown.getMessage());
            return Problem.of(Kind.INVALID_REQUEST, Bodies.CUT).response();
        }
        return failed(thrown);
    }

    /** The answer to whoever is still there. */
    Response failed(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        Problem problem = Problem.of(failure);
        return failure.retryAfter() == 0 ? problem.response() : problem.response(failure.retryAfter());
    }

    @ServerExceptionMapper
    Response refused(ProblemException refused) {
        return refused.problem().response();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, HttpServerRequest request) {
        int status = exception.getResponse().getStatus();
        Problem problem = switch (status) {
            case 404 -> Problem.of(Kind.NOT_FOUND, "nothing is served at this address; `/q/swagger-ui` shows what is");
            case 405 -> Problem.of(Kind.METHOD_NOT_ALLOWED, "this address does not take the method");
            case 406 -> notAcceptable(request);
            case 413 -> Problem.of(Kind.TOO_LARGE, "the body is larger than the service accepts");
            case 415 -> bodies.otherType(request);
            default ->
                status < 500
                        ? Problem.of(Kind.INVALID_REQUEST, "the request cannot be read as HTTP with JSON")
                        : Problem.of(Failure.of(exception));
        };
        return problem.response();
    }

    private Problem notAcceptable(HttpServerRequest request) {
        ApiRoutes.Operation operation = routes.operation(request.method().name(), request.path());
        return Problem.of(
                Kind.NOT_ACCEPTABLE,
                "the address does not answer in a media type that the header `Accept` names"
                        + (operation == null ? "" : "; it answers in " + String.join(" or ", operation.produces())));
    }
}
