package io.centerline.api.proposals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Bodies;
import io.centerline.api.EntityTags;
import io.centerline.api.ProposalIntake;
import io.centerline.api.Query;
import io.centerline.api.ReviewIntake;
import io.centerline.api.TaggedVersions;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.application.RuleProposals;
import io.centerline.facts.Issue;
import io.centerline.proposals.ProposalFile;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Rulebooks that somebody proposes to activate, and what others say of them. */
@Path("/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
public final class ProposalResource {
    private static final int MOST = 1_000;

    private final Bodies bodies;
    private final RuleProposals proposals;
    private final ObjectMapper json;

    ProposalResource(Bodies bodies, RuleProposals proposals, ObjectMapper json) {
        this.bodies = bodies;
        this.proposals = proposals;
        this.json = json;
    }

    /**
     * Proposals.
     *
     * @param proposals the last one first
     * @param next what to ask for as {@code before} to go on; null at the end
     */
    public record Listed(
            List<ProposalAnswer.Line> proposals, @Nullable Long next) {}

    /**
     * Proposes a stored rulebook.
     *
     * @param request the request's query string
     * @param stream {@code {"rulebook": "sha256:…", "author": "jd", "reason": "79 FR 13322", "draft": null, "correction": null,
     *     "impact": null}}
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response propose(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ProposalIntake.Asked asked = ProposalIntake.read(bodies.read(request, stream));
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        ProposalFile file = proposals.propose(Objects.requireNonNull(asked.request()));
        return respond(file)
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/proposals/" + file.proposal().number())
                .build();
    }

    /**
     * Proposals, the last one first.
     *
     * @param request the request's query string: {@code limit}, {@code before}
     */
    @GET
    @Blocking
    public Listed list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        int limit = query.number("limit", 1, MOST, 100);
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        RefusedException.ifAny(query.issues());
        String active = proposals.active();
        List<ProposalAnswer.Line> page = proposals.list(limit, before).stream()
                .map(file -> ProposalAnswer.Line.of(file, active))
                .toList();
        boolean more = page.size() == limit && page.get(limit - 1).number() > 1;
        return new Listed(page, more ? page.get(limit - 1).number() : null);
    }

    /**
     * A proposal with all that was said of it.
     *
     * @param proposal its number
     * @param request the request's query string
     */
    @GET
    @Path("{proposal}")
    @Blocking
    public Response get(@PathParam("proposal") String proposal, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return respond(proposals.get(proposal)).build();
    }

    /**
     * Approves or returns a proposal.
     *
     * @param proposal its number
     * @param ifMatch the version the review is about
     * @param request the request's query string
     * @param stream {@code {"verdict": "RETURNED", "reviewer": "jd", "comment": "…", "comments": [{"file": "…", "line": 7,
     *     "text": "…"}]}}
     */
    @POST
    @Path("{proposal}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response review(
            @PathParam("proposal") String proposal,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        byte[] body = bodies.read(request, stream);
        return say(proposal, ifMatch, request, ReviewIntake.read(body));
    }

    /**
     * Takes a proposal back.
     *
     * @param proposal its number
     * @param ifMatch the version that is taken back
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "the notice was corrected"}}
     */
    @POST
    @Path("{proposal}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response withdraw(
            @PathParam("proposal") String proposal,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        byte[] body = bodies.read(request, stream);
        return say(proposal, ifMatch, request, ReviewIntake.withdrawal(body));
    }

    private Response say(String proposal, List<String> ifMatch, HttpServerRequest request, ReviewIntake.Asked asked) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        LongPredicate seen = seen(ifMatch, issues);
        issues.addAll(asked.issues());
        RefusedException.ifAny(issues);
        ProposalFile file = proposals.get(proposal);
        if (seen == null) {
            throw new RefusedException(
                    FailureKind.VERSION_NEEDED,
                    "the review does not say which version of the proposal is meant; read it and send its `ETag` as the"
                            + " header `If-Match`, or `If-Match: *` to review whatever is there");
        }
        return respond(proposals.review(file.proposal().number(), Objects.requireNonNull(asked.said()), seen))
                .build();
    }

    private static @Nullable LongPredicate seen(List<String> ifMatch, List<Issue> issues) {
        String header = String.join(",", ifMatch).strip();
        if (header.isEmpty()) {
            return null;
        }
        // A weak tag matches nothing here (RFC 9110, section 13.1.1).
        return header.equals("*")
                ? version -> true
                : TaggedVersions.tags("If-Match", header, issues)
                        .map(tags -> TaggedVersions.of(
                                tags.stream().filter(tag -> !tag.weak()).toList()))
                        .<LongPredicate>map(versions -> versions::contains)
                        .orElse(null);
    }

    private Response.ResponseBuilder respond(ProposalFile file) {
        try {
            byte[] answer = json.writeValueAsBytes(ProposalAnswer.of(file, proposals.active()));
            return Response.ok(answer).header(HttpHeaders.ETAG, EntityTags.of(file.version(), answer));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
