package io.centerline.api.rulebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Replicas;
import io.centerline.activation.RulebookStore;
import io.centerline.activation.StoredRulebook;
import io.centerline.activation.WatchedFolder;
import io.centerline.api.Accepts;
import io.centerline.api.EntityTags;
import io.centerline.api.Query;
import io.centerline.api.RuleUpload;
import io.centerline.application.RefusedException;
import io.centerline.application.RulebookChecks;
import io.centerline.application.RulebookComparison;
import io.centerline.application.RulebookUploads;
import io.centerline.application.UploadedRulebook;
import io.centerline.check.ReportJson;
import io.centerline.rulebook.RuleFolder;
import io.centerline.text.Echo;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** Rulebooks before they serve, the one that does, and those that did. */
@Path("/v1/rulebooks")
@Produces(MediaType.APPLICATION_JSON)
public final class RulebooksResource {
    private static final int MOST = 1_000;

    private final RuleUpload upload;
    private final RulebookChecks checks;
    private final RulebookUploads uploads;
    private final RulebookComparison comparison;
    private final RulebookStore versions;
    private final ActiveRulebook active;
    private final Replicas replicas;
    private final WatchedFolder folder;
    private final ObjectMapper json;

    RulebooksResource(
            RuleUpload upload,
            RulebookChecks checks,
            RulebookUploads uploads,
            RulebookComparison comparison,
            RulebookStore versions,
            ActiveRulebook active,
            Replicas replicas,
            WatchedFolder folder,
            ObjectMapper json) {
        this.upload = upload;
        this.checks = checks;
        this.uploads = uploads;
        this.comparison = comparison;
        this.versions = versions;
        this.active = active;
        this.replicas = replicas;
        this.folder = folder;
        this.json = json;
    }

    /**
     * Stored rulebooks.
     *
     * @param rulebooks the last one stored first
     */
    public record Stored(List<Entry> rulebooks) {}

    /**
     * One stored rulebook.
     *
     * @param rulebook hash of its rules
     * @param author who stored it first
     * @param storedAt when, with zone
     * @param active whether it serves here
     */
    public record Entry(String rulebook, String author, String storedAt, boolean active) {}

    /**
     * A rulebook that was sent and stored.
     *
     * @param rulebook hash of its rules
     * @param author who stored it first
     * @param storedAt when, with zone
     * @param active whether it serves here
     * @param history in what it departs from the history of what serves; its activation needs a correction unless this is
     *     empty
     */
    public record Uploaded(
            String rulebook, String author, String storedAt, boolean active, List<HistoryFindingAnswer> history) {}

    /**
     * The sources of a rulebook.
     *
     * @param rulebook hash of its rules
     * @param author who stored it first
     * @param storedAt when, with zone
     * @param active whether it serves here
     * @param files text of each file by its path: rules, cases and scenarios
     */
    public record Sources(
            String rulebook, String author, String storedAt, boolean active, SortedMap<String, String> files) {}

    /**
     * Checks uploaded rules: language, proofs, cases and scenarios. Changes nothing; an unsound rulebook is an answer, an
     * upload that cannot be read is a problem.
     *
     * @param request the request's query string and media type
     * @param stream a zip archive or JSON {@code {"files": {path: text}}}
     */
    @POST
    @Path("check")
    @Consumes({MediaType.APPLICATION_JSON, RuleUpload.ZIP})
    @Blocking
    public byte[] check(@Context HttpServerRequest request, InputStream stream) {
        RefusedException.ifAny(new Query(request.query()).issues());
        RuleFolder folder = upload.read(request, stream);
        return ReportJson.write(checks.check(folder), UnaryOperator.identity());
    }

    /**
     * Checks uploaded rules and, when they are sound, stores them under the hash of the rule files, to be activated or
     * compared. What is stored already stays as it is and is answered as well. Rules that change answers for past days are
     * stored too, and the answer says so.
     *
     * @param request the request's media type and query string, with the {@code author}
     * @param stream as for a check
     */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, RuleUpload.ZIP})
    @Blocking
    public Response store(@Context HttpServerRequest request, InputStream stream) {
        Query query = new Query(request.query());
        String author = query.statement("author");
        RefusedException.ifAny(query.issues());
        RuleFolder folder = upload.read(request, stream);
        UploadedRulebook uploaded = uploads.store(folder, author);
        Entry entry = entry(uploaded.stored());
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/rulebooks/" + entry.rulebook())
                .entity(new Uploaded(
                        entry.rulebook(),
                        entry.author(),
                        entry.storedAt(),
                        entry.active(),
                        HistoryFindingAnswer.of(uploaded.history())))
                .build();
    }

    /**
     * The stored rulebooks.
     *
     * @param request the request's query string: {@code limit}
     */
    @GET
    @Blocking
    public Stored list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        int limit = query.number("limit", 1, MOST, 100);
        RefusedException.ifAny(query.issues());
        return new Stored(versions.list(limit).stream().map(this::entry).toList());
    }

    /**
     * The rulebook that serves, since which activation, on which replicas, and how the watched rule folder stands to it.
     *
     * @param request the request's query string
     */
    @GET
    @Path("active")
    @Blocking
    public ActiveAnswer active(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return ActiveAnswer.of(
                active.latest(), active.doubt(), replicas.list(), folder.state().orElse(null));
    }

    /**
     * The sources of a stored rulebook, as JSON or as a zip archive.
     *
     * @param hash the hash, as a receipt names it
     * @param request the request's query string
     * @param headers which of the two is wanted
     */
    @GET
    @Path("{hash}")
    @Produces({MediaType.APPLICATION_JSON, RuleUpload.ZIP})
    @Blocking
    public Response get(
            @PathParam("hash") String hash, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        RefusedException.ifAny(new Query(request.query()).issues());
        StoredRulebook stored = versions.find(hash).orElseThrow(() -> RulebookComparison.unknown(hash));
        RuleFolder folder = versions.findFolder(hash).orElseThrow(() -> RulebookComparison.unknown(hash));
        boolean zip = Accepts.ratherThanJson(headers, RuleUpload.ZIP);
        byte[] sources = zip ? folder.zip() : document(entry(stored), folder);
        return Response.ok(sources, zip ? RuleUpload.ZIP : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.ETAG, EntityTags.of(sources))
                .build();
    }

    private byte[] document(Entry entry, RuleFolder folder) {
        try {
            return json.writeValueAsBytes(
                    new Sources(entry.rulebook(), entry.author(), entry.storedAt(), entry.active(), folder.files()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What another rulebook changes: rule by rule in words, the numbers that change their Center, the answers for past days,
     * and the corrections of history that let it follow.
     *
     * @param hash hash of the rulebook to compare with
     * @param other hash of the other
     * @param request the request's query string
     */
    @GET
    @Path("{hash}/diff/{other}")
    @Blocking
    public DiffAnswer diff(
            @PathParam("hash") String hash, @PathParam("other") String other, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return DiffAnswer.of(comparison.compare(hash, other));
    }

    private Entry entry(StoredRulebook stored) {
        return new Entry(
                stored.hash(),
                Echo.shown(stored.author()),
                stored.storedAt().toString(),
                stored.hash().equals(active.latest().rulebook().hash()));
    }
}
