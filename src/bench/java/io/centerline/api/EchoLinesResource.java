package io.centerline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.bench.EchoResource;
import io.centerline.intake.IntakeLimits;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The floor of a batch: parses each line as a request to route, or to place, and writes it out again, with the threads, pieces and writing of
 * real batches. Built into the bench profile alone.
 */
@Path("/bench/echo/lines")
public class EchoLinesResource {
    private static final String NDJSON = "application/x-ndjson";

    public record Importer(String number, String kind) {}

    public record Account(String center, String since) {}

    public record Line(int line, String hts, String value) {}

    public record Entry(String number, String port, List<Line> lines) {}

    public record Request(Importer importer, String asOf, String activity, Account account, Entry entry) {}

    private final ObjectMapper json;
    private final IntakeLimits limits;
    private final BatchExecutor crew;
    private final StopSignal stop;

    EchoLinesResource(ObjectMapper json, IntakeLimits limits, BatchExecutor crew, StopSignal stop) {
        this.json = json;
        this.limits = limits;
        this.crew = crew;
        this.stop = stop;
    }

    @POST
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public Response echo(@Context HttpServerRequest request, InputStream stream) {
        return echo(request, stream, Request.class);
    }

    /** The same for requests to place. */
    @POST
    @Path("placements")
    @Blocking
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public Response placements(@Context HttpServerRequest request, InputStream stream) {
        return echo(request, stream, EchoResource.Request.class);
    }

    private Response echo(HttpServerRequest request, InputStream stream, Class<?> type) {
        return Response.ok(new BatchStream(
                        new BodyLines(stream, limits.bytes(), stop),
                        lines -> lines.stream().map(line -> echo(line, type)).toList(),
                        crew,
                        () -> request.connection().close()))
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .build();
    }

    private CompletableFuture<byte[]> echo(BatchLine line, Class<?> type) {
        try {
            return CompletableFuture.completedFuture(json.writeValueAsBytes(json.readValue(line.text(), type)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
