package io.centerline.web.edit;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DraftChecks;
import io.centerline.application.DraftFolder;
import io.centerline.application.Drafts;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.check.Diagnostic;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.edit.ChangedFiles;
import io.centerline.rulebook.edit.EditRefused;
import io.centerline.rulebook.edit.FolderChange;
import io.centerline.rulebook.language.Rule;
import io.centerline.tariff.Schedule;
import io.centerline.text.Sha256;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of law as forms: what was typed, the diff it makes, and taking it into the draft. */
@Path(DraftPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ChangePages {
    private static final Issue ANOTHER_DIFF = new Issue(
            IssueCode.VALUE_UNKNOWN,
            "/change",
            "this is not the diff that was shown: the draft or the form was changed meanwhile",
            "look at the diff again, then take it");

    private final Bodies bodies;
    private final Drafts drafts;
    private final DraftChecks checks;
    private final ActiveRulebook active;
    private final Schedule schedule;

    ChangePages(Bodies bodies, Drafts drafts, DraftChecks checks, ActiveRulebook active, Schedule schedule) {
        this.bodies = bodies;
        this.drafts = drafts;
        this.checks = checks;
        this.active = active;
        this.schedule = schedule;
    }

    /**
     * A form, and what it would change.
     *
     * @param folder the draft
     * @param form the form
     * @param made what it would change; null before it was sent, and when it cannot be made
     * @param kinds what can be done as a form
     */
    record ChangePage(
            DraftFolder folder, ChangeForm form, @Nullable Made made, List<ChangeForm.Kind> kinds)
            implements TemplateInstance {
        ChangePage(DraftFolder folder, ChangeForm form, @Nullable Made made) {
            this(folder, form, made, List.of(ChangeForm.Kind.values()));
        }
    }

    /**
     * A change as made.
     *
     * @param diff as text
     * @param errors what the check of the result refuses
     * @param seen the digest of the diff, which a person who takes it sends back
     */
    record Made(DiffText diff, List<FoundAt> errors, String seen) {}

    /** The form that {@code kind} of the query names; other members of the query are filled into it. */
    @GET
    @Path("{id}/change")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        DraftFolder folder = drafts.get(id);
        FormBody typed = FormBody.of(
                MediaType.APPLICATION_FORM_URLENCODED_TYPE,
                Objects.requireNonNullElse(request.query(), "").getBytes(StandardCharsets.ISO_8859_1));
        Query query = Query.ofForm(request.query());
        String word = Objects.requireNonNullElse(query.raw("kind"), ChangeForm.Kind.MOVE.word());
        return Html.ok(new ChangePage(folder, new ChangeForm(kind(word), typed, List.of()), null));
    }

    private static ChangeForm.Kind kind(String word) {
        return ChangeForm.Kind.find(word)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.INVALID_REQUEST,
                        "`kind` is none of "
                                + Arrays.stream(ChangeForm.Kind.values())
                                        .map(ChangeForm.Kind::word)
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Shows what a change makes, or takes it into the draft.
     *
     * @param id of the draft
     * @param request the form's media type
     * @param stream the form: {@code kind}, the fields of the kind, and {@code take} to take it with {@code seen}, the
     *     digest of the diff that was shown
     */
    @POST
    @Path("{id}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response change(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        FormBody typed = FormBody.of(request, bodies.read(request, stream));
        DraftFolder folder = drafts.get(id);
        ChangeReader.Read read =
                ChangeReader.read(new ChangeForm(kind(typed.text("kind")), typed, List.of()), checks.today());
        FolderChange change = read.change();
        if (change == null) {
            return Html.answer(422, new ChangePage(folder, read.form(), null));
        }
        try {
            RuleFolder before = folder.folder();
            ChangedFiles changed = ChangedFiles.between(
                    before,
                    change.of(
                            before,
                            schedule,
                            active.latest().rulebook().rules().stream()
                                    .map(Rule::id)
                                    .toList()));
            String seen = Sha256.name(Sha256.of(changed.diff().getBytes(StandardCharsets.UTF_8)));
            boolean takes = typed.value("take") != null;
            boolean meant =
                    Objects.requireNonNullElse(typed.value("seen"), seen).equals(seen);
            if (takes
                    && meant
                    && drafts.take(
                            folder.draft().id(), changed.after(), folder.draft().version())) {
                return Html.seeOther(DraftPages.PATH + "/" + id);
            }
            ChangeForm shown = takes ? read.form().with(List.of(ANOTHER_DIFF)) : read.form();
            SortedMap<String, String> files = folder.files();
            files.putAll(changed.after());
            List<FoundAt> errors = checks.check(RuleFolder.of(files)).report().diagnostics().stream()
                    .filter(found -> found.severity() == Diagnostic.Severity.ERROR)
                    .map(found -> FoundAt.of(folder, found))
                    .toList();
            return Html.answer(
                    takes ? 422 : 200,
                    new ChangePage(folder, shown, new Made(DiffText.of(changed.diff()), errors, seen)));
        } catch (EditRefused refused) {
            return refused(folder, read.form(), String.valueOf(refused.getMessage()), refused.help());
        } catch (RefusedException refused) {
            Issue first = DraftPages.issues(refused).get(0);
            return refused(folder, read.form(), first.message(), first.help());
        }
    }

    private static Response refused(DraftFolder folder, ChangeForm form, String message, String help) {
        Issue issue = new Issue(IssueCode.VALUE_UNKNOWN, "/change", message, help);
        return Html.answer(422, new ChangePage(folder, form.with(List.of(issue)), null));
    }
}
