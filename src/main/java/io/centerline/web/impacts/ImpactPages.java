package io.centerline.web.impacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.UnknownRulebook;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.ImpactIntake;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.application.BusyException;
import io.centerline.application.DecisionLookup;
import io.centerline.application.DecisionReplay;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import io.centerline.application.ImpactReports;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.CaseSelection;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.web.FlowPicture;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom a stored rulebook would move: the runs over the journal, and what each found. */
@Path("/rules/impacts")
public final class ImpactPages {
    private static final int MOST_LISTED = 50;
    private static final int MOST_RULEBOOKS = 100;
    private static final int PAGE = 100;
    private static final int LOWEST_HEADING = 5;

    private final Bodies bodies;
    private final ImpactReports reports;
    private final DecisionLookup decisions;
    private final DecisionReplay replays;
    private final RulebookStore versions;
    private final ActiveRulebook active;

    ImpactPages(
            Bodies bodies,
            ImpactReports reports,
            DecisionLookup decisions,
            DecisionReplay replays,
            RulebookStore versions,
            ActiveRulebook active) {
        this.bodies = bodies;
        this.reports = reports;
        this.decisions = decisions;
        this.replays = replays;
        this.versions = versions;
        this.active = active;
    }

    /**
     * The runs, and the form that starts one.
     *
     * @param runs the last one asked for first
     * @param candidate the rulebook to ask about
     * @param choice which decisions it is asked about
     * @param refusal why no run was started; empty when none was asked for, or the fields say it
     */
    record ListPage(List<ImpactRun> runs, FormField candidate, List<FormField> choice, String refusal)
            implements TemplateInstance {}

    /**
     * One run.
     *
     * @param run how it stands
     * @param level of its first heading: 1 on a page of its own, lower within another page
     * @param below the level of the headings below it
     * @param ended whether it changes no more
     * @param took how long it took, in seconds to one decimal; empty until it ended
     * @param found what it found; null until it is done
     * @param picture the moves; null until it is done
     * @param from only importers that move from here; empty for all
     * @param to only importers that move to here; empty for all
     * @param importers those shown
     * @param start place of the first of them
     * @param next place of the first on the next page; null at the end
     */
    record RunPage(
            ImpactRun run,
            int level,
            int below,
            boolean ended,
            String took,
            @Nullable ImpactFindings found,
            @Nullable FlowPicture picture,
            String from,
            String to,
            List<ImpactFindings.Touched> importers,
            int start,
            @Nullable Integer next)
            implements TemplateInstance {}

    /**
     * A decision under both rulebooks.
     *
     * @param run whose candidate it is
     * @param decision its id
     * @param both the two
     */
    record BothPage(ImpactRun run, String decision, BothRulebooks both) implements TemplateInstance {}

    /** The runs of all replicas, and the form; {@code candidate} of the query is chosen in it. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        query.raw("candidate");
        RefusedException.ifAny(query.issues());
        String typed = request.query() == null ? "" : request.query();
        return Html.ok(listed(form(typed.getBytes(StandardCharsets.ISO_8859_1)), List.of(), ""));
    }

    /**
     * Starts a run, and leads to its page.
     *
     * @param request the form's media type
     * @param stream the form: {@code candidate}, {@code importer}, {@code sample}, {@code asOf}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response start(@Context HttpServerRequest request, InputStream stream) {
        FormBody form = form(bodies.read(request, stream));
        ObjectNode json = form.json("candidate", "asOf");
        String sample = form.value("sample");
        if (sample != null && sample.matches("-?[0-9]{1,18}")) {
            json.put("sample", Long.parseLong(sample));
        } else if (sample != null) {
            json.put("sample", sample);
        }
        if (form.value("importer") != null) {
            json.set("filter", form.json("importer"));
        }
        ImpactIntake.Asked asked = new ImpactIntake(active.latest().rulebook().firstCoveredDay())
                .read(json.toString().getBytes(StandardCharsets.UTF_8));
        if (form.value("candidate") == null) {
            return Html.answer(
                    422, listed(form, beside(IssueCode.FIELD_MISSING, "no rulebook is chosen", asked.issues()), ""));
        }
        if (!asked.issues().isEmpty()) {
            return Html.answer(422, listed(form, asked.issues(), ""));
        }
        try {
            ImpactReports.Report report =
                    reports.start(asked.candidate(), new CaseSelection(asked.filter(), asked.sample(), asked.asOf()));
            return Html.seeOther("/rules/impacts/" + report.run().id());
        } catch (UnknownRulebook unknown) {
            return Html.answer(
                    422,
                    listed(form, beside(IssueCode.VALUE_UNKNOWN, String.valueOf(unknown.getMessage()), List.of()), ""));
        } catch (BusyException refused) {
            return Html.answer(422, listed(form, List.of(), Failure.of(refused).detail()));
        }
    }

    /** What is wrong with the candidate, and what else is wrong. */
    private static List<Issue> beside(IssueCode code, String message, List<Issue> others) {
        return Stream.concat(
                        Stream.of(new Issue(code, "/candidate", message, "")),
                        others.stream().filter(issue -> !issue.pointer().equals("/candidate")))
                .toList();
    }

