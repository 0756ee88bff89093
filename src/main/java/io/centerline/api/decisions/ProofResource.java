package io.centerline.api.decisions;

import io.centerline.api.Accepts;
import io.centerline.api.Query;
import io.centerline.application.DecisionFacts;
import io.centerline.application.DecisionLookup;
import io.centerline.application.JournalExport;
import io.centerline.application.ProofAnswer;
import io.centerline.application.RefusedException;
import io.centerline.application.Unmasking;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.Recorded;
import io.centerline.journal.TransparencyLog;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What backs one decision: the proof that it is in the log, and the facts it was made of. */
@Path("/v1/decisions")
public final class ProofResource {
    private final DecisionLookup decisions;
    private final TransparencyLog log;
    private final JournalExport exports;
    private final DecisionFacts facts;
    private final Unmasking unmasking;

    ProofResource(
            DecisionLookup decisions,
            TransparencyLog log,
            JournalExport exports,
            DecisionFacts facts,
            Unmasking unmasking) {
        this.decisions = decisions;
        this.log = log;
        this.exports = exports;
        this.facts = facts;
        this.unmasking = unmasking;
    }

    /**
     * Proves that a decision is in the log: JSON, or an export of this one leaf, which {@code verify} reads.
     *
     * @param id a decision id
     * @param request the request's query string
     * @param headers which form is asked for
     */
    @GET
    @Path("{id}/proof")
    @Produces({MediaType.APPLICATION_JSON, Accepts.LINES})
    @Blocking
    public Response proof(
            @PathParam("id") String id, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        RefusedException.ifAny(new Query(request.query()).issues());
        Recorded recorded = decisions.get(id);
        InclusionProof proof = log.prove(recorded);
        return ExportStream.answer(proof, ProofAnswer.of(recorded.draft().id(), proof), exports, headers, request);
    }

    /**
     * The facts a decision was made of, masked; with {@code masked=false} as they are, which is noted, and with the salt
     * that ties them to the receipt.
     *
     * @param id a decision id
     * @param request the request's query string
     */
    @GET
    @Path("{id}/facts")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public byte[] facts(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        boolean masked = query.flag("masked", true);
        RefusedException.ifAny(query.issues());
        if (!masked) {
            unmasking.require();
        }
        return facts.read(decisions.getWhole(id), masked, !request.method().equals(HttpMethod.HEAD));
    }
}
