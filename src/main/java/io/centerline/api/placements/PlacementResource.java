package io.centerline.api.placements;

import io.centerline.api.Decides;
import io.centerline.api.DecisionRequests;
import io.centerline.application.DecisionAnswer;
import io.centerline.application.DecisionRequest;
import io.centerline.application.Placements;
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

/** Places one importer. */
@Path("/v1/placements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PlacementResource {
    private final DecisionRequests requests;
    private final Placements placements;

    PlacementResource(DecisionRequests requests, Placements placements) {
        this.requests = requests;
        this.placements = placements;
    }

    /**
     * Decides, and records unless the query says {@code record=false}; {@code explain} is {@code full} (default) or
     * {@code summary}.
     *
     * @param request the request
     * @param key makes a repeated request return the first decision
     */
    @POST
    @Decides
    public CompletionStage<RestResponse<byte[]>> place(
            @Context HttpServerRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        DecisionRequest asked = requests.read(request, key);
        CompletionStage<DecisionAnswer> answer = placements.place(asked);
        return answer.thenApply(DecisionRequests::answer);
    }
}
