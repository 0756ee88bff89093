package io.centerline.api.placements;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Accepts;
import io.centerline.api.BatchExecutor;
import io.centerline.api.BatchLine;
import io.centerline.api.BatchStream;
import io.centerline.api.Bodies;
import io.centerline.api.BodyLines;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.Idempotency;
import io.centerline.api.Query;
import io.centerline.api.StopSignal;
import io.centerline.application.AskedPlacement;
import io.centerline.application.Failure;
import io.centerline.application.PlacementBatch;
import io.centerline.application.PlacementBatch.Placed;
import io.centerline.application.PlacementFile;
import io.centerline.application.Placements;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.RowSources;
import io.centerline.placement.Placement.Explain;
import io.centerline.text.Sha256;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places many importers in one request. */
@Path("/v1/placements/batch")
public final class PlacementBatchResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** How many rows of a file are titles or totals; absent when none is. */
    private static final String SET_ASIDE = "Rows-Set-Aside";

    private final Bodies bodies;
    private final ActiveRulebook active;
    private final Placements placements;
    private final BatchAnswers answers;
    private final IntakeLimits limits;
    private final BatchExecutor crew;
    private final StopSignal stop;

    PlacementBatchResource(
            Bodies bodies,
            ActiveRulebook active,
            Placements placements,
            ObjectMapper json,
            IntakeLimits limits,
            BatchExecutor crew,
            StopSignal stop) {
        this.bodies = bodies;
        this.active = active;
        this.placements = placements;
        this.answers = new BatchAnswers(json);
        this.limits = limits;
        this.crew = crew;
        this.stop = stop;
    }

    /**
     * Answers each line that is not blank with one line, in their order: the decision, or what is wrong with the line. All are
     * decided under the rulebook that serves when the request comes in, and recorded unless the query says {@code
     * record=false}; {@code explain} is {@code full} (default) or {@code summary}; {@code asOf} is the day of requests that name
     * none. A file is answered with one line for each importer, and one for each row that is rejected.
     *
     * @param request the request
     * @param key makes a repeated line of a repeated request return the first decision; a line may have its own
     * @param stream placement requests, one a line, or a file of entry lines as CSV or XLSX
     */
    @POST
    @Blocking
    @Consumes({Accepts.LINES, CSV, XLSX})
    @Produces(Accepts.LINES)
    public Response place(
            @Context HttpServerRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        Serving serving = active.serving();
        Query query = new Query(request.query());
        boolean keep = query.flag("record", true);
        Explain detail = query.word("explain", Explain.class, Explain.FULL);
        LocalDate asOf =
                query.day("asOf", placements.today(), serving.rulebook().firstCoveredDay());
        List<Issue> issues = new ArrayList<>(query.issues());
        if (keep) {
            Idempotency.read(key, new byte[0], issues);
        }
        RefusedException.ifAny(issues);
        PlacementBatch batch = placements.batch(serving, detail, keep, asOf, key);
        return isFile(request) ? file(batch, request, stream) : lines(batch, request, stream);
    }

    private static boolean isFile(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && Stream.of(CSV, XLSX).anyMatch(of -> MediaType.valueOf(type).isCompatible(MediaType.valueOf(of)));
    }

    private Response lines(PlacementBatch batch, HttpServerRequest request, InputStream stream) {
        InputStream body = bodies.endless(request, stream);
        return Response.ok(new BatchStream(
                        new BodyLines(body, limits.bytes(), stop),
                        lines -> answer(batch, lines),
                        crew,
                        new ConnectionAbort(request)))
                .header(HttpHeaders.CONTENT_TYPE, Accepts.LINES)
                .build();
    }

    private Response file(PlacementBatch batch, HttpServerRequest request, InputStream stream) {
        byte[] sent = bodies.read(request, stream);
        PlacementFile file = read(batch, sent);
        return Response.ok(new FileAnswers(batch, file, answers, crew, new ConnectionAbort(request)))
                .header(HttpHeaders.CONTENT_TYPE, Accepts.LINES)
                .header(SET_ASIDE, file.setAside() > 0 ? file.setAside() : null)
                .build();
    }

    private static PlacementFile read(PlacementBatch batch, byte[] sent) {
        try {
            return batch.read(
                    () -> RowSources.open(new ByteArrayInputStream(sent), RowIntake.sheet("")), Sha256.of(sent));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<CompletableFuture<byte[]>> answer(PlacementBatch batch, List<BatchLine> lines) {
        List<CompletableFuture<Placed>> placed =
                batch.place(lines.stream().map(line -> read(batch, line)).toList());
        List<CompletableFuture<byte[]>> written = new ArrayList<>(placed.size());
        for (int i = 0; i < placed.size(); i++) {
            long number = lines.get(i).number();
            written.add(placed.get(i).thenApply(each -> answers.line(number, each)));
        }
        return written;
    }

    private static AskedPlacement read(PlacementBatch batch, BatchLine line) {
        Failure refusal = line.refusal();
        return refusal == null
                ? batch.read(line.number(), line.text())
                : AskedPlacement.refused(line.number(), refusal);
    }
}
