package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.journal.IdempotencyConflict;
import io.centerline.journal.JournalUnavailable;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem. Only our own become 4xx with their message; a bug stays a 500. */
final class ErrorMapping {
    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    ErrorMapping() {}

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
                        Kind.UNAVAILABLE, "the decision was not answered because it may not be recorded yet; try again")
                .response(unavailable.retryAfter());
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
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, "answers are application/json");
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
