package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStatement;
import io.centerline.accounts.ChangeRefused;
import io.centerline.api.Query;
import io.centerline.api.accounts.AccountChanges.Wanted;
import io.centerline.application.RefusedException;
import io.centerline.decision.DecisionIds;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Appeals against a placement. */
@Path("/v1/accounts/{number}/appeals")
@Produces(MediaType.APPLICATION_JSON)
public final class AppealResource {
    private final Accounts accounts;
    private final AccountChanges desk;
    private final AppealAnswers appeals;
    private final Clock clock;
    private final DecisionIds ids = new DecisionIds();

    AppealResource(Accounts accounts, AccountChanges desk, AppealAnswers appeals, Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.appeals = appeals;
        this.clock = clock;
    }

    /**
     * Files an appeal and says what its packet still lacks.
     *
     * @param path an importer number
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream the packet with {@code author} and {@code reason}
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response file(
            @PathParam("number") String path,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        UUID id = ids.next(clock.instant());
        return put(path, id, ifMatch, request, stream, List.of(), AppealStatement::file)
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "appeals/" + id)
                .build();
    }

    /**
     * Puts another packet in the place of that of an open appeal.
     *
     * @param path an importer number
     * @param appeal id of an appeal
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream the packet with {@code author} and {@code reason}
     */
    @PUT
    @Path("{appeal}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response amend(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = AppealAnswers.id(appeal, issues);
        return put(path, id, ifMatch, request, stream, issues, AppealStatement::amend)
                .build();
    }

    private Response.ResponseBuilder put(
            String path,
            UUID id,
            @Nullable String ifMatch,
            HttpServerRequest request,
            InputStream stream,
            List<Issue> issues,
            BiFunction<UUID, AppealPacket, Amendment> statement) {
        Wanted<AppealIntake.Asked> wanted = desk.read(path, ifMatch, request, stream, issues, AppealIntake::read);
        AppealPacket packet = Objects.requireNonNull(wanted.asked().packet());
        Amendment amendment = statement.apply(id, packet);
        AccountChanged changed = desk.change(wanted, before -> {
            refuseUnknown(before, packet);
            return amendment.of(before);
        });
        return AppealAnswers.respond(changed.after(), id, packet, List.of());
    }

    private void refuseUnknown(AccountFile before, AppealPacket packet) {
        if (!before.exists()) {
            return;
        }
        List<Issue> issues = new ArrayList<>();
        List<AccountFile> files = packet.importers().isEmpty() ? List.of() : accounts.files(packet.importers());
        for (int i = 0; i < files.size(); i++) {
            if (!files.get(i).exists()) {
                issues.add(new Issue(
                        IssueCode.ACCOUNT_UNKNOWN,
                        "/importers/" + i,
                        "nothing is on file for importer number "
                                + files.get(i).number().masked(),
                        "enter the account with `PUT /v1/accounts/{number}`, or leave the number out"));
            }
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
    }

    /**
     * An appeal with its packet and what that still lacks.
     *
     * @param path an importer number
     * @param appeal id of an appeal
     * @param request the request's query string
     */
    @GET
    @Path("{appeal}")
    @Blocking
    public Response get(
            @PathParam("number") String path, @PathParam("appeal") String appeal, @Context HttpServerRequest request) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = AccountChanges.number(path, issues);
        UUID id = AppealAnswers.id(appeal, issues);
        RefusedException.ifAny(issues);
        AccountFile file = accounts.file(Objects.requireNonNull(number));
        AppealOnFile found = AppealStatement.filedHere(file, id);
        return AppealAnswers.respond(file, id, accounts.packet(file.number(), found), List.of())
                .build();
    }

    /**
     * Takes an open appeal back.
     *
     * @param path an importer number
     * @param appeal id of an appeal
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream {@code {"author": "jd", "reason": "letter of the importer"}}
     */
    @POST
    @Path("{appeal}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response withdraw(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = AppealAnswers.id(appeal, issues);
        Wanted<WithdrawalIntake.Asked> wanted =
                desk.read(path, ifMatch, request, stream, issues, WithdrawalIntake::read);
        AccountChanged changed = desk.change(wanted, AppealStatement.withdraw(id));
        return appeals.respond(changed.after(), id, List.of()).build();
    }
}