    private ListPage listed(FormBody typed, List<Issue> issues, String refusal) {
        String serving = active.latest().rulebook().hash();
        return new ListPage(
                reports.list(MOST_LISTED),
                field(typed, "candidate", "Candidate", "select", "choose")
                        .choosing(versions.list(MOST_RULEBOOKS).stream()
                                .map(stored -> Option.of(stored, serving))
                                .toList())
                        .judged(issues),
                List.of(
                        field(typed, "importer", "Importer, if only one", "text", "12-345678900")
                                .judged(issues, issue -> issue.pointer().equals("/filter/importer")),
                        field(typed, "sample", "Latest decisions, if not all", "text", "10000")
                                .judged(issues),
                        field(typed, "asOf", "As of, if not each its own day", "date", "")
                                .judged(issues)),
                refusal);
    }

    private static FormField field(FormBody typed, String name, String label, String type, String hint) {
        return FormField.of(name, label, type, typed.text(name), hint);
    }

    /**
     * How a run stands, and what it found once it is done; {@code from} and {@code to} of the query choose importers,
     * {@code level} is that of its first heading where another page shows it.
     *
     * @param id the id of a run
     * @param request the request's query string
     */
    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String from = Objects.requireNonNullElse(query.raw("from"), "");
        String to = Objects.requireNonNullElse(query.raw("to"), "");
        int start = query.number("start", 0, Integer.MAX_VALUE, 0);
        int level = query.number("level", 1, LOWEST_HEADING, 1);
        RefusedException.ifAny(query.issues());
        ImpactReports.Report report = report(id);
        ImpactRun run = report.run();
        ImpactFindings found = report.result() == null ? null : ImpactFindings.of(report.result());
        List<ImpactFindings.Touched> importers = found == null ? List.of() : chosen(found, from, to);
        int first = Math.min(start, importers.size());
        int end = Math.min(importers.size(), first + PAGE);
        return Html.ok(new RunPage(
                run,
                level,
                level + 1,
                run.state() != ImpactRun.State.QUEUED && run.state() != ImpactRun.State.RUNNING,
                took(run),
                found,
                found == null ? null : FlowPicture.of(found.flows()),
                from,
                to,
                importers.subList(first, end),
                first,
                end < importers.size() ? end : null));
    }

    /**
     * A decision as it was recorded and under the candidate of a run, side by side.
     *
     * @param id the id of a run
     * @param decision the id of a decision
     */
    @GET
    @Path("{id}/decisions/{decision}")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response both(
            @PathParam("id") String id, @PathParam("decision") String decision, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        ImpactRun run = report(id).run();
        return Html.ok(new BothPage(
                run,
                decision,
                BothRulebooks.of(decisions.getWhole(decision), replays.replay(decision, run.candidate()))));
    }

    /** The importers of a run as CSV, with the choice of the page. */
    @GET
    @Path("{id}/importers.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@PathParam("id") String id, @Context HttpServerRequest request) {
        return ListFile.csv(ImporterColumns.COLUMNS, RowPages.of(chosen(id, request)), "importers.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("{id}/importers.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response workbook(@PathParam("id") String id, @Context HttpServerRequest request) {
        return ListFile.workbook(
                new SheetStream<>(
                        "Importers",
                        ImporterColumns.COLUMNS,
                        RowPages.of(chosen(id, request)),
                        List.of(new SheetStream.Line("Impact report", id))),
                "importers.xlsx");
    }

    private List<ImpactFindings.Touched> chosen(String id, HttpServerRequest request) {
        Query query = new Query(request.query());
        String from = Objects.requireNonNullElse(query.raw("from"), "");
        String to = Objects.requireNonNullElse(query.raw("to"), "");
        RefusedException.ifAny(query.issues());
        String result = report(id).result();
        return result == null ? List.of() : chosen(ImpactFindings.of(result), from, to);
    }

    private static List<ImpactFindings.Touched> chosen(ImpactFindings found, String from, String to) {
        return found.examples().stream()
                .filter(touched -> (from.isEmpty() || touched.from().equals(from))
                        && (to.isEmpty() || touched.to().equals(to)))
                .toList();
    }

    private static String took(ImpactRun run) {
        Instant end = run.finishedAt();
        return end == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f",
                        Duration.between(run.askedAt(), end).toMillis() / 1000.0);
    }

    private ImpactReports.Report report(String id) {
        return DecisionLookup.parse(id)
                .flatMap(reports::find)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no run over the journal has this id; `GET /v1/rulebooks/impacts` lists those there are"));
    }

    private static FormBody form(byte[] body) {
        return FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, body);
    }
}
