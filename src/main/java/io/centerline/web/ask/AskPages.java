package io.centerline.web.ask;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.RulebookUncertain;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.ListFile;
import io.centerline.api.ListFormat;
import io.centerline.api.Query;
import io.centerline.api.SheetStream;
import io.centerline.application.BusyException;
import io.centerline.application.Failure;
import io.centerline.application.FilePlacements;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.store.StoreFault;
import io.centerline.store.StoreUnavailable;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The page that answers "which Center?", and places importers from lines or a file. */
@Path("/")
public final class AskPages {
    private static final List<AskForm.Fault> AWAY = List.of(new AskForm.Fault(
            "the database does not answer",
            "Press the button again in a moment. Nothing is recorded twice, however often you press it."));

    private final Questions questions;
    private final Placing placing;
    private final FilePlacements placements;
    private final AnswerFiles files;
    private final Bodies bodies;
    private final ActiveRulebook active;
    private final Clock clock;

    AskPages(
            Questions questions,
            Placing placing,
            FilePlacements placements,
            AnswerFiles files,
            Bodies bodies,
            ActiveRulebook active,
            Clock clock) {
        this.questions = questions;
        this.placing = placing;
        this.placements = placements;
        this.files = files;
        this.bodies = bodies;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param quick what was asked in the one field
     * @param form the form that places importers
     * @param placed its answer; null when there is none
     * @param examples what the page can be tried with
     */
    record AskPage(
            QuickAnswer quick, AskForm form, @Nullable FileAnswer placed, List<AskExample> examples)
            implements TemplateInstance {}

    /** The page, with the answer to {@code q} of the query, or to the lines of {@code example}. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response ask(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String named = query.word("example", AskExample.keys());
        QuickAnswer quick = questions.answer(
                Objects.requireNonNullElse(query.raw("q"), ""),
                Objects.requireNonNullElse(query.raw("asOf"), ""),
                today());
        RefusedException.ifAny(query.issues());
        Optional<AskExample> example = named == null ? Optional.empty() : AskExample.find(named);
        AskForm form = example.map(each -> AskForm.blank(AskExample.AS_OF, each.lines()))
                .orElseGet(() -> AskForm.blank(today(), ""));
        FileAnswer placed = example.isEmpty() ? null : placing.shown(form);
        return asked(quick, form, placed);
    }

    private static Response asked(QuickAnswer quick, AskForm form, @Nullable FileAnswer placed) {
        boolean sound = quick.answer() != null
                || quick.ofAsked().isEmpty() && quick.ofAsOf().isEmpty();
        return Html.answer(sound ? 200 : 422, page(quick, form, placed));
    }

    /** Leads what was typed to the page's address; what no address may hold is answered here. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response ask(@Context HttpServerRequest request, InputStream body) {
        FormBody typed = form(request, body);
        String address = QuickAnswer.address(typed.text("q"), typed.text("asOf"));
        return QuickAnswer.fits(address)
                ? Html.seeOther("/" + address)
                : asked(
                        questions.answer(typed.text("q"), typed.text("asOf"), today()),
                        AskForm.blank(today(), ""),
                        null);
    }

    private static AskPage page(QuickAnswer quick, AskForm form, @Nullable FileAnswer placed) {
        return new AskPage(quick, form, placed, List.of(AskExample.values()));
    }

    /** What is known of the numbers {@code q} of the query, as CSV. */
    @GET
    @Path("numbers.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response numbers(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        return numbers(Objects.requireNonNullElse(query.raw("q"), ""), query);
    }

    /** The same for more numbers than an address has room for. */
    @POST
    @Path("numbers.csv")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response numbers(@Context HttpServerRequest request, InputStream body) {
        FormBody typed = form(request, body);
        return numbers(typed.text("q"), typed.query("asOf"));
    }

    private Response numbers(String asked, Query days) {
        LocalDate day = days.day("asOf", today(), active.latest().rulebook().firstCoveredDay());
        RefusedException.ifAny(days.issues());
        return ListFile.of(
                AnswerFiles.numbers(placing.numbers(NumberList.of(asked), day), day),
                ListFormat.CSV.contentType(),
                "numbers.csv");
    }

    /** Where a browser comes that asks for an answer again. */
    @GET
    @Path("place")
    public Response again() {
        return Html.seeOther("/");
    }

    /** Places the importers of the form's lines, and records nothing. */
    @POST
    @Path("place")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response place(
            @Context HttpServerRequest request, @HeaderParam("HX-Request") @Nullable String part, InputStream body) {
        AskForm form = read(request, body);
        return answered(form, part != null, sound -> shown(sound, placing.shown(sound), part != null));
    }

    /** Records the decision on one importer of the form's lines. */
    @POST
    @Path("record")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response record(
            @Context HttpServerRequest request, @HeaderParam("HX-Request") @Nullable String part, InputStream body) {
        AskForm form = read(request, body);
        return answered(form, false, sound -> recorded(sound, part != null));
    }

    private Response recorded(AskForm form, boolean part) {
        FileAnswer placed = placing.shown(form);
        PlacedImporter whole = placed.whole();
        if (whole == null || whole.isNobody()) {
            return Html.answer(
                    422, page(QuickAnswer.blank(today()), form.withImporterFaults(AskForm.noImporter()), placed));
        }
        try {
            UUID recorded = placements
                    .record(whole.decision(), form.key())
                    .toCompletableFuture()
                    .join();
            return goOn("/decisions/" + recorded, part);
        } catch (CompletionException failed) {
            if (!isAway(failed.getCause())) {
                throw failed;
            }
            return later(
                    Failure.of(failed).retryAfter(), page(QuickAnswer.blank(today()), form.withFaults(AWAY), placed));
        }
    }

    /** Where a browser goes on. The script asks for parts of pages, so it is told to open a whole one. */
    private static Response goOn(String address, boolean part) {
        return part ? Response.noContent().header("HX-Redirect", address).build() : Html.seeOther(address);
    }

    /** The answer as a workbook. */
    @POST
    @Path("place.xlsx")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public Response workbook(@Context HttpServerRequest request, InputStream body) {
        return answered(
                read(request, body), false, form -> ListFile.of(files.workbook(form), SheetStream.TYPE, "answer.xlsx"));
    }

    /** The answer as CSV. */
    @POST
    @Path("place.csv")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public Response csv(@Context HttpServerRequest request, InputStream body) {
        return answered(
                read(request, body),
                false,
                form -> ListFile.of(files.csv(form), ListFormat.CSV.contentType(), "answer.csv"));
    }

    /** The decisions as JSON, one a line. */
    @POST
    @Path("place.ndjson")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public Response lines(@Context HttpServerRequest request, InputStream body) {
        return answered(
                read(request, body),
                false,
                form -> ListFile.of(files.lines(form), ListFormat.NDJSON.contentType(), "decisions.ndjson"));
    }

    /** The rejected rows as CSV. */
    @POST
    @Path("place.rejects.csv")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Blocking
    public Response rejects(@Context HttpServerRequest request, InputStream body) {
        return answered(
                read(request, body),
                false,
                form -> ListFile.of(files.rejects(form), ListFormat.CSV.contentType(), "rejects.csv"));
    }

    private AskForm read(HttpServerRequest request, InputStream body) {
        return AskForm.read(
                form(request, body), today(), active.latest().rulebook().firstCoveredDay());
    }

    private FormBody form(HttpServerRequest request, InputStream body) {
        return FormBody.of(request, bodies.read(request, body));
    }

    /** What a form is answered with; when it cannot be, the form with what is wrong. */
    private Response answered(AskForm form, boolean part, Function<AskForm, Response> answer) {
        try {
            return form.isSound() ? placing.inTurn(form, answer) : refused(form, part);
        } catch (BusyException busy) {
            Failure failure = Failure.of(busy);
            AskForm again = form.withFaults(List.of(new AskForm.Fault(failure.detail(), "")));
            return later(failure.retryAfter(), formAgain(again, part));
        } catch (RefusedException refusal) {
            Failure failure = refusal.failure();
            List<Issue> issues = failure.issues();
            List<AskForm.Fault> faults = new ArrayList<>();
            if (issues == null) {
                faults.add(new AskForm.Fault(failure.detail(), ""));
            } else {
                faults.addAll(AskForm.Fault.of(issues));
            }
            return refused(form.withFaults(faults), part);
        } catch (RuntimeException failed) {
            if (!isAway(failed)) {
                throw failed;
            }
            return later(Failure.of(failed).retryAfter(), formAgain(form.withFaults(AWAY), part));
        }
    }

    /** Whether the database does not answer, so that the same form can be answered later. */
    private static boolean isAway(@Nullable Throwable failed) {
        return failed instanceof StoreUnavailable
                || failed instanceof RulebookUncertain
                || (failed instanceof JdbiException && StoreFault.isOfTheDatabase(failed));
    }

    private Response refused(AskForm form, boolean part) {
        return Html.answer(422, formAgain(form, part));
    }

    private AskPage formAgain(AskForm form, boolean part) {
        return page(QuickAnswer.blank(today()), part ? form.withoutContent() : form, null);
    }

    private static Response later(int seconds, AskPage page) {
        return Response.fromResponse(Html.answer(503, page))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private Response shown(AskForm sent, FileAnswer placed, boolean part) {
        AskForm form = sent.withFaults(placed.unread());
        return Html.answer(
                placed.count() == 0 ? 422 : 200,
                page(QuickAnswer.blank(today()), part ? form.withoutContent() : form, placed));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
