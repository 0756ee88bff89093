package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.DirectionStatement;
import io.centerline.api.WithdrawalIntake;
import io.centerline.api.accounts.AccountRequests.Wanted;
import io.centerline.facts.Direction;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.function.Function;
import java.util.regex.Pattern;

/** Directed assignments of an account. */
@Path("/v1/accounts/{number}/directions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DirectionResource {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final AccountRequests requests;

    DirectionResource(AccountRequests requests) {
        this.requests = requests;
    }

    /**
     * Records a directed assignment.
     *
     * @param path an importer number
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream {@code {"center": "CEE003", "from": "2026-01-01", "until": null, "authority": "…", "reference": "…",
     *     "author": "jd", "reason": "…"}}
     */
    @POST
    @Blocking
    public Response record(
            @PathParam("number") String path,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        AccountChanged changed = change(path, ifMatch, request, stream, List.of(), DirectionStatement::record);
        return requests.respond(changed.after(), requests.today(), null)
                .status(Response.Status.CREATED)
                .build();
    }

    /**
     * Puts a directed assignment in the place of one on file; so it ends early, for example.
     *
     * @param path an importer number
     * @param direction the number of a direction
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream as for a new one
     */
    @PUT
    @Path("{direction}")
    @Blocking
    public Response correct(
            @PathParam("number") String path,
            @PathParam("direction") String direction,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        int number = number(direction, issues);
        AccountChanged changed =
                change(path, ifMatch, request, stream, issues, stated -> DirectionStatement.correct(number, stated));
        return requests.respond(changed.after(), requests.today(), null).build();
    }

    /**
     * Withdraws a directed assignment that was recorded in error.
     *
     * @param path an importer number
     * @param direction the number of a direction
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "entered for the wrong account"}}
     */
    @POST
    @Path("{direction}/retraction")
    @Blocking
    public Response retract(
            @PathParam("number") String path,
            @PathParam("direction") String direction,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        int number = number(direction, issues);
        Wanted<WithdrawalIntake.Asked> wanted =
                requests.read(path, ifMatch, request, stream, issues, WithdrawalIntake::read);
        AccountChanged changed = requests.change(wanted, DirectionStatement.retract(number));
        return requests.respond(changed.after(), requests.today(), null).build();
    }

    private AccountChanged change(
            String path,
            List<String> ifMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            Function<Direction, Amendment> amendment) {
        Wanted<DirectionIntake.Asked> wanted =
                requests.read(path, ifMatch, request, stream, issues, DirectionIntake::read);
        return requests.change(
                wanted, amendment.apply(Objects.requireNonNull(wanted.asked().direction())));
    }

    private static int number(String direction, List<Issue> issues) {
        if (NUMBER.matcher(direction).matches()) {
            return Integer.parseInt(direction);
        }
        issues.add(new Issue(
                IssueCode.VALUE_MALFORMED,
                "direction",
                "the direction in the path is no number of a direction",
                "write its `number` as the account shows it"));
        return 0;
    }
}
