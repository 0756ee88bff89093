package io.centerline.api.routings;

import io.centerline.api.DecisionRequests;
import io.centerline.application.DecisionAnswer;
import io.centerline.application.DecisionRequest;
import io.centerline.application.Routings;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Routes one activity: facts, what is on file, routing, record. */
@Path("/v1/routings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RoutingResource {
    private final DecisionRequests requests;
    private final Routings routings;

    RoutingResource(DecisionRequests requests, Routings routings) {
        this.requests = requests;
        this.routings = routings;
    }

    /**
     * Routes, and records unless the query says {@code record=false}; {@code explain} is {@code full} (default) or
     * {@code summary}.
     *
     * @param request the request
     * @param key makes a repeated request return the first routing
     */
    @POST
    @Blocking
    public CompletionStage<RestResponse<byte[]>> route(
            @Context HttpServerRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        DecisionRequest asked = requests.read(request, key, "routing");
        CompletionStage<DecisionAnswer> answer = routings.route(asked);
        return answer.thenApply(DecisionRequests::answer);
    }
}
