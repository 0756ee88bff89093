package io.centerline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.IntakeLimits;
import io.centerline.facts.Issue;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Routes many activities, one a line, as they come in. */
@Path(RoutingBatchResource.ADDRESS)
public final class RoutingBatchResource {
    static final String ADDRESS = "/v1/routings/batch";

    private static final String NDJSON = "application/x-ndjson";

    private final ActiveRulebook active;
    private final RoutingDesk desk;
    private final Recorder recorder;
    private final ObjectMapper json;
    private final IntakeLimits limits;
    private final BatchCrew crew;

    RoutingBatchResource(
            ActiveRulebook active,
            RoutingDesk desk,
            Recorder recorder,
            ObjectMapper json,
            IntakeLimits limits,
            BatchCrew crew) {
        this.active = active;
        this.desk = desk;
        this.recorder = recorder;
        this.json = json;
        this.limits = limits;
        this.crew = crew;
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
    @Parameter(name = "record", in = ParameterIn.QUERY)
    @Parameter(name = "explain", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
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
        if (request.getHeader(HttpHeaders.CONTENT_TYPE) == null) {
            throw new RefusedException(
                    Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "send the header `Content-Type: " + NDJSON + "`"));
        }
        RoutingBatch batch = new RoutingBatch(desk, active.serving(), detail, recorder, keep, keep ? key : null, json);
        return Response.ok(new BatchStream(
                        new Lines(stream, limits.bytes()),
                        lines -> lines.stream().map(batch::answer).toList(),
                        crew,
                        new Cut(request)))
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .build();
    }
}
