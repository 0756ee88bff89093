package io.centerline.api.routings;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.ProtestConsolidation;
import io.centerline.facts.Issue;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Puts the protests of one importer together. */
@Path("/v1/protests/consolidations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ProtestResource {
    private final Bodies bodies;
    private final ActiveRulebook active;
    private final ProtestConsolidation protests;

    ProtestResource(Bodies bodies, ActiveRulebook active, ProtestConsolidation protests) {
        this.bodies = bodies;
        this.active = active;
        this.protests = protests;
    }

    /**
     * As few protests as the law allows, and the entries that could join none. Records nothing.
     *
     * @param request the request's query string
     * @param stream the request's body
     */
    @POST
    @Blocking
    public ConsolidationAnswer consolidate(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        byte[] body = bodies.read(request, stream);
        return ConsolidationAnswer.of(protests.consolidate(active.serving(), body, issues));
    }
}
