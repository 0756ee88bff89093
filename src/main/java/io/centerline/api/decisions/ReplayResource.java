package io.centerline.api.decisions;

import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.journal.KeptSchedules;
import io.centerline.journal.Recorded;
import io.centerline.replay.KeptDecision;
import io.centerline.replay.Replay;
import io.centerline.replay.ReplayJson;
import io.centerline.replay.ReplayRefused;
import io.centerline.replay.Replayed;
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
import org.jspecify.annotations.Nullable;

/** Decides recorded decisions again. */
@Path("/v1/decisions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public final class ReplayResource {
    private final DecisionLookup desk;
    private final Replay replay;

    ReplayResource(DecisionLookup desk, KeptSchedules schedules) {
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
    public byte[] replay(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String other = Filters.rulebook(query, "rulebook");
        RefusedException.ifAny(query.issues());
        Recorded recorded = desk.get(id);
        try {
            return ReplayJson.write(replay(kept(recorded), other));
        } catch (ReplayRefused refused) {
            String help = refused.help().isEmpty() ? "" : "; " + refused.help();
            throw new RefusedException(FailureKind.NOT_REPLAYABLE, refused.getMessage() + help);
        }
    }

    private Replayed replay(KeptDecision kept, @Nullable String other) throws ReplayRefused {
        return other == null ? replay.replay(kept, this::find) : replay.replay(kept, desk.rulebook(other));
    }

    private Optional<Rulebook> find(String hash) {
        try {
            return Optional.of(desk.rulebook(hash));
        } catch (UnknownRulebook unknown) {
            return Optional.empty();
        }
    }

    private static KeptDecision kept(Recorded recorded) {
        return new KeptDecision(
                recorded.index(),
                recorded.draft().body(),
                recorded.leaf(),
                recorded.draft().facts(),
                recorded.draft().salt());
    }
}
