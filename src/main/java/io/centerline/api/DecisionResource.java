package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

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
     */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id) {
        return parse(id)
                .flatMap(recorder::find)
                .map(body -> Response.ok(body).build())
                .orElseThrow(() -> new RefusedException(Problem.of(
                        Kind.NOT_FOUND, "no decision has this id; it is the `id` of a recorded placement's answer")));
    }

    private static Optional<UUID> parse(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            return parsed.toString().equalsIgnoreCase(id) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
