package io.centerline.api.routings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.api.BatchExecutor;
import io.centerline.api.BatchLine;
import io.centerline.api.BatchStream;
import io.centerline.api.Bodies;
import io.centerline.api.BodyLines;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.Idempotency;
import io.centerline.api.Problem;
import io.centerline.api.Query;
import io.centerline.api.RefusedLine;
import io.centerline.api.StopSignal;
import io.centerline.application.DecisionAnswer;
import io.centerline.application.Failure;
import io.centerline.application.RefusedException;
import io.centerline.application.RoutingBatch;
import io.centerline.application.Routings;
import io.centerline.facts.Issue;
import io.centerline.intake.IntakeLimits;
import io.centerline.placement.Placement.Explain;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Routes many activities, one a line, as they come in. */
@Path(RoutingBatchResource.ADDRESS)
public final class RoutingBatchResource {
    static final String ADDRESS = "/v1/routings/batch";

    private static final String NDJSON = "application/x-ndjson";

    private final Bodies bodies;
    private final Routings routings;
    private final ObjectMapper json;
    private final IntakeLimits limits;
    private final BatchExecutor crew;
    private final StopSignal stop;

    RoutingBatchResource(
            Bodies bodies,
            Routings routings,
            ObjectMapper json,
            IntakeLimits limits,
            BatchExecutor crew,
            StopSignal stop) {
        this.bodies = bodies;
        this.routings = routings;
        this.json = json;
        this.limits = limits;
        this.crew = crew;
        this.stop = stop;
    }

    /**
     * Answers each line that is not blank with one line, in their order: the routing, or what is wrong with it. All are routed
     * under the rulebook that serves when the request comes in, and recorded unless the query says {@code record=false};
     * {@code explain} is {@code summary} (default) or {@code full}.
     *
     * @param request the request's query string
     * @param key makes a repeated line of a repeated request return the first routing
     * @param stream the request's body, of any length
     */
    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public Response route(
            @Context HttpServerRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream stream) {
        Query query = new Query(request.query());
        boolean keep = query.flag("record", true);
        Explain detail = query.word("explain", Explain.class, Explain.SUMMARY);
        List<Issue> issues = new ArrayList<>(query.issues());
        if (keep) {
            Idempotency.read(key, new byte[0], issues);
        }
        RefusedException.ifAny(issues);
        InputStream body = bodies.endless(request, stream);
        RoutingBatch batch = routings.batch(detail, keep, keep ? key : null);
        return Response.ok(new BatchStream(
                        new BodyLines(body, limits.bytes(), stop),
                        lines -> lines.stream().map(line -> answer(batch, line)).toList(),
                        crew,
                        new ConnectionAbort(request)))
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .build();
    }

    /** The answer to a line; ends once what is to be kept is durable, and never exceptionally. */
    private CompletableFuture<byte[]> answer(RoutingBatch batch, BatchLine line) {
        Failure refusal = line.refusal();
        if (refusal != null) {
            return CompletableFuture.completedFuture(refused(line, refusal));
        }
        try {
            return batch.route(line.number(), line.text())
                    .thenApply(DecisionAnswer::body)
                    .exceptionally(failed -> refused(line, Failure.of(failed)))
                    .toCompletableFuture();
        } catch (RuntimeException refused) {
            return CompletableFuture.completedFuture(refused(line, Failure.of(refused)));
        }
    }

    private byte[] refused(BatchLine line, Failure failure) {
        try {
            return json.writeValueAsBytes(new RefusedLine(line.number(), Problem.of(failure)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
