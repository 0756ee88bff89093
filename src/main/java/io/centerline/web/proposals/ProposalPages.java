package io.centerline.web.proposals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.ListFile;
import io.centerline.api.ProposalIntake;
import io.centerline.api.Query;
import io.centerline.api.ReviewIntake;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.application.BusyException;
import io.centerline.application.Failure;
import io.centerline.application.ImpactReports;
import io.centerline.application.ProposalPolicy;
import io.centerline.application.RefusedException;
import io.centerline.application.RuleProposals;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.proposals.LineComment;
import io.centerline.proposals.ProposalConflict;
import io.centerline.proposals.ProposalFile;
import io.centerline.proposals.ProposalStale;
import io.centerline.proposals.ProposalState;
import io.centerline.proposals.ReviewVerdict;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.FormField;
import io.centerline.web.FormField.Option;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is proposed to serve, and saying what one thinks of it. */
@Path(ProposalPages.PATH)
public final class ProposalPages {
    static final String PATH = "/rules/proposals";

    private static final int PAGE = 50;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final int MOST_RULEBOOKS = 100;
    private static final Set<ProposalState> OPEN =
            Set.of(ProposalState.OPEN, ProposalState.APPROVED, ProposalState.OVERTAKEN);
    private static final Set<ImpactRun.State> RUNNING = Set.of(ImpactRun.State.QUEUED, ImpactRun.State.RUNNING);

    private final Bodies bodies;
    private final RuleProposals proposals;
    private final ProposalPolicy policy;
    private final ImpactReports reports;
    private final RulebookStore versions;
    private final ActiveRulebook active;

    ProposalPages(
            Bodies bodies,
            RuleProposals proposals,
            ProposalPolicy policy,
            ImpactReports reports,
            RulebookStore versions,
            ActiveRulebook active) {
        this.bodies = bodies;
        this.proposals = proposals;
        this.policy = policy;
        this.reports = reports;
        this.versions = versions;
        this.active = active;
    }

    /**
     * A proposal and how it stands.
     *
     * @param file the proposal
     * @param state how it stands
     */
    public record Row(ProposalFile file, ProposalState state) {}

    /**
     * The proposals, and the form that makes one.
     *
     * @param rows the last one first
     * @param next number of the proposal behind which the next page begins; null at the end
     * @param fields what a proposal says
     * @param refusal why nothing was proposed; empty when nothing was refused, or the fields say it
     */
    record ListPage(List<Row> rows, @Nullable Long next, List<FormField> fields, String refusal)
            implements TemplateInstance {}

    /**
     * One proposal.
     *
     * @param file the proposal
     * @param state how it stands
     * @param overtaken what to do when it was overtaken
     * @param open whether anything can be said of it
     * @param run the run of its impact report; null when it has none
     * @param ended whether that changes no more
     * @param differences the files that differ
     * @param form what is said of it
     */
    record ProposalPage(
            ProposalFile file,
            ProposalState state,
            String overtaken,
            boolean open,
            @Nullable ImpactRun run,
            boolean ended,
            List<FileDifference> differences,
            ReviewForm form)
            implements TemplateInstance {}

    /**
     * The form of a review, as it was sent.
     *
     * @param fields who says it, and what of the whole
     * @param another whether the author may not review
     * @param issues what is wrong beside the fields
     * @param refusal why nothing was recorded; empty when nothing was refused
     */
    record ReviewForm(List<FormField> fields, boolean another, List<Issue> issues, String refusal) {}

