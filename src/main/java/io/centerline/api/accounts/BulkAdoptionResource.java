package io.centerline.api.accounts;

import io.centerline.accounts.AdoptionEffect;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.AdoptableDecision;
import io.centerline.application.DecisionAdoption;
import io.centerline.application.DecisionAdoption.Adopted;
import io.centerline.application.RefusedException;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adopts what people decided about the work list. */
@Path("/v1/reassessments/adoption")
public final class BulkAdoptionResource {
    private final Bodies bodies;
    private final DecisionAdoption adoption;

    BulkAdoptionResource(Bodies bodies, DecisionAdoption adoption) {
        this.bodies = bodies;
        this.adoption = adoption;
    }

    /**
     * What was adopted.
     *
     * @param adopted one entry a decision, in the order given
     */
    public record AdoptedAnswer(List<AdoptedLine> adopted) {}

    /**
     * An adopted decision.
     *
     * @param decision its id
     * @param importer the importer number, masked where it is a social security number
     * @param center the Center the account is placed in from the first day on
     * @param since that day
     * @param version the version of the account now
     * @param effect what adopting did to the account
     */
    public record AdoptedLine(
            UUID decision, String importer, String center, String since, long version, AdoptionEffect effect) {

        static AdoptedLine of(Adopted adopted, @Nullable LocalDate since) {
            AdoptableDecision decision = adopted.decision();
            return new AdoptedLine(
                    decision.id(),
                    decision.importer().masked(),
                    decision.center().code(),
                    (since == null ? decision.asOf() : since).toString(),
                    adopted.changed().after().version(),
                    adopted.effect());
        }
    }

    /**
     * Adopts proposals of the work list in one transaction: all, or none and every reason why. An account that changed since it
     * was reassessed is such a reason. Adopting the same once more changes nothing.
     *
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "reviewed", "since": null, "decisions": ["…"]}}
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public AdoptedAnswer adopt(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        BulkAdoptionIntake.Asked asked = BulkAdoptionIntake.read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        return new AdoptedAnswer(
                adoption.adoptAll(asked.decisions(), asked.since(), asked.author(), asked.reason()).stream()
                        .map(adopted -> AdoptedLine.of(adopted, asked.since()))
                        .toList());
    }
}
