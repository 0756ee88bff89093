package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStatement;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.HistoryEntry;
import io.centerline.api.AccountPath;
import io.centerline.api.Query;
import io.centerline.api.accounts.AccountRequests.Wanted;
import io.centerline.application.RefusedException;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Accounts on file. */
@Path("/v1/accounts/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {
    private final Accounts accounts;
    private final AccountRequests requests;

    AccountResource(Accounts accounts, AccountRequests requests) {
        this.accounts = accounts;
        this.requests = requests;
    }

    /**
     * What is on file as of a day ({@code asOf}, today unless given), as known at an instant ({@code knownAt}, now unless
     * given).
     *
     * @param path an importer number
     * @param request the request's query string
     */
    @GET
    @Blocking
    public Response get(@PathParam("number") String path, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        LocalDate asOf = Optional.ofNullable(query.day("asOf")).orElse(requests.today());
        Instant knownAt = query.instant("knownAt");
        List<Issue> issues = new ArrayList<>(query.issues());
        ImporterNumber number = AccountPath.number(path, issues);
        RefusedException.ifAny(issues);
        AccountFile file = accounts.file(
                Objects.requireNonNull(number), Optional.ofNullable(knownAt).orElse(Instant.MAX));
        if (!file.exists()) {
            throw AccountPath.unknown();
        }
        return requests.respond(file, asOf, knownAt).build();
    }

    /**
     * States who the account is and where it is placed; what is not mentioned stays.
     *
     * @param path an importer number
     * @param ifMatch the version the change is meant for
     * @param ifNoneMatch {@code *} for a new account
     * @param request the request's query string
     * @param stream {@code {"name": "Acme", "center": "CEE005", "since": "2019-04-01", "author": "jd", "reason": "letter"}}
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response put(
            @PathParam("number") String path,
            @HeaderParam("If-Match") List<String> ifMatch,
            @HeaderParam("If-None-Match") List<String> ifNoneMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        Wanted<AccountIntake.Asked> wanted =
                requests.read(path, ifMatch, ifNoneMatch, request, stream, List.of(), AccountIntake::read);
        AccountChanged changed =
                requests.change(wanted, new AccountStatement(wanted.asked().stated(), requests.today()));
        return requests.respond(changed.after(), requests.today(), null)
                .status(changed.entered() ? Response.Status.CREATED : Response.Status.OK)
                .build();
    }

    /**
     * Everything ever recorded on an account.
     *
     * @param path an importer number
     * @param request the request's query string
     */
    @GET
    @Path("history")
    @Blocking
    public HistoryAnswer history(@PathParam("number") String path, @Context HttpServerRequest request) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = AccountPath.number(path, issues);
        RefusedException.ifAny(issues);
        List<HistoryEntry> history = accounts.history(Objects.requireNonNull(number));
        if (history.isEmpty()) {
            throw AccountPath.unknown();
        }
        return HistoryAnswer.of(number, history);
    }
}
