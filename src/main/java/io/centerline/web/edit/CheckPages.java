package io.centerline.web.edit;

import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.BusyException;
import io.centerline.application.DraftChecks;
import io.centerline.application.DraftFolder;
import io.centerline.application.DraftProposals;
import io.centerline.application.Drafts;
import io.centerline.application.RefusedException;
import io.centerline.application.TariffMap;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Rulebook;
import io.centerline.web.rules.ComparedMap;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft checked whole: findings, what it moves, the past, whom it would move, and the way to a proposal. */
@Path(DraftPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class CheckPages {
    private final Bodies bodies;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final DraftProposals proposals;
    private final TariffMap map;

    CheckPages(Bodies bodies, Drafts drafts, DraftChecks checks, DraftProposals proposals, TariffMap map) {
        this.bodies = bodies;
        this.drafts = drafts;
        this.checks = checks;
        this.proposals = proposals;
        this.map = map;
    }

    /**
     * The page.
     *
     * @param view what it shows
     */
    record CheckPage(DraftView view) implements TemplateInstance {}

    /**
     * What the page shows.
     *
     * @param folder the draft
     * @param checked what the check found
     * @param day of the map
     * @param map the map with what moves; null when the rules cannot be read
     * @param typed what was typed to propose it
     * @param issues why nothing was done
     */
    record DraftView(
            DraftFolder folder,
            DraftChecks.Checked checked,
            LocalDate day,
            @Nullable ComparedMap map,
            Typed typed,
            List<Issue> issues) {

        /** What it found of one severity. */
        public List<FoundAt> found(String severity) {
            return checked.report().diagnostics().stream()
                    .filter(found -> found.severity().name().equals(severity))
                    .map(found -> FoundAt.of(folder, found))
                    .toList();
        }

        /** What it says otherwise of past days. */
        public List<FoundAt> past() {
            return FoundAt.all(folder, checked.past());
        }

        /** What is wrong with a field. */
        public List<Issue> of(String pointer) {
            return issues.stream()
                    .filter(issue -> issue.pointer().equals(pointer))
                    .toList();
        }

        /** What is wrong with neither field. */
        public List<Issue> others() {
            return issues.stream()
                    .filter(issue -> !List.of("?author", "?reason").contains(issue.pointer()))
                    .toList();
        }
    }

    /**
     * What was typed to propose a draft.
     *
     * @param author who proposes it
     * @param reason why
     * @param correction why answers for past days may change
     */
    record Typed(String author, String reason, String correction) {
        static final Typed NONE = new Typed("", "", "");
    }

    /** The check; {@code day} of the query is that of the map, else the first day on which a number moves. */
    @GET
    @Path("{id}/check")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        DraftFolder folder = drafts.get(id);
        Query query = new Query(request.query());
        DraftChecks.Checked checked = checks.check(folder.folder());
        LocalDate first = first(checked);
        LocalDate day = query.day("day", first, checked.serving().firstCoveredDay());
        RefusedException.ifAny(query.issues());
        return Html.ok(page(folder, checked, day, Typed.NONE, List.of()));
    }

    private String proposed(DraftFolder folder, FormBody form, String author, String reason) {
        return "/rules/proposals/" + proposals.propose(folder, author, reason, form.value("correction"));
    }

    private String measured(DraftFolder folder, String author) {
        proposals.measure(folder, author);
        return DraftPages.PATH + "/" + folder.draft().id() + "/check#impact";
    }

    private LocalDate first(DraftChecks.Checked checked) {
        return checked.diff() == null
                ? checks.today()
                : checked.diff().moves().stream()
                        .map(move -> move.days().from())
                        .min(LocalDate::compareTo)
                        .orElse(checks.today());
    }

    private CheckPage page(
            DraftFolder folder, DraftChecks.Checked checked, LocalDate day, Typed typed, List<Issue> issues) {
        Rulebook draft = checked.report().rulebook();
        return new CheckPage(new DraftView(
                folder,
                checked,
                day,
                draft != null && !day.isBefore(draft.firstCoveredDay())
                        ? ComparedMap.of(map, checked.serving(), draft, day)
                        : null,
                typed,
                issues));
    }

    /**
     * Starts the impact report of a draft, or proposes it.
     *
     * @param id of the draft
     * @param request the form's media type
     * @param stream the form: {@code do}, to propose also {@code author}, {@code reason} and {@code correction}
     */
    @POST
    @Path("{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response act(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(request, bodies.read(request, stream));
        DraftFolder folder = drafts.get(id);
        boolean proposes = form.text("do").equals("propose");
        List<Issue> issues = new ArrayList<>();
        Query ofAuthor = form.query("author");
        String author = proposes ? ofAuthor.statement("author") : folder.draft().author();
        Query ofReason = form.query("reason");
        String reason = proposes ? ofReason.statement("reason") : "";
        if (proposes) {
            issues.addAll(ofAuthor.issues());
            issues.addAll(ofReason.issues());
        }
        try {
            if (issues.isEmpty()) {
                return Html.seeOther(proposes ? proposed(folder, form, author, reason) : measured(folder, author));
            }
        } catch (RefusedException refused) {
            issues.addAll(DraftPages.issues(refused));
        } catch (BusyException busy) {
            issues.add(new Issue(IssueCode.VALUE_UNKNOWN, "", String.valueOf(busy.getMessage()), ""));
        }
        DraftChecks.Checked checked = checks.check(folder.folder());
        Typed typed = new Typed(form.text("author"), form.text("reason"), form.text("correction"));
        CheckPage page = page(folder, checked, first(checked), typed, issues);
        return Html.answer(422, page);
    }
}
