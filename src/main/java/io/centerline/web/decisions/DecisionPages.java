package io.centerline.web.decisions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.accounts.AccountStale;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.Expectation;
import io.centerline.api.AdoptionIntake;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DecisionAdoption;
import io.centerline.application.DecisionAudit;
import io.centerline.application.DecisionLookup;
import io.centerline.application.DecisionReplay;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.journal.Recorded;
import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    private final DecisionAdoption adoption;
    private final Bodies bodies;

    DecisionPages(
            DecisionLookup decisions,
            DecisionSheet sheets,
            DecisionAudit audit,
            DecisionReplay replays,
            DecisionAdoption adoption,
            Bodies bodies) {
        this.adoption = adoption;
        this.bodies = bodies;
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
     * @param form that adopts it
     */
    record DecisionPage(DecisionSheet.Shown sheet, DecisionSheet.Done done, AdoptionForm form)
            implements TemplateInstance {}

    /** The page, at the reading level that {@code level} names. */
    @GET
    @Blocking
    public Response show(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        ReadingLevel level = query.word("level", ReadingLevel.class, ReadingLevel.IMPORTER);
        RefusedException.ifAny(query.issues());
        return page(id, level, DecisionSheet.Done.NOTHING);
    }

    /** Verifies the decision, and shows each step; how it came out again stays where that was shown. */
    @POST
    @Path("verify")
    @Blocking
    public Response verify(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        return audited(id, true, shows("replayed", request, stream));
    }

    /** Decides it again, and shows what came out differently; the steps of a verification stay where they were shown. */
    @POST
    @Path("replay")
    @Blocking
    public Response replay(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        return audited(id, shows("verified", request, stream), true);
    }

    /** Whether the page that a button was on showed this. */
    private boolean shows(String what, HttpServerRequest request, InputStream stream) {
        return FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, bodies.read(request, stream))
                .query(what)
                .isSent(what);
    }

    private Response audited(String id, boolean verified, boolean replayed) {
        return page(
                id,
                ReadingLevel.AUDITOR,
                new DecisionSheet.Done(
                        verified ? audit.verify(id) : List.of(),
                        replayed ? ReplayOutcome.of(replays, id) : null,
                        null));
    }

    /** Makes it the placement on file of its importer, and leads to the account. */
    @POST
    @Path("adoption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response adopt(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, bodies.read(request, stream));
        Query query = form.query("version");
        long version = query.place("version", 0, Long.MAX_VALUE, "");
        RefusedException.ifAny(query.issues());
        ObjectNode typed = form.json(AdoptionForm.NAMES);
        AdoptionIntake.Asked asked = AdoptionIntake.read(typed.toString().getBytes(StandardCharsets.UTF_8));
        List<Issue> issues = asked.issues();
        String changed = "";
        if (issues.isEmpty()) {
            try {
                Expectation expected = version == 0 ? new Expectation.Nothing() : Expectation.version(version);
                DecisionAdoption.Adopted adopted =
                        adoption.adopt(id, expected, asked.since(), asked.author(), asked.reason());
                return Html.seeOther(
                        "/accounts/" + adopted.decision().importer().masked());
            } catch (ChangeRefused refused) {
                issues = refused.issues();
            } catch (AccountStale stale) {
                changed = stale.current().exists()
                        ? "it is at version " + stale.current().version() + " now"
                        : "nothing is on file for the importer now";
            }
        }
        AdoptionForm again = AdoptionForm.of(typed, issues, changed);
        return page(
                changed.isEmpty() ? 422 : 412,
                id,
                ReadingLevel.IMPORTER,
                new DecisionSheet.Done(List.of(), null, again));
    }

    /** Where a browser comes that asks for a form that could not be taken again. */
    @GET
    @Path("adoption")
    public Response adoptAgain(@PathParam("id") String id) {
        return Html.seeOther("/decisions/" + id);
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
        return page(200, id, level, done);
    }

    private Response page(int status, String id, ReadingLevel level, DecisionSheet.Done done) {
        Recorded recorded = decisions.get(id);
        AdoptionForm form = done.adoption();
        if (form == null) {
            form = AdoptionForm.of(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("since", recorded.draft().asOf().toString()),
                    List.of(),
                    "");
        }
        return Html.answer(status, new DecisionPage(sheets.of(recorded, level), done, form));
    }
}
