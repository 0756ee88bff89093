package io.centerline.web.impacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.activation.Activation;
import io.centerline.activation.Activations;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.ImpactNeeded;
import io.centerline.activation.PastChanged;
import io.centerline.activation.Replica;
import io.centerline.activation.Replicas;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.Serving;
import io.centerline.activation.TamperedRulebook;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.ActivationIntake;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.RuleUpload;
import io.centerline.api.SheetStream;
import io.centerline.application.ActivatedRulebook;
import io.centerline.application.ActivationLimit;
import io.centerline.application.AskedActivation;
import io.centerline.application.BusyException;
import io.centerline.application.Failure;
import io.centerline.application.ImpactReports;
import io.centerline.application.ProposalPolicy;
import io.centerline.application.RefusedException;
import io.centerline.application.RulebookActivation;
import io.centerline.application.RulebookComparison;
import io.centerline.application.RulebookHistory;
import io.centerline.application.RulebookUploads;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.proposals.ApprovalNeeded;
import io.centerline.proposals.UnknownProposal;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.text.Echo;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which rulebook serves, which did, and letting another one serve. */
@Path(ActivationPages.PATH)
public final class ActivationPages {
    static final String PATH = "/rules/activations";

    private static final int PAGE = 25;
    private static final int MOST_IN_A_FILE = 100_000;
    private static final int MOST_RULEBOOKS = 100;
    private static final int MOST_REPORTS = 100;

    private final Bodies bodies;
    private final Activations activations;
    private final RulebookActivation activation;
    private final ActivationLimit limit;
    private final RulebookHistory past;
    private final ImpactReports reports;
    private final RulebookComparison comparison;
    private final RulebookUploads uploads;
    private final RulebookStore versions;
    private final ActiveRulebook active;
    private final Replicas replicas;
    private final ProposalPolicy policy;

    ActivationPages(
            Bodies bodies,
            Activations activations,
            RulebookActivation activation,
            ActivationLimit limit,
            RulebookHistory past,
            ImpactReports reports,
            RulebookComparison comparison,
            RulebookUploads uploads,
            RulebookStore versions,
            ActiveRulebook active,
            Replicas replicas,
            ProposalPolicy policy) {
        this.bodies = bodies;
        this.activations = activations;
        this.activation = activation;
        this.limit = limit;
        this.past = past;
        this.reports = reports;
        this.comparison = comparison;
        this.uploads = uploads;
        this.versions = versions;
        this.active = active;
        this.replicas = replicas;
        this.policy = policy;
    }

    /**
     * What serves, what did, and the form.
     *
     * @param serving what serves here
     * @param doubt why nothing is decided here now; null when decisions are made
     * @param replicas the programs that serve from the same database
     * @param limit how many percent of the latest decisions may move without a report
     * @param history the activations shown, the last one first
     * @param next number of the activation behind which the next page begins; null at the end
     * @param form the form that activates
     * @param warnings what whoever activated should know
     * @param upload the form that stores a rulebook
     */
    record ServingPage(
            Serving serving,
            @Nullable String doubt,
            List<Replica> replicas,
            String limit,
            List<Activation> history,
            @Nullable Long next,
            ActivationForm form,
            List<Issue> warnings,
            Upload upload)
            implements TemplateInstance {

        ServingPage withUpload(Upload refused) {
            return new ServingPage(serving, doubt, replicas, limit, history, next, form, warnings, refused);
        }
    }

    /**
     * The form that stores a rulebook, as it was sent.
     *
     * @param author who stores it
     * @param file the name of the file, which no page can send back; empty when none was sent
     * @param ofAuthor what is wrong with the author
     * @param ofRules what is wrong with the rules
     */
    record Upload(String author, String file, List<Issue> ofAuthor, List<Issue> ofRules) {
        static final Upload NONE = new Upload("", "", List.of(), List.of());
    }

    /**
     * What came of a form.
     *
     * @param issues what is wrong with it, or with the rulebook
     * @param refusal why nothing was activated; empty when nothing was refused, or the issues say it
     * @param started the impact report that was asked for; null when none was
     * @param warnings what whoever activated should know
     */
    record Outcome(
            List<Issue> issues, String refusal, @Nullable ImpactRun started, List<Issue> warnings) {
        static final Outcome NONE = new Outcome(List.of(), "", null, List.of());

        static Outcome of(List<Issue> issues, String refusal) {
            return new Outcome(issues, refusal, null, List.of());
        }
    }

    /**
     * How two rulebooks differ.
     *
     * @param from hash of the one
     * @param to hash of the other
     * @param compared how they differ
     */
    record DiffPage(String from, String to, RulebookComparison.Compared compared) implements TemplateInstance {}