    /** The proposals, and the form; {@code rulebook} of the query is chosen in it, {@code before} chooses a part of the list. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        query.raw("rulebook");
        int before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        RefusedException.ifAny(query.issues());
        String typed = Objects.requireNonNullElse(request.query(), "");
        return Html.ok(listed(before, form(typed.getBytes(StandardCharsets.ISO_8859_1)), List.of(), ""));
    }

    private ListPage listed(long before, FormBody typed, List<Issue> issues, String refusal) {
        List<Row> rows = rows(PAGE + 1, before);
        boolean more = rows.size() > PAGE;
        List<Row> page = rows.subList(0, Math.min(PAGE, rows.size()));
        String serving = active.latest().rulebook().hash();
        return new ListPage(
                page,
                more ? page.get(PAGE - 1).file().proposal().number() : null,
                List.of(
                        FormField.of("rulebook", "Rulebook", "select", typed.text("rulebook"), "choose")
                                .choosing(versions.list(MOST_RULEBOOKS).stream()
                                        .filter(stored -> !stored.hash().equals(serving))
                                        .map(stored -> Option.of(stored, serving))
                                        .toList())
                                .judged(issues),
                        field(typed, "author", "Author", "text").judged(issues),
                        field(typed, "reason", "Reason", "text").judged(issues),
                        field(typed, "correction", "Correction: why answers for past days may change", "text")
                                .judged(issues)),
                refusal);
    }

    private List<Row> rows(int limit, long before) {
        String serving = proposals.active();
        return proposals.list(limit, before).stream()
                .map(file -> new Row(file, file.state(serving)))
                .toList();
    }

    private static FormField field(FormBody typed, String name, String label, String type) {
        return FormField.of(name, label, type, typed.text(name), "");
    }

    /**
     * Proposes a stored rulebook, and leads to the proposal.
     *
     * @param request the form's media type
     * @param stream the form: {@code rulebook}, {@code author}, {@code reason}, {@code correction}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response propose(@Context HttpServerRequest request, InputStream stream) {
        FormBody form = form(bodies.read(request, stream));
        ProposalIntake.Asked asked = ProposalIntake.read(form.json("rulebook", "author", "reason", "correction")
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        if (!asked.issues().isEmpty()) {
            return Html.answer(422, listed(Integer.MAX_VALUE, form, asked.issues(), ""));
        }
        try {
            return seen(proposals
                    .propose(Objects.requireNonNull(asked.request()))
                    .proposal()
                    .number());
        } catch (UnknownRulebook unknown) {
            Issue issue = new Issue(IssueCode.VALUE_UNKNOWN, "/rulebook", String.valueOf(unknown.getMessage()), "");
            return Html.answer(422, listed(Integer.MAX_VALUE, form, List.of(issue), ""));
        } catch (RefusedException | ProposalConflict | BusyException | ActiveChanged refused) {
            Failure failure = Failure.of(refused);
            boolean told = failure.issues() != null
                    && failure.issues().stream()
                            .allMatch(issue -> issue.pointer().equals("/rulebook"));
            return Html.answer(
                    422,
                    listed(
                            Integer.MAX_VALUE,
                            form,
                            told ? Objects.requireNonNull(failure.issues()) : List.of(),
                            told ? "" : failure.detail()));
        }
    }

    private static Response seen(long number) {
        return Html.seeOther(PATH + "/" + number);
    }

    /**
     * A proposal, with the form that reviews it.
     *
     * @param number its number
     * @param request the request's query string
     */
    @GET
    @Path("{number}")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response get(@PathParam("number") String number, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return Html.ok(shown(proposals.get(number), form(new byte[0]), List.of(), ""));
    }

    /**
     * Approves, returns or withdraws a proposal.
     *
     * @param number its number
     * @param request the form's media type
     * @param stream the form: {@code version}, {@code verdict}, {@code reviewer}, {@code comment}, and for a comment on a line
     *     {@code at path:line}
     */
    @POST
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response review(@PathParam("number") String number, @Context HttpServerRequest request, InputStream stream) {
        FormBody form = form(bodies.read(request, stream));
        ProposalFile file = proposals.get(number);
        ReviewIntake.Asked asked = asked(file, form);
        if (!asked.issues().isEmpty()) {
            return Html.answer(422, shown(file, form, asked.issues(), ""));
        }
        String version = form.text("version");
        try {
            proposals.review(
                    file.proposal().number(),
                    Objects.requireNonNull(asked.said()),
                    there -> version.equals(Long.toString(there)));
            return Html.seeOther(PATH + "/" + file.proposal().number() + "#reviews");
        } catch (ProposalStale stale) {
            return Html.answer(
                    422,
                    shown(
                            stale.current(),
                            form,
                            List.of(),
                            "somebody else said something of this proposal meanwhile; look at it, and decide again"));
        } catch (RefusedException | ProposalConflict | BusyException refused) {
            return Html.answer(
                    422, shown(file, form, List.of(), Failure.of(refused).detail()));
        }
    }

