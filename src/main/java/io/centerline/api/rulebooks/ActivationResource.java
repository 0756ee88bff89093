package io.centerline.api.rulebooks;

import io.centerline.activation.Activations;
import io.centerline.activation.Replica;
import io.centerline.api.ActivationIntake;
import io.centerline.api.Bodies;
import io.centerline.api.Problem;
import io.centerline.api.Query;
import io.centerline.application.ActivatedRulebook;
import io.centerline.application.AskedActivation;
import io.centerline.application.RefusedException;
import io.centerline.application.RulebookActivation;
import io.centerline.facts.Issue;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rulebook serves since when, and letting another one serve. */
@Path("/v1/rulebooks")
@Produces(MediaType.APPLICATION_JSON)
public final class ActivationResource {
    private static final int MOST = 1_000;

    private final Bodies bodies;
    private final Activations activations;
    private final RulebookActivation activation;

    ActivationResource(Bodies bodies, Activations activations, RulebookActivation activation) {
        this.bodies = bodies;
        this.activations = activations;
        this.activation = activation;
    }

    /**
     * An activation that happened.
     *
     * @param activation as it is kept
     * @param replicas the programs that serve from the database; one that shows an earlier activation makes no decisions
     *     until it has this one
     * @param warnings what a caller should know about the request
     */
    public record Answer(ActivationAnswer activation, List<Replica> replicas, List<Problem.IssueAnswer> warnings) {}

    /**
     * The history.
     *
     * @param activations the last one first
     * @param next what to ask for as {@code before} to go on; null at the end
     */
    public record History(
            List<ActivationAnswer> activations, @Nullable Long next) {}

    /**
     * Lets a stored rulebook serve on every replica, also one that served before. When the answer is there, no replica
     * decides under an earlier one. One that would move more decisions than the limit needs the id of an impact report,
     * and a reason where the report could not ask too many of them. One that changes answers for past days needs a
     * correction with its reason, which is kept only then. An approved proposal that is quoted gives both where the request does
     * not; the operator may require one. One that is active already stays, and the answer tells since when.
     *
     * @param hash hash of a stored rulebook
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "79 FR 13322", "expectedActive": null, "impact": null,
     *     "undecidedReason": null, "correction": null, "proposal": null}}
     */
    @POST
    @Path("{hash}/activation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Answer activate(@PathParam("hash") String hash, @Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ActivationIntake.Asked asked = ActivationIntake.read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        ActivatedRulebook activated = activation.activate(new AskedActivation(
                hash,
                asked.author(),
                asked.reason(),
                asked.expectedActive(),
                asked.impact(),
                asked.undecidedReason(),
                asked.correction(),
                asked.proposal()));
        return new Answer(
                ActivationAnswer.of(activated.done().activation()),
                activated.done().replicas(),
                activated.warnings().stream().map(Problem.IssueAnswer::of).toList());
    }

    /**
     * The activations, the last one first.
     *
     * @param request the request's query string: {@code limit}, {@code before}
     */
    @GET
    @Path("activations")
    @Blocking
    public History list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        int limit = query.number("limit", 1, MOST, 100);
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        RefusedException.ifAny(query.issues());
        List<ActivationAnswer> page = activations.history(limit, before).stream()
                .map(ActivationAnswer::of)
                .toList();
        boolean more = page.size() == limit && page.get(limit - 1).number() > 1;
        return new History(page, more ? page.get(limit - 1).number() : null);
    }
}
