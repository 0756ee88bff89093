package io.centerline.api.rulebooks;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Bodies;
import io.centerline.api.ImpactIntake;
import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.ImpactReports;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRunJson;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whom a stored rulebook would move, asked of the journal. */
@Path("/v1/rulebooks")
@Produces(MediaType.APPLICATION_JSON)
public final class ImpactResource {
    private static final int USUAL_LENGTH = 20;
    private static final int MOST_LISTED = 100;

    private final Bodies bodies;
    private final ImpactReports reports;
    private final ActiveRulebook active;

    ImpactResource(Bodies bodies, ImpactReports reports, ActiveRulebook active) {
        this.bodies = bodies;
        this.reports = reports;
        this.active = active;
    }

    /**
     * Takes on a run of a stored rulebook over recorded decisions, and answers before it has begun.
     *
     * @param request the request's query string
     * @param stream {@code {"candidate": "sha256:…", "filter": {…}, "sample": n, "asOf": "2027-01-01"}}
     */
    @POST
    @Path("impact")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response start(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        LocalDate covered = active.latest().rulebook().firstCoveredDay();
        ImpactIntake.Asked asked = new ImpactIntake(covered).read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        ImpactReports.Report report =
                reports.start(asked.candidate(), new CaseSelection(asked.filter(), asked.sample(), asked.asOf()));
        return Response.accepted(answer(report))
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/rulebooks/impacts/" + report.run().id())
                .build();
    }

    /**
     * The runs of all replicas, the last one asked for first; {@code limit} of the query says how many, 20 unless given.
     *
     * @param request the request's query string
     */
    @GET
    @Path("impacts")
    @Blocking
    public byte[] list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        int limit = query.number("limit", 1, MOST_LISTED, USUAL_LENGTH);
        RefusedException.ifAny(query.issues());
        return ImpactRunJson.write(reports.list(limit));
    }

    /**
     * How a run stands, and what it found once it is done.
     *
     * @param id the id of a run
     * @param request the request's query string
     */
    @GET
    @Path("impacts/{id}")
    @Blocking
    public byte[] get(@PathParam("id") String id, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return DecisionLookup.parse(id)
                .flatMap(reports::find)
                .map(ImpactResource::answer)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no run over the journal has this id; `GET /v1/rulebooks/impacts` lists those there are"));
    }

    private static byte[] answer(ImpactReports.Report report) {
        return ImpactRunJson.write(report.run(), report.result());
    }
}
