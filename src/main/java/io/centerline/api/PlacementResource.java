package io.centerline.api;

import io.centerline.accounts.Accounts;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.Facts;
import io.centerline.facts.Intake;
import io.centerline.facts.Issue;
import io.centerline.placement.Decision;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Places one importer: facts, what is on file, decision, record. */
@Path("/v1/placements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PlacementResource {
    private final Deciders deciders;
    private final Bodies bodies;
    private final Intakes intakes;
    private final ActiveRulebook active;
    private final Accounts accounts;
    private final DecisionMeters meters;
    private final Recorder recorder;
    private final Clock clock;

    PlacementResource(
            Deciders deciders,
            Bodies bodies,
            Intakes intakes,
            ActiveRulebook active,
            Accounts accounts,
            DecisionMeters meters,
            Recorder recorder,
            Clock clock) {
        this.deciders = deciders;
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
     * @param context the request
     * @param key makes a repeated request return the first decision
     */
    @POST
    @NonBlocking
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
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
    public CompletionStage<RestResponse<byte[]>> place(
            @Context RoutingContext context, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return deciders.answer(context, body -> place(RecordingRequest.read(bodies, context.request(), key, body)));
    }

    private CompletionStage<RestResponse<byte[]>> place(RecordingRequest asked) {
        Serving serving = active.serving();
        Intake.Accepted accepted =
                accepted(asked.issues(), intakes.placements(serving.rulebook()).read(asked.body(), today()));
        Facts read = accepted.facts();
        return accepted.leavesAccountOpen()
                ? deciders.waiting(() -> decide(asked, serving, completed(read), accepted.warnings()))
                : decide(asked, serving, read, accepted.warnings());
    }

    private Facts completed(Facts read) {
        OnFile onFile = accounts::onFile;
        return onFile.complete(read, read.importer(), read.asOf(), read::with);
    }

    private CompletionStage<RestResponse<byte[]>> decide(
            RecordingRequest asked, Serving serving, Facts facts, List<Issue> warnings) {
        Decision decision = meters.measure(() -> serving.placement().decide(facts, warnings, asked.detail()));
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
