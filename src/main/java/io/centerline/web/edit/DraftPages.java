package io.centerline.web.edit;

import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DraftFolder;
import io.centerline.application.Drafts;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.drafts.FolderDraft;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The drafts, and one of them with its files. */
@Path(DraftPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class DraftPages {
    static final String PATH = "/rules/edit";

    private static final int LONGEST_NAME = 100;

    private final Bodies bodies;
    private final Drafts drafts;

    DraftPages(Bodies bodies, Drafts drafts) {
        this.bodies = bodies;
        this.drafts = drafts;
    }

    /**
     * The drafts, and the form that begins one.
     *
     * @param drafts open ones first
     * @param name as typed
     * @param author as typed
     * @param ofName what is wrong with the name
     * @param ofAuthor what is wrong with the author
     */
    record DraftsPage(List<FolderDraft> drafts, String name, String author, List<Issue> ofName, List<Issue> ofAuthor)
            implements TemplateInstance {}

    /**
     * A draft.
     *
     * @param folder the draft with its files
     * @param diff what it changes, as text
     * @param listed the paths of its files by the folder they lie in
     * @param kinds what can be done as a form
     * @param path the path of a new file as typed
     * @param issues what is wrong with it
     */
    record DraftPage(
            DraftFolder folder,
            DiffText diff,
            SortedMap<String, List<String>> listed,
            List<ChangeForm.Kind> kinds,
            String path,
            List<Issue> issues)
            implements TemplateInstance {

        static DraftPage of(DraftFolder folder, String path, List<Issue> issues) {
            SortedMap<String, List<String>> listed = new TreeMap<>();
            folder.files()
                    .keySet()
                    .forEach(file -> listed.computeIfAbsent(
                                    file.contains("/") ? file.substring(0, file.indexOf('/')) : ".",
                                    each -> new ArrayList<>())
                            .add(file));
            return new DraftPage(
                    folder, DiffText.of(folder.diff()), listed, List.of(ChangeForm.Kind.values()), path, issues);
        }
    }

    /** The list, and the form. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return Html.ok(new DraftsPage(drafts.list(), "", "", List.of(), List.of()));
    }

    /**
     * Begins a draft of what serves, and leads to it.
     *
     * @param request the form's media type
     * @param stream the form: {@code name} and {@code author}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response begin(@Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(request, bodies.read(request, stream));
        Query ofName = form.query("name");
        String name = ofName.statement("name").strip();
        Query ofAuthor = form.query("author");
        String author = ofAuthor.statement("author").strip();
        if (name.length() > LONGEST_NAME) {
            ofName.issue(
                    IssueCode.TEXT_TOO_LONG,
                    "name",
                    "the name has more than " + LONGEST_NAME + " characters",
                    "shorten it");
        }
        List<Issue> wrong = new ArrayList<>(ofName.issues());
        if (wrong.isEmpty() && ofAuthor.issues().isEmpty()) {
            try {
                return Html.seeOther(PATH + "/" + drafts.begin(name, author).id());
            } catch (RefusedException refused) {
                wrong.addAll(issues(refused));
            }
        }
        return Html.answer(
                422, new DraftsPage(drafts.list(), form.text("name"), form.text("author"), wrong, ofAuthor.issues()));
    }

    static List<Issue> issues(RefusedException refused) {
        Failure failure = refused.failure();
        return Objects.requireNonNullElse(
                failure.issues(), List.of(new Issue(IssueCode.VALUE_UNKNOWN, "", failure.detail(), "")));
    }

    /** A draft. */
    @GET
    @Path("{id}")
    @Blocking
    public Response get(@PathParam("id") String id) {
        return Html.ok(DraftPage.of(drafts.get(id), "", List.of()));
    }

    /**
     * Closes, opens, deletes or carries over a draft, or leads to a file that is not there yet.
     *
     * @param id of the draft
     * @param request the form's media type
     * @param stream the form: {@code do}, with {@code new} also {@code path}
     */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response act(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(request, bodies.read(request, stream));
        DraftFolder folder = drafts.get(id);
        FolderDraft draft = folder.draft();
        switch (form.text("do")) {
            case "close" -> drafts.close(draft.id(), true);
            case "open" -> drafts.close(draft.id(), false);
            case "carry" -> drafts.carryOver(draft.id());
            case "delete" -> {
                drafts.delete(draft.id());
                return Html.seeOther(PATH);
            }
            case "new" -> {
                String path = form.text("path").strip();
                List<Issue> issues = RuleFolder.fault(path)
                        .map(fault -> List.of(new Issue(
                                IssueCode.VALUE_MALFORMED,
                                "?path",
                                fault,
                                "write a path such as `membership/toys.drl` or `scenarios/tie.yaml`")))
                        .orElse(List.of());
                return issues.isEmpty()
                        ? Html.seeOther(FilePages.address(id, path))
                        : Html.answer(422, DraftPage.of(folder, path, issues));
            }
            default ->
                throw new RefusedException(
                        FailureKind.INVALID_REQUEST,
                        "field `do` says none of `close`, `open`, `carry`, `delete` and `new`");
        }
        return Html.seeOther(PATH + "/" + draft.id());
    }
}
