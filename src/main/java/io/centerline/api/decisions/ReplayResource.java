package io.centerline.api.decisions;

import io.centerline.api.DecisionFilters;
import io.centerline.api.Query;
import io.centerline.application.DecisionReplay;
import io.centerline.application.RefusedException;
import io.centerline.replay.ReplayJson;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Decides recorded decisions again. */
@Path("/v1/decisions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public final class ReplayResource {
    private final DecisionReplay replays;

    ReplayResource(DecisionReplay replays) {
        this.replays = replays;
    }

    /**
     * Decides again under the rulebook of the receipt, or under {@code rulebook}, and says what came out differently. Records
     * nothing.
     *
     * @param id a decision id
     * @param request the request's query string
     */
    @POST
    @Blocking
    public byte[] replay(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String rulebook = DecisionFilters.rulebook(query, "rulebook");
        RefusedException.ifAny(query.issues());
        return ReplayJson.write(replays.replay(id, rulebook));
    }
}
