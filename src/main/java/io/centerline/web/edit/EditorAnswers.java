package io.centerline.web.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.Bodies;
import io.centerline.api.Html;
import io.centerline.application.DraftEditor;
import io.centerline.application.DraftFolder;
import io.centerline.application.Drafts;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.check.CheckReport;
import io.centerline.check.Diagnostic;
import io.centerline.check.Diagnostic.Severity;
import io.centerline.editor.Completion;
import io.centerline.editor.QuickFix;
import io.centerline.editor.TextLines;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.SourceLimits;
import io.centerline.rulebook.language.Finding;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the script of the editor asks while somebody types, as JSON. The text sent stands in place of the file; only a save keeps it. */
@Path(DraftPages.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class EditorAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MENDED = 10;
    private static final int MOST_OTHERS = 30;
    private static final int MOST_COMPLETIONS = 200;

    private final Bodies bodies;
    private final Drafts drafts;
    private final DraftEditor editor;

    EditorAnswers(Bodies bodies, Drafts drafts, DraftEditor editor) {
        this.bodies = bodies;
        this.drafts = drafts;
        this.editor = editor;
    }

    /** A finding at its place in the text that was sent. */
    record AtText(String severity, String message, String help, int from, int to, List<String> fixes) {
        static AtText of(Diagnostic found, TextLines lines, List<String> fixes) {
            Finding finding = found.finding();
            int line = finding.place().line() - 1;
            int from = lines.offset(line, finding.place().column() - 1);
            return new AtText(
                    found.severity().name(),
                    finding.message(),
                    finding.help(),
                    from,
                    Math.max(from, Math.min(from + finding.width(), lines.end(line))),
                    fixes);
        }
    }

    /** What a file says by itself. */
    record FileFindings(List<AtText> findings) {}

    /** What the whole tariff says: of the file, of others, and in one sentence. */
    record WholeFindings(List<AtText> findings, List<FoundAt> others, String said) {}

    /** A save, as {@link Drafts.Saved} has it. */
    record SaveAnswer(String outcome, String text, long version, String theirs) {}

    /** What could be written. */
    record Offer(int from, int to, String label, String insert, String kind, String detail) {
        static Offer of(Completion offer) {
            return new Offer(
                    offer.from(),
                    offer.to(),
                    offer.label(),
                    offer.insert(),
                    offer.kind().name().toLowerCase(Locale.ROOT),
                    offer.detail());
        }
    }

    /** What stands at a place. */
    record Said(int from, int to, List<String> lines) {}

    /** A text after a finding was mended, and the other files that changed with it. */
    record Mended(String text, List<String> others) {}

    private record Asked(DraftFolder folder, String path, String text, JsonNode body) {
        int offset() {
            return Math.max(0, Math.min(body.path("offset").asInt(), text.length()));
        }
    }

    /**
     * What a file says by itself.
     *
     * @param id of the draft
     * @param request the media type of the body
     * @param stream the body: {@code path} and {@code text}
     */
    @POST
    @Path("{id}/findings")
    @Blocking
    public Response findings(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        return json(new FileFindings(atText(asked, editor.findings(asked.folder(), asked.path(), asked.text()))));
    }

    /** Findings of a text, the first of them with what would mend them. */
    private List<AtText> atText(Asked asked, List<Diagnostic> found) {
        TextLines lines = new TextLines(asked.text());
        List<AtText> told = new ArrayList<>();
        for (Diagnostic each : found) {
            List<String> fixes = told.size() < MOST_MENDED
                    ? editor.fixes(asked.folder(), asked.path(), asked.text(), each).stream()
                            .map(QuickFix::title)
                            .toList()
                    : List.of();
            told.add(AtText.of(each, lines, fixes));
        }
        return told;
    }

    /** What the whole tariff says; parameters as of the findings. */
    @POST
    @Path("{id}/whole")
    @Blocking
    public Response whole(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        CheckReport report = editor.whole(asked.folder(), asked.path(), asked.text());
        List<Diagnostic> told = report.diagnostics().stream()
                .filter(found -> found.severity() != Severity.NOTE)
                .toList();
        return json(new WholeFindings(
                atText(
                        asked,
                        told.stream().filter(found -> isIn(found, asked.path())).toList()),
                told.stream()
                        .filter(found -> !isIn(found, asked.path()))
                        .limit(MOST_OTHERS)
                        .map(found -> FoundAt.of(asked.folder(), found))
                        .toList(),
                said(report)));
    }

    private static boolean isIn(Diagnostic found, String path) {
        return FoundAt.path(found.finding().place()).equals(path);
    }

    private static String said(CheckReport report) {
        long errors = report.count(Severity.ERROR);
        return (errors == 0 ? "Sound" : errors == 1 ? "1 error" : errors + " errors") + ", "
                + report.summary().rules() + " rules, " + report.summary().cases() + " cases, "
                + report.summary().scenarioCases() + " questions of scenarios"
                + (report.summary().complete() ? "." : "; cases and scenarios wait until the rules have no errors.");
    }

    /** What could be written at {@code offset}; parameters else as of the findings. */
    @POST
    @Path("{id}/completions")
    @Blocking
    public Response completions(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        return json(editor.completions(asked.folder(), asked.path(), asked.text(), asked.offset()).stream()
                .limit(MOST_COMPLETIONS)
                .map(Offer::of)
                .toList());
    }

    /** What stands at {@code offset}; parameters else as of the findings. */
    @POST
    @Path("{id}/hover")
    @Blocking
    public Response hover(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        return json(editor.hover(asked.folder(), asked.path(), asked.text(), asked.offset())
                .map(hover -> new Said(
                        hover.from(),
                        hover.to(),
                        hover.markdown()
                                .replaceAll("[`*]", "")
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()))
                .orElse(new Said(0, 0, List.of())));
    }

    /**
     * Mends the finding with the message {@code message} that begins at {@code from}, in the way with the number {@code fix}. The
     * text comes back; other files are changed in the draft.
     */
    @POST
    @Path("{id}/fix")
    @Blocking
    public Response fix(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        int number = asked.body().path("fix").asInt();
        QuickFix fix = found(asked)
                .map(found -> editor.fixes(asked.folder(), asked.path(), asked.text(), found))
                .filter(fixes -> number >= 0 && number < fixes.size())
                .map(fixes -> fixes.get(number))
                .orElseThrow(() -> refused("", "nothing mends this any more", "look at the findings again"));
        List<String> others = new ArrayList<>();
        fix.changed().forEach((path, text) -> {
            if (!path.equals(asked.path())
                    && !text.equals(asked.folder().file(path).text())) {
                Drafts.Saved saved = drafts.save(
                        asked.folder().draft().id(),
                        path,
                        text,
                        asked.folder().file(path).version(),
                        asked.folder().file(path).text());
                if (saved.outcome() == Drafts.Outcome.CONFLICT) {
                    throw refused("", "somebody else changed the same lines of `" + path + "` meanwhile", "look again");
                }
                others.add(path);
            }
        });
        return json(new Mended(fix.changed().getOrDefault(asked.path(), asked.text()), others));
    }

    private Optional<Diagnostic> found(Asked asked) {
        TextLines lines = new TextLines(asked.text());
        return Stream.concat(
                        editor.findings(asked.folder(), asked.path(), asked.text()).stream(),
                        Stream.of(asked)
                                .flatMap(each ->
                                        editor.whole(each.folder(), each.path(), each.text()).diagnostics().stream()))
                .filter(found -> isIn(found, asked.path()))
                .filter(found -> {
                    AtText at = AtText.of(found, lines, List.of());
                    return at.from() == asked.body().path("from").asInt()
                            && at.message().equals(asked.body().path("message").asText());
                })
                .findFirst();
    }

    /** Saves a text; {@code seen} is the version that its writer saw and {@code origin} the text they began with. */
    @POST
    @Path("{id}/save")
    @Blocking
    public Response save(@PathParam("id") String id, @Context HttpServerRequest request, InputStream stream) {
        Asked asked = read(id, request, stream);
        JsonNode origin = asked.body().path("origin");
        Drafts.Saved saved = drafts.save(
                asked.folder().draft().id(),
                asked.path(),
                asked.text(),
                asked.body().path("seen").asLong(),
                origin.isTextual() ? origin.textValue() : null);
        SaveAnswer answer = new SaveAnswer(saved.outcome().name(), saved.text(), saved.version(), saved.theirs());
        return Html.json(saved.outcome() == Drafts.Outcome.CONFLICT ? 409 : 200, bytes(answer));
    }

    private Asked read(String id, HttpServerRequest request, InputStream stream) {
        JsonNode body;
        try {
            body = JSON.readTree(bodies.read(request, stream));
        } catch (IOException malformed) {
            throw refused("", "the body is not well-formed JSON", "send `{\"path\": …, \"text\": …}`");
        }
        JsonNode path = body.path("path");
        JsonNode text = body.path("text");
        if (!path.isTextual() || !text.isTextual()) {
            throw refused("", "`path` and `text` are missing, or are no texts", "send both");
        }
        RuleFolder.fault(path.textValue()).ifPresent(fault -> {
            throw refused("/path", fault, "choose a file of the draft");
        });
        if (text.textValue().length() > SourceLimits.DEFAULT.fileBytes()) {
            throw refused(
                    "/text",
                    "the text has " + (text.textValue().length() >> 10)
                            + " KiB, and a file of a rule folder has at most "
                            + (SourceLimits.DEFAULT.fileBytes() >> 10) + " KiB",
                    "leave out what does not belong there; nothing was saved");
        }
        return new Asked(drafts.get(id), path.textValue(), text.textValue(), body);
    }

    private static RefusedException refused(String pointer, String message, String help) {
        return new RefusedException(
                FailureKind.INVALID_REQUEST, List.of(new Issue(IssueCode.VALUE_MALFORMED, pointer, message, help)));
    }

    private static Response json(Object answer) {
        return Html.json(200, bytes(answer));
    }

    private static byte[] bytes(Object answer) {
        try {
            return JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an answer can be written", impossible);
        }
    }
}
