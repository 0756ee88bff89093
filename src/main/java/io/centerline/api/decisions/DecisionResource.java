package io.centerline.api.decisions;

import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.Recorder;
import io.centerline.application.RefusedException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Decisions as they were given. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionResource {
    /** Kept by the caller alone, as others may not see it. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final Recorder recorder;

    DecisionResource(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * The decision with this id, byte for byte as it was first answered. It never changes, so whoever has it need not be given
     * it again.
     *
     * @param id a decision id
     * @param request the request's query string
     */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        Recorder.Given given = DecisionLookup.parse(id).flatMap(recorder::find).orElseThrow(DecisionLookup::unknown);
        return Response.ok(given.body())
                .header(HttpHeaders.ETAG, "\"" + given.leaf() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }
}