    /** The page; {@code rulebook}, {@code impact} and {@code proposal} of the query are filled into the form, {@code before} and {@code at} choose a part of the history. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response page(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String rulebook = Objects.requireNonNullElse(query.raw("rulebook"), "");
        query.raw("impact");
        query.raw("proposal");
        long before = query.number("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        long at = query.number("at", 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1);
        RefusedException.ifAny(query.issues());
        FormBody typed = form(Objects.requireNonNullElse(request.query(), "").getBytes(StandardCharsets.ISO_8859_1));
        long end = Math.min(before, at + 1);
        try {
            return Html.ok(shown(end, typed, Outcome.NONE, pastChanges(rulebook)));
        } catch (TamperedRulebook | RulebookException refused) {
            return Html.ok(shown(end, typed, outcome(refused), 0));
        }
    }

    /** In how many places a stored rulebook changes answers for past days, which its activation has to give a reason for. */
    private int pastChanges(String rulebook) {
        Rulebook serving = active.latest().rulebook();
        return rulebook.isEmpty() || rulebook.equals(serving.hash())
                ? 0
                : versions.findRulebook(rulebook)
                        .map(next -> past.findings(serving, next).size())
                        .orElse(0);
    }

    /**
     * Lets a stored rulebook serve, also one that served before; with {@code report}, asks for its impact report instead.
     *
     * @param request the form's media type
     * @param stream the form: {@code rulebook}, {@code author}, {@code reason}, {@code expectedActive}, {@code impact},
     *     {@code undecidedReason}, {@code correction}, {@code proposal}, {@code report}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response activate(@Context HttpServerRequest request, InputStream stream) {
        FormBody form = form(bodies.read(request, stream));
        ObjectNode json = form.json("author", "reason", "expectedActive", "impact", "undecidedReason", "correction");
        String proposal = form.value("proposal");
        if (proposal != null && proposal.matches("-?[0-9]{1,18}")) {
            json.put("proposal", Long.parseLong(proposal));
        } else if (proposal != null) {
            json.put("proposal", proposal);
        }
        ActivationIntake.Asked asked = ActivationIntake.read(json.toString().getBytes(StandardCharsets.UTF_8));
        List<Issue> issues = new ArrayList<>(asked.issues());
        String rulebook = form.text("rulebook");
        if (rulebook.isEmpty()) {
            issues.add(new Issue(IssueCode.FIELD_MISSING, "/rulebook", "no rulebook is chosen", ""));
        } else if (rulebook.equals(active.latest().rulebook().hash())) {
            issues.add(new Issue(IssueCode.VALUE_UNKNOWN, "/rulebook", "this rulebook serves already", ""));
        }
        if (form.value("report") != null
                && issues.stream().noneMatch(issue -> issue.pointer().equals("/rulebook"))) {
            return report(form, rulebook);
        }
        boolean guarded = form.value("expectedActive") != null;
        if (!guarded || !issues.isEmpty()) {
            String refusal = guarded ? "" : "field `expectedActive` is missing: open the page again";
            return refused(form, Outcome.of(issues, refusal));
        }
        try {
            ActivatedRulebook done = activation.activate(new AskedActivation(
                    rulebook,
                    asked.author(),
                    asked.reason(),
                    asked.expectedActive(),
                    asked.impact(),
                    asked.undecidedReason(),
                    asked.correction(),
                    asked.proposal()));
            return done.warnings().isEmpty()
                    ? Html.seeOther(PATH)
                    : Html.ok(shown(
                            Integer.MAX_VALUE,
                            form(new byte[0]),
                            new Outcome(List.of(), "", null, done.warnings()),
                            0));
        } catch (ApprovalNeeded
                | UnknownProposal
                | ImpactNeeded
                | PastChanged
                | ActiveChanged
                | UnknownRulebook
                | TamperedRulebook
                | RulebookException
                | BusyException refused) {
            return refused(form, outcome(refused));
        }
    }

    /**
     * Checks a rule folder in an archive and stores it, and leads to what it changes.
     *
     * @param request the form's media type
     * @param stream the form: {@code author} and the file {@code rules}
     */
    @POST
    @Path("rulebooks")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response store(@Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(request, bodies.read(request, stream));
        Query query = form.query("author");
        String author = query.statement("author");
        FormBody.Part rules = form.file("rules");
        if (rules == null) {
            query.issue(IssueCode.FIELD_MISSING, "rules", "no rule folder is chosen", "");
        }
        if (rules == null || !query.issues().isEmpty()) {
            return unstored(form, query.issues());
        }
        try {
            String hash = uploads.store(RuleUpload.ofZip(rules.content()), author)
                    .stored()
                    .hash();
            return Html.seeOther(
                    PATH + "/diff?from=" + active.latest().rulebook().hash() + "&to=" + hash);
        } catch (RefusedException | BusyException refused) {
            Failure failure = Failure.of(refused);
            return unstored(form, failure.issues() == null ? beside("rules", failure.detail()) : failure.issues());
        }
    }

