package io.centerline.web.decisions;

import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DecisionAudit;
import io.centerline.application.DecisionLookup;
import io.centerline.application.DecisionReplay;
import io.centerline.application.RefusedException;
import io.centerline.journal.Recorded;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The page of a recorded decision, at three reading levels, and its buttons. */
@Path(DecisionPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DecisionPages {
    /** Only what has the length of an id; other addresses below {@code /decisions} are free. */
    static final String PATH = "/decisions/{id: [0-9A-Fa-f-]{36}}";

    private final DecisionLookup decisions;
    private final DecisionSheet sheets;
    private final DecisionAudit audit;
    private final DecisionReplay replays;

    DecisionPages(DecisionLookup decisions, DecisionSheet sheets, DecisionAudit audit, DecisionReplay replays) {
        this.decisions = decisions;
        this.sheets = sheets;
        this.audit = audit;
        this.replays = replays;
    }

    /**
     * The page.
     *
     * @param sheet what it shows
     * @param done what a button showed
     */
    record DecisionPage(DecisionSheet.Shown sheet, DecisionSheet.Done done) implements TemplateInstance {}

    /** The page, at the reading level that {@code level} names. */
    @GET
    @Blocking
    public Response show(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        ReadingLevel level = query.word("level", ReadingLevel.class, ReadingLevel.IMPORTER);
        RefusedException.ifAny(query.issues());
        return page(id, level, DecisionSheet.Done.NOTHING);
    }

    /** Verifies the decision, and shows each step. */
    @POST
    @Path("verify")
    @Blocking
    public Response verify(@PathParam("id") String id) {
        return page(id, ReadingLevel.AUDITOR, new DecisionSheet.Done(audit.verify(id), null));
    }

    /** Decides it again, and shows what came out differently. */
    @POST
    @Path("replay")
    @Blocking
    public Response replay(@PathParam("id") String id) {
        return page(id, ReadingLevel.AUDITOR, new DecisionSheet.Done(List.of(), ReplayOutcome.of(replays, id)));
    }

    /** Where a browser comes that asks for the result of a verification again. */
    @GET
    @Path("verify")
    public Response verifyAgain(@PathParam("id") String id) {
        return Html.seeOther("/decisions/" + id + "?level=auditor");
    }

    /** Where a browser comes that asks for the result of a replay again. */
    @GET
    @Path("replay")
    public Response replayAgain(@PathParam("id") String id) {
        return Html.seeOther("/decisions/" + id + "?level=auditor");
    }

    private Response page(String id, ReadingLevel level, DecisionSheet.Done done) {
        Recorded recorded = decisions.get(id);
        return Html.ok(new DecisionPage(sheets.of(recorded, level), done));
    }
}
