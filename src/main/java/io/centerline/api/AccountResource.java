package io.centerline.api;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AccountStatement;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Changed;
import io.centerline.accounts.Entry;
import io.centerline.api.AccountDesk.Wanted;
import io.centerline.facts.AccountIntake;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Accounts on file. */
@Path("/v1/accounts/{number}")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountResource {
    private final Bodies bodies;
    private final Accounts accounts;
    private final AccountDesk desk;

    AccountResource(Bodies bodies, Accounts accounts, AccountDesk desk) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.desk = desk;
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
    @Parameter(name = "asOf", in = ParameterIn.QUERY)
    @Parameter(name = "knownAt", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response get(@PathParam("number") String path, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        LocalDate asOf = Optional.ofNullable(query.day("asOf")).orElse(desk.today());
        Instant knownAt = query.instant("knownAt");
        List<Issue> issues = new ArrayList<>(query.issues());
        ImporterNumber number = AccountDesk.number(path, issues);
        RefusedException.ifAny(issues);
        AccountFile file = accounts.file(
                Objects.requireNonNull(number), Optional.ofNullable(knownAt).orElse(Instant.MAX));
        if (!file.exists()) {
            throw AccountDesk.unknown();
        }
        return desk.respond(file, asOf, knownAt).build();
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
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "201")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response put(
            @PathParam("number") String path,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        Wanted<AccountIntake.Asked> wanted =
                desk.read(path, ifMatch, ifNoneMatch, request, stream, List.of(), AccountIntake::read);
        Changed changed =
                desk.change(wanted, new AccountStatement(wanted.asked().stated()));
        return desk.respond(changed.after(), desk.today(), null)
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
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public HistoryAnswer history(@PathParam("number") String path, @Context HttpServerRequest request) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = AccountDesk.number(path, issues);
        RefusedException.ifAny(issues);
        List<Entry> history = accounts.history(Objects.requireNonNull(number));
        if (history.isEmpty()) {
            throw AccountDesk.unknown();
        }
        return HistoryAnswer.of(number, history);
    }
}
