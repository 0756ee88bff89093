package io.centerline.api;

import io.centerline.api.Problem.Kind;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** The addresses that the {@code type} of problems names. */
@Path("/problems")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public final class ProblemResource {

    /**
     * All kinds of problem.
     *
     * @param problems in the order of the contract
     */
    public record Listing(List<ProblemPage> problems) {}

    /**
     * Every kind of problem: what it means and how to mend it, as JSON or as a page.
     *
     * @param headers which of the two is wanted
     * @param request the request's query string
     */
    @GET
    @Blocking
    public Response list(@Context HttpHeaders headers, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        List<ProblemPage> all =
                Arrays.stream(Kind.values()).map(ProblemPage::of).toList();
        return Accepts.ratherThanJson(headers, MediaType.TEXT_HTML)
                ? Html.ok(new ProblemsPage(all))
                : Response.ok(new Listing(all), MediaType.APPLICATION_JSON).build();
    }

    /**
     * One kind of problem, as JSON or as a page.
     *
     * @param code what stands behind {@code /problems/}
     * @param headers which of the two is wanted
     * @param request the request's query string
     */
    @GET
    @Path("{code}")
    @Blocking
    public Response get(
            @PathParam("code") String code, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        ProblemPage found = Arrays.stream(Kind.values())
                .map(ProblemPage::of)
                .filter(page -> page.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND, "no problem has this code; `GET /problems` lists those there are"));
        return Accepts.ratherThanJson(headers, MediaType.TEXT_HTML)
                ? Html.ok(new ProblemsPage(List.of(found)))
                : Response.ok(found, MediaType.APPLICATION_JSON).build();
    }
}
