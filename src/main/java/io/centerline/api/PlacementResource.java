package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.facts.Facts;
import io.centerline.facts.Intake;
import io.centerline.facts.IntakeLimits;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.JsonIntake;
import io.centerline.journal.IdempotencyKey;
import io.centerline.placement.Decision;
import io.centerline.placement.Placement;
import io.centerline.placement.Placement.Explain;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Places one importer: facts, decision, record. */
@Path("/v1/placements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PlacementResource {
    private final JsonIntake intake;
    private final IntakeLimits limits;
    private final Placement placement;
    private final Recorder recorder;
    private final Clock clock;

    PlacementResource(JsonIntake intake, IntakeLimits limits, Placement placement, Recorder recorder, Clock clock) {
        this.intake = intake;
        this.limits = limits;
        this.placement = placement;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Decides, and records unless told not to.
     *
     * @param record {@code false} to keep nothing
     * @param explain {@code full} (default) or {@code summary}
     * @param key makes a repeated request return the first decision
     * @param body the request
     */
    @POST
    @Blocking
    public CompletionStage<Response> place(
            @QueryParam("record") @Nullable String record,
            @QueryParam("explain") @Nullable String explain,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            byte[] body) {
        boolean keep = Parameters.flag("record", record, true);
        Explain detail = Parameters.word("explain", explain, Explain.class, Explain.FULL);
        IdempotencyKey idempotency =
                Parameters.idempotencyKey(key, keep, body, detail.name().toLowerCase(Locale.ROOT));
        Intake.Accepted accepted = read(body);
        Facts facts = accepted.facts();
        Decision decision = placement.decide(facts, accepted.warnings(), detail);
        if (!keep) {
            return CompletableFuture.completedFuture(
                    Response.ok(recorder.unrecorded(decision)).build());
        }
        return recorder.record(decision, idempotency)
                .thenApply(answer -> Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/v1/decisions/" + answer.id())
                        .header("Idempotency-Replayed", answer.replayed() ? "true" : null)
                        .entity(answer.body())
                        .build());
    }

    private Intake.Accepted read(byte[] body) {
        if (body.length > limits.bytes()) {
            throw new RefusedException(Problem.of(
                    Kind.TOO_LARGE,
                    "the body has " + body.length + " bytes, at most " + limits.bytes() + " are accepted"));
        }
        Intake read = intake.read(body, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (read instanceof Intake.Refused refused) {
            throw new RefusedException(Problem.invalid(kind(refused.issues()), refused.issues()));
        }
        return (Intake.Accepted) read;
    }

    private static Kind kind(List<Issue> issues) {
        return issues.stream().anyMatch(issue -> issue.code() == IssueCode.TOO_MANY_LINES)
                ? Kind.TOO_LARGE
                : Kind.INVALID_FACTS;
    }
}
