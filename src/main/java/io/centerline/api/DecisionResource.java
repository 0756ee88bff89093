package io.centerline.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Decisions as they were given. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionResource {
    private final Recorder recorder;

    DecisionResource(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * The decision with this id, byte for byte as it was first answered.
     *
     * @param id a decision id
     * @param request the request's query string
     */
    @GET
    @Path("{id}")
    @Blocking
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return parse(id)
                .flatMap(recorder::find)
                .map(body -> Response.ok(body).build())
                .orElseThrow(DecisionDesk::unknown);
    }

    /** The id a text is; empty when it is none, so no decision has it. */
    static Optional<UUID> parse(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            return parsed.toString().equalsIgnoreCase(id) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