    /** What the form says, as a program would send it. */
    private ReviewIntake.Asked asked(ProposalFile file, FormBody form) {
        String verdict = form.text("verdict");
        ObjectNode json = form.json("reviewer");
        String comment = form.text("comment").replace('\n', ' ').strip();
        if (verdict.equals(ReviewVerdict.WITHDRAWN.name())) {
            ObjectNode withdrawal = form.json();
            if (json.has("reviewer")) {
                withdrawal.set("author", json.get("reviewer"));
            }
            if (!comment.isEmpty()) {
                withdrawal.put("reason", comment);
            }
            return named(ReviewIntake.withdrawal(withdrawal.toString().getBytes(StandardCharsets.UTF_8)));
        }
        json.put("verdict", verdict);
        json.put("comment", comment);
        List<LineComment> comments = FileDifference.comments(differences(file, form));
        for (LineComment one : comments) {
            json.withArray("comments")
                    .addObject()
                    .put("file", one.file())
                    .put("line", one.line())
                    .put("text", one.text());
        }
        return ReviewIntake.read(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The issues of a withdrawal, at the fields of the form. */
    private static ReviewIntake.Asked named(ReviewIntake.Asked asked) {
        return new ReviewIntake.Asked(
                asked.said(),
                asked.issues().stream()
                        .map(issue -> new Issue(
                                issue.code(),
                                issue.pointer().equals("/author")
                                        ? "/reviewer"
                                        : issue.pointer().equals("/reason") ? "/comment" : issue.pointer(),
                                issue.message(),
                                issue.help()))
                        .toList());
    }

    private ProposalPage shown(ProposalFile file, FormBody typed, List<Issue> issues, String refusal) {
        String serving = proposals.active();
        ProposalState state = file.state(serving);
        UUID impact = file.proposal().asked().impact();
        ImpactRun run = impact == null
                ? null
                : reports.find(impact).map(ImpactReports.Report::run).orElse(null);
        return new ProposalPage(
                file,
                state,
                file.overtaken(serving),
                OPEN.contains(state),
                run,
                run == null || !RUNNING.contains(run.state()),
                differences(file, typed),
                new ReviewForm(
                        List.of(
                                field(typed, "reviewer", "Your name", "text").judged(issues),
                                field(typed, "comment", "What you say of the whole", "area")
                                        .judged(issues)),
                        policy.needsAnother(),
                        issues.stream()
                                .filter(issue -> !issue.pointer().matches("/(reviewer|comment)"))
                                .toList(),
                        refusal));
    }

    private List<FileDifference> differences(ProposalFile file, FormBody typed) {
        RuleFolder before = versions.findFolder(file.proposal().base()).orElseThrow();
        RuleFolder after = versions.findFolder(file.proposal().rulebook()).orElseThrow();
        return FileDifference.between(before, after, file, typed);
    }

    /** All proposals as CSV, the last one first. */
    @GET
    @Path("list.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return ListFile.csv(
                ProposalColumns.COLUMNS, RowPages.of(rows(MOST_IN_A_FILE, Long.MAX_VALUE)), "proposals.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("list.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return ListFile.workbook(
                new SheetStream<>(
                        "Proposals",
                        ProposalColumns.COLUMNS,
                        RowPages.of(rows(MOST_IN_A_FILE, Long.MAX_VALUE)),
                        List.of(new SheetStream.Line("Active", proposals.active()))),
                "proposals.xlsx");
    }

    private static FormBody form(byte[] body) {
        return FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, body);
    }
}