    private Response unstored(FormBody form, List<Issue> issues) {
        FormBody.Part rules = form.file("rules");
        Upload upload = new Upload(
                form.text("author"),
                rules == null ? "" : Echo.clean(String.valueOf(rules.file())),
                issues.stream()
                        .filter(issue -> issue.pointer().equals("?author"))
                        .toList(),
                issues.stream()
                        .filter(issue -> !issue.pointer().equals("?author"))
                        .toList());
        return Html.answer(
                422,
                shown(Integer.MAX_VALUE, form(new byte[0]), Outcome.NONE, 0).withUpload(upload));
    }

    private static List<Issue> beside(String field, @Nullable String message) {
        return List.of(new Issue(IssueCode.VALUE_UNKNOWN, "/" + field, String.valueOf(message), ""));
    }

    private static Outcome outcome(RuntimeException refused) {
        if (refused instanceof PastChanged) {
            List<Issue> changes = Objects.requireNonNull(Failure.of(refused).issues());
            return Outcome.of(
                    changes.stream()
                            .map(issue -> new Issue(
                                    issue.code(),
                                    "/correction",
                                    issue.pointer() + ": " + issue.message(),
                                    issue.help()))
                            .toList(),
                    "");
        }
        if (refused instanceof ApprovalNeeded) {
            return Outcome.of(beside("proposal", Failure.of(refused).detail()), "");
        }
        if (refused instanceof UnknownProposal) {
            return Outcome.of(beside("proposal", refused.getMessage()), "");
        }
        if (refused instanceof ImpactNeeded) {
            return Outcome.of(beside("impact", refused.getMessage() + "; nothing was activated"), "");
        }
        if (refused instanceof UnknownRulebook) {
            return Outcome.of(beside("rulebook", refused.getMessage()), "");
        }
        String detail = Failure.of(refused).detail();
        return refused instanceof TamperedRulebook || refused instanceof RulebookException
                ? Outcome.of(beside("rulebook", detail), "")
                : Outcome.of(List.of(), detail);
    }

    private Response refused(FormBody form, Outcome outcome) {
        return Html.answer(422, filled(form, outcome));
    }

    /** The page with what was typed, and what the rulebook chosen needs. */
    private ServingPage filled(FormBody form, Outcome outcome) {
        try {
            return shown(Integer.MAX_VALUE, form, outcome, pastChanges(form.text("rulebook")));
        } catch (TamperedRulebook | RulebookException unusable) {
            return shown(Integer.MAX_VALUE, form, outcome.issues().isEmpty() ? outcome(unusable) : outcome, 0);
        }
    }

    /** Asks for the impact report of the rulebook chosen; what was typed stays. */
    private Response report(FormBody form, String rulebook) {
        try {
            ImpactRun started = reports.start(rulebook, CaseSelection.ALL).run();
            return Html.ok(filled(form, new Outcome(List.of(), "", started, List.of())));
        } catch (UnknownRulebook | TamperedRulebook | RulebookException | BusyException refused) {
            return refused(form, outcome(refused));
        }
    }

    private ServingPage shown(long before, FormBody typed, Outcome outcome, int pastChanges) {
        List<Activation> history = activations.history(PAGE + 1, before);
        boolean more = history.size() > PAGE;
        List<Activation> page = history.subList(0, Math.min(PAGE, history.size()));
        return new ServingPage(
                active.latest(),
                active.doubt(),
                replicas.list(),
                limit.percent(),
                page,
                more ? page.get(PAGE - 1).number() : null,
                ActivationForm.of(
                        typed,
                        outcome,
                        active.latest().rulebook().hash(),
                        versions.list(MOST_RULEBOOKS),
                        reports.list(MOST_REPORTS),
                        pastChanges,
                        policy.needsProposal()),
                outcome.warnings(),
                Upload.NONE);
    }

    /** How two stored rulebooks differ: {@code from} and {@code to} of the query are their hashes. */
    @GET
    @Path("diff")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response diff(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String from = Objects.requireNonNullElse(query.raw("from"), "");
        String to = Objects.requireNonNullElse(query.raw("to"), "");
        RefusedException.ifAny(query.issues());
        return Html.ok(new DiffPage(from, to, comparison.compare(from, to)));
    }

    /** The whole history as CSV, the last activation first. */
    @GET
    @Path("history.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return ListFile.csv(HistoryColumns.COLUMNS, history(), "activations.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("history.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return ListFile.workbook(
                new SheetStream<>(
                        "Activations",
                        HistoryColumns.COLUMNS,
                        history(),
                        List.of(new SheetStream.Line(
                                "Serves now", active.latest().rulebook().hash()))),
                "activations.xlsx");
    }

    private RowPages<Activation> history() {
        return RowPages.of(activations.history(MOST_IN_A_FILE, Long.MAX_VALUE));
    }

    private static FormBody form(byte[] body) {
        return FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, body);
    }
}
