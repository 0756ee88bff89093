package io.centerline.api;

import io.centerline.activation.ActiveRulebook;
import io.centerline.routing.Routing;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Routes one activity: facts, what is on file, routing, record. */
@Path("/v1/routings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RoutingResource {
    private final Bodies bodies;
    private final ActiveRulebook active;
    private final RoutingDesk desk;
    private final Recorder recorder;

    RoutingResource(Bodies bodies, ActiveRulebook active, RoutingDesk desk, Recorder recorder) {
        this.bodies = bodies;
        this.active = active;
        this.desk = desk;
        this.recorder = recorder;
    }

    /**
     * Routes, and records unless the query says {@code record=false}; {@code explain} is {@code full} (default) or
     * {@code summary}.
     *
     * @param request the request's query string
     * @param key makes a repeated request return the first routing
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
    public CompletionStage<RestResponse<byte[]>> route(
            @Context HttpServerRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        RecordingRequest asked = RecordingRequest.read(bodies, request, key, stream, "routing");
        Routing routing = desk.route(active.serving(), asked.body(), asked.detail(), asked.issues(), desk.onFile());
        return asked.answer(() -> recorder.unrecorded(routing), own -> recorder.record(routing, own));
    }
}
