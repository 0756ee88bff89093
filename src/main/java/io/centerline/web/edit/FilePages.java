package io.centerline.web.edit;

import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.DraftEditor;
import io.centerline.application.DraftFolder;
import io.centerline.application.Drafts;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.web.Formats;
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
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** A file of a draft: an editor with a script, a text area without. */
@Path(DraftPages.PATH)
@Produces(MediaType.TEXT_HTML)
public final class FilePages {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 18;

    private final Bodies bodies;
    private final Drafts drafts;
    private final DraftEditor editor;

    FilePages(Bodies bodies, Drafts drafts, DraftEditor editor) {
        this.bodies = bodies;
        this.drafts = drafts;
        this.editor = editor;
    }

    /**
     * A file.
     *
     * @param folder the draft
     * @param path of the file
     * @param text as it is edited
     * @param seen the version that a save names
     * @param line to begin at; 0 for none
     * @param findings what the file says by itself
     * @param said what came of a save; empty without one
     * @param conflicts the lines of marks in the text; nothing was saved where there are some
     * @param issues why nothing was saved
     * @param nonce for the style sheet of the editor
     */
    record FilePage(
            DraftFolder folder,
            String path,
            String text,
            long seen,
            int line,
            List<FoundAt> findings,
            String said,
            List<Integer> conflicts,
            List<Issue> issues,
            String nonce)
            implements TemplateInstance {}

    /** The address of a file. */
    static String address(String id, String path) {
        return DraftPages.PATH + "/" + id + "/file?path=" + Formats.encoded(path);
    }

    /** The file that {@code path} of the query names; {@code line} is where the editor begins. */
    @GET
    @Path("{id}/file")
    @Blocking
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String path = Objects.requireNonNullElse(query.raw("path"), "");
        int line = query.number("line", 1, Integer.MAX_VALUE, 1);
        RuleFolder.fault(path)
                .ifPresent(
                        fault -> query.issue(IssueCode.VALUE_MALFORMED, "path", fault, "choose a file of the draft"));
        RefusedException.ifAny(query.issues());
        DraftFolder folder = drafts.get(id);
        String text = folder.file(path).text();
        return shown(200, folder, path, text, folder.file(path).version(), line, "", List.of(), List.of());
    }

    /**
     * Saves a file as a form.
     *
     * @param id of the draft
     * @param request the form's media type
     * @param stream the form: {@code path}, {@code seen} and {@code text}
     */
    @POST
    @Path("{id}/file")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response save(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        FormBody form = FormBody.of(request, bodies.read(request, stream));
        DraftFolder folder = drafts.get(id);
        String path = form.text("path");
        long seen = form.text("seen").matches("[0-9]{1,18}") ? Long.parseLong(form.text("seen")) : 0;
        try {
            Drafts.Saved saved = drafts.save(folder.draft().id(), path, form.text("text"), seen, null);
            DraftFolder now = drafts.get(id);
            boolean conflict = saved.outcome() == Drafts.Outcome.CONFLICT;
            return shown(
                    conflict ? 409 : 200,
                    now,
                    path,
                    saved.text(),
                    saved.version(),
                    conflict ? saved.conflicts().get(0) : 1,
                    said(saved),
                    saved.conflicts(),
                    List.of());
        } catch (RefusedException refused) {
            String kept = form.text("text");
            return shown(422, folder, path, kept, seen, 1, "", List.of(), DraftPages.issues(refused));
        }
    }

    private static String said(Drafts.Saved saved) {
        return switch (saved.outcome()) {
            case SAVED -> "Saved.";
            case MERGED -> "Saved, together with what somebody else saved meanwhile on other lines.";
            case CONFLICT -> "";
        };
    }

    private Response shown(
            int status,
            DraftFolder folder,
            String path,
            String text,
            long seen,
            int line,
            String said,
            List<Integer> conflicts,
            List<Issue> issues) {
        byte[] random = new byte[NONCE];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        List<FoundAt> findings =
                issues.isEmpty() ? FoundAt.all(folder, editor.findings(folder, path, text)) : List.of();
        FilePage page = new FilePage(folder, path, text, seen, line, findings, said, conflicts, issues, nonce);
        return Html.styled(status, page, nonce);
    }
}
