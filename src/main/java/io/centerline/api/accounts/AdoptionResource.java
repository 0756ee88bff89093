package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Expectation;
import io.centerline.api.AdoptionIntake;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.DecisionAdoption;
import io.centerline.application.DecisionAdoption.Adopted;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Makes a decision the placement on file. */
@Path("/v1/decisions/{id}/adoption")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AdoptionResource {
    private final Bodies bodies;
    private final DecisionAdoption adoption;
    private final AccountRequests requests;
    private final VersionedAnswers versioned;

    AdoptionResource(Bodies bodies, DecisionAdoption adoption, AccountRequests requests, VersionedAnswers versioned) {
        this.versioned = versioned;
        this.bodies = bodies;
        this.adoption = adoption;
        this.requests = requests;
    }

    /**
     * The decision's Center becomes the account's, from {@code since} or the day decided for. Adopting it once more from the same
     * day changes nothing, whatever was recorded in between, unless the request names exactly the version on file.
     *
     * @param id a decision id
     * @param ifMatch the version of the account the adoption is meant for
     * @param ifNoneMatch {@code *} for a new account
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "reviewed", "since": null}}
     */
    @POST
    @Blocking
    public Response adopt(
            @PathParam("id") String id,
            @HeaderParam("If-Match") List<String> ifMatch,
            @HeaderParam("If-None-Match") List<String> ifNoneMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        Expectation expected = Preconditions.read(ifMatch, ifNoneMatch, issues);
        AdoptionIntake.Asked asked = AdoptionIntake.read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        Adopted adopted = adoption.adopt(id, expected, asked.since(), asked.author(), asked.reason());
        AccountFile file = adopted.changed().after();
        return versioned
                .of(
                        file,
                        new AdoptionAnswer(
                                requests.answer(file, requests.today(), null),
                                new AdoptionAnswer.Done(adopted.decision().id(), adopted.effect())))
                .status(adopted.changed().entered() ? Response.Status.CREATED : Response.Status.OK)
                .build();
    }
}
