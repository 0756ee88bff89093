package io.centerline.api.rulebooks;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Preparation;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.BusyException;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRunJson;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.vocabulary.Basis;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whom a stored rulebook would move, asked of the journal. */
@Path("/v1/rulebooks")
@Produces(MediaType.APPLICATION_JSON)
public final class ImpactResource {
    private static final int RETRY_SECONDS = 10;
    private static final List<String> BASES =
            Arrays.stream(Basis.values()).map(Basis::name).toList();
    private static final List<String> STATUSES = List.of("PLACED", "PENDING", "NOT_ELIGIBLE");
    private static final int USUAL_LENGTH = 20;
    private static final int MOST_LISTED = 100;

    private final Bodies bodies;
    private final ImpactRuns runs;
    private final Preparation preparation;
    private final ActiveRulebook active;

    ImpactResource(Bodies bodies, ImpactRuns runs, Preparation preparation, ActiveRulebook active) {
        this.bodies = bodies;
        this.runs = runs;
        this.preparation = preparation;
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
        Rulebook baseline = active.latest().rulebook();
        ImpactIntake.Asked asked =
                new ImpactIntake(BASES, STATUSES, baseline.firstCoveredDay()).read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        UUID id = runs.start(baseline, preparation.of(asked.candidate()), selection(asked))
                .orElseThrow(() -> new BusyException(
                        "a rulebook is being compared with the journal and others wait; try again in a few seconds",
                        RETRY_SECONDS));
        return Response.accepted(answer(runs.find(id).orElseThrow()))
                .header(HttpHeaders.LOCATION, "/v1/rulebooks/impacts/" + id)
                .build();
    }

    private static CaseSelection selection(ImpactIntake.Asked asked) {
        ImpactIntake.Filter filter = asked.filter();
        return new CaseSelection(
                filter.importer() == null ? null : filter.importer().masked(),
                filter.center() == null ? null : filter.center().code(),
                filter.basis(),
                filter.status(),
                filter.from(),
                filter.to(),
                filter.rulebook(),
                asked.sample(),
                asked.asOf());
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
        return ImpactRunJson.write(runs.list(limit));
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
        return parse(id)
                .flatMap(runs::find)
                .map(this::answer)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no run over the journal has this id; `GET /v1/rulebooks/impacts` lists those there are"));
    }

    private byte[] answer(ImpactRun run) {
        boolean done = run.state() == ImpactRun.State.DONE;
        return ImpactRunJson.write(run, done ? runs.findResult(run.id()).orElseThrow() : null);
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
