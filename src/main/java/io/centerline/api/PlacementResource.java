package io.centerline.api;

import io.centerline.accounts.Accounts;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.Facts;
import io.centerline.facts.Intake;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Places one importer: facts, what is on file, decision, record. */
@Path("/v1/placements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PlacementResource {
    private final Bodies bodies;
    private final Intakes intakes;
    private final ActiveRulebook active;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Recorder recorder;
    private final Clock clock;

    PlacementResource(
            Bodies bodies,
            Intakes intakes,
            ActiveRulebook active,
            Accounts accounts,
            DecisionMeters meters,
            Recorder recorder,
            Clock clock) {
        this.bodies = bodies;
        this.intakes = intakes;
        this.active = active;
        this.accounts = accounts;
        this.meters = meters;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * Decides, and records unless the query says {@code record=false}; {@code explain} is {@code full} (default) or
     * {@code summary}.
     *
     * @param request the request's query string
     * @param key makes a repeated request return the first decision
     * @param stream the request's body
     */
    @POST
    @Blocking
    @Parameter(name = "record", in = ParameterIn.QUERY)
    @Parameter(name = "explain", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "201")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public CompletionStage<Response> place(
            @Context HttpServerRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        RecordingRequest asked = RecordingRequest.read(bodies, request, key, stream);
        Serving serving = active.serving();
        Intake.Accepted accepted =
                accepted(asked.issues(), intakes.placements(serving.rulebook()).read(asked.body(), today()));
        Facts read = accepted.facts();
        OnFile onFile = accounts::onFile;
        Facts facts = onFile.complete(read, accepted.leavesAccountOpen(), read.importer(), read.asOf(), read::with);
        Decision decision =
                meters.measure(() -> serving.placement().decide(facts, accepted.warnings(), asked.detail()));
        return asked.answer(() -> recorder.unrecorded(decision), own -> recorder.record(decision, own));
    }

    private static Intake.Accepted accepted(List<Issue> issues, Intake read) {
        if (read instanceof Intake.Refused refused) {
            issues.addAll(refused.issues());
            throw new RefusedException(Problem.invalid(Kind.ofFacts(refused.issues()), issues));
        }
        RefusedException.ifAny(issues);
        return (Intake.Accepted) read;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
