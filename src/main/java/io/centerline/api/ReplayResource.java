package io.centerline.api;

import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Problem.Kind;
import io.centerline.journal.KeptSchedules;
import io.centerline.journal.Recorded;
import io.centerline.journal.replay.Kept;
import io.centerline.journal.replay.Replay;
import io.centerline.journal.replay.ReplayJson;
import io.centerline.journal.replay.ReplayRefused;
import io.centerline.journal.replay.Replayed;
import io.centerline.rulebook.Rulebook;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Decides recorded decisions again. */
@Path("/v1/decisions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public final class ReplayResource {
    private final DecisionDesk desk;
    private final Replay replay;

    ReplayResource(DecisionDesk desk, KeptSchedules schedules) {
        this.desk = desk;
        this.replay = new Replay(schedules::find);
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
    @Parameter(name = "rulebook", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public byte[] replay(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String other = Filters.rulebook(query, "rulebook");
        RefusedException.ifAny(query.issues());
        Recorded recorded = desk.get(id);
        try {
            return ReplayJson.write(replay(kept(recorded), other));
        } catch (ReplayRefused refused) {
            String help = refused.help().isEmpty() ? "" : "; " + refused.help();
            throw new RefusedException(Problem.of(Kind.NOT_REPLAYABLE, refused.getMessage() + help));
        }
    }

    private Replayed replay(Kept kept, @Nullable String other) throws ReplayRefused {
        return other == null ? replay.replay(kept, this::find) : replay.replay(kept, desk.rulebook(other));
    }

    private Optional<Rulebook> find(String hash) {
        try {
            return Optional.of(desk.rulebook(hash));
        } catch (UnknownRulebook unknown) {
            return Optional.empty();
        }
    }

    private static Kept kept(Recorded recorded) {
        return new Kept(
                recorded.index(),
                recorded.draft().body(),
                recorded.leaf(),
                recorded.draft().facts(),
                recorded.draft().salt());
    }
}
