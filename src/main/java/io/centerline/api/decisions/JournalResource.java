package io.centerline.api.decisions;

import io.centerline.api.Accepts;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.LeafRange;
import io.centerline.api.Query;
import io.centerline.application.JournalExport;
import io.centerline.application.RefusedException;
import io.centerline.journal.Disclosures;
import io.centerline.journal.Retention;
import io.centerline.journal.SignedCheckpoint;
import io.centerline.journal.TransparencyLog;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The journal as a whole: its checkpoints, that it only grows, what it holds, what was erased, and what was given out unmasked. */
@Path("/v1/journal")
public final class JournalResource {
    private final TransparencyLog log;
    private final JournalExport exports;
    private final Retention retention;
    private final Disclosures disclosures;

    JournalResource(TransparencyLog log, JournalExport exports, Retention retention, Disclosures disclosures) {
        this.log = log;
        this.exports = exports;
        this.retention = retention;
        this.disclosures = disclosures;
    }

    /**
     * The newest checkpoint: JSON, or the signed note as text.
     *
     * @param request the request's query string
     * @param headers which form is asked for
     */
    @GET
    @Path("checkpoint")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Blocking
    public Response checkpoint(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        RefusedException.ifAny(new Query(request.query()).issues());
        SignedCheckpoint newest = log.newest();
        return Accepts.ratherThanJson(headers, MediaType.TEXT_PLAIN)
                ? Response.ok(newest.note(), MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                        .build()
                : Response.ok(CheckpointAnswer.of(log, newest), MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    /**
     * Proves that the log only grew from {@code from} leaves (default 0) to {@code to} (default: the newest checkpoint's).
     *
     * @param request the request's query string
     */
    @GET
    @Path("consistency")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public ConsistencyAnswer consistency(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        LeafRange range = LeafRange.of(query, log.newest().size());
        RefusedException.ifAny(query.issues());
        return ConsistencyAnswer.of(log.origin(), log.proveGrowth(range.from(), range.to()));
    }

    /**
     * The leaves from {@code from} (default 0) to {@code to} (not included; default: all that the newest checkpoint
     * covers), in the form that {@code verify} reads; with {@code facts=true} unmasked facts go with them, which is noted.
     *
     * @param request the request's query string
     */
    @GET
    @Path("export")
    @Produces(Accepts.LINES)
    @Blocking
    public Response export(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        SignedCheckpoint newest = log.newest();
        LeafRange range = LeafRange.of(query, newest.size());
        boolean facts = query.flag("facts", false);
        RefusedException.ifAny(query.issues());
        if (request.method().equals(HttpMethod.HEAD)) {
            exports.require(facts);
            return Response.ok(new byte[0], Accepts.LINES).build();
        }
        return ExportStream.answer(
                exports.export(newest, range.from(), range.to(), facts), new ConnectionAbort(request));
    }

    /**
     * Which facts were erased, in the order of the journal, from the leaf {@code from} (default 0) on, {@code limit}
     * (default 100) at a time.
     *
     * @param request the request's query string
     */
    @GET
    @Path("erasures")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public ErasuresAnswer erasures(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        JournalPage page = JournalPage.read(query, JournalPage.NO_PLACE);
        RefusedException.ifAny(query.issues());
        return ErasuresAnswer.of(retention.list(page.from(), page.limit()), page);
    }

    /**
     * Who was given unmasked facts and when, from the disclosure numbered {@code from} (default 1) on, {@code limit} (default
     * 100) at a time; with {@code leaf} only what took in the decision at that place.
     *
     * @param request the request's query string
     */
    @GET
    @Path("disclosures")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public DisclosuresAnswer disclosures(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        JournalPage page = JournalPage.read(query, "is larger than any disclosure's number");
        long leaf = query.place("leaf", -1, JournalPage.LAST_PLACE, JournalPage.NO_PLACE);
        RefusedException.ifAny(query.issues());
        return DisclosuresAnswer.of(disclosures.list(page.from(), leaf < 0 ? null : leaf, page.limit()), page);
    }
}
