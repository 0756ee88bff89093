package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStatement;
import io.centerline.api.AccountPath;
import io.centerline.api.AppealIntake;
import io.centerline.api.Query;
import io.centerline.api.ShownNumbers;
import io.centerline.api.WithdrawalIntake;
import io.centerline.api.accounts.AccountRequests.Wanted;
import io.centerline.application.Appeals;
import io.centerline.application.RefusedException;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appeals against a placement. */
@Path("/v1/accounts/{number}/appeals")
@Produces(MediaType.APPLICATION_JSON)
public final class AppealResource {
    private final Accounts accounts;
    private final AccountRequests requests;
    private final Appeals appeals;
    private final AppealAnswers answers;

    AppealResource(Accounts accounts, AccountRequests requests, Appeals appeals, AppealAnswers answers) {
        this.accounts = accounts;
        this.requests = requests;
        this.appeals = appeals;
        this.answers = answers;
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
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        Wanted<AppealIntake.Asked> wanted = requests.read(
                path,
                ifMatch,
                request,
                stream,
                List.of(),
                body -> AppealIntake.read(body, new ShownNumbers(() -> numbers(path, null))));
        AppealPacket packet = packet(wanted);
        Appeals.Filed filed = appeals.file(change(wanted), packet);
        return answers.respond(filed.changed().after(), filed.id(), packet, List.of())
                .status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, location(wanted.number(), filed.id(), request))
                .build();
    }

    /**
     * A path, as every {@code Location} of the service. A social security number is not repeated: there it is a path below that of
     * the request.
     */
    private static String location(ImporterNumber number, UUID appeal, HttpServerRequest request) {
        if (number.masked().equals(number.text())) {
            return "/v1/accounts/" + number.text() + "/appeals/" + appeal;
        }
        return (request.path().endsWith("/") ? "" : "appeals/") + appeal;
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
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = AppealAnswers.id(appeal, issues);
        Wanted<AppealIntake.Asked> wanted = requests.read(
                path,
                ifMatch,
                request,
                stream,
                issues,
                body -> AppealIntake.read(body, new ShownNumbers(() -> numbers(path, id))));
        AppealPacket packet = packet(wanted);
        AccountChanged changed = appeals.amend(change(wanted), id, packet);
        return answers.respond(changed.after(), id, packet, List.of()).build();
    }

    private List<ImporterNumber> numbers(String path, @Nullable UUID appeal) {
        ImporterNumber number = AccountPath.number(path, new ArrayList<>());
        return number == null ? List.of() : ShownNumbers.of(accounts, number, appeal);
    }

    private static AppealPacket packet(Wanted<AppealIntake.Asked> wanted) {
        return Objects.requireNonNull(wanted.asked().packet());
    }

    static Appeals.Change change(Wanted<?> wanted) {
        return new Appeals.Change(
                wanted.number(),
                wanted.expected(),
                wanted.asked().author(),
                wanted.asked().reason());
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
        ImporterNumber number = AccountPath.number(path, issues);
        UUID id = AppealAnswers.id(appeal, issues);
        RefusedException.ifAny(issues);
        AccountFile file = accounts.file(Objects.requireNonNull(number));
        AppealOnFile found = AppealStatement.filedHere(file, id);
        return answers.respond(file, id, accounts.packet(file.number(), found), List.of())
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
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = AppealAnswers.id(appeal, issues);
        Wanted<WithdrawalIntake.Asked> wanted =
                requests.read(path, ifMatch, request, stream, issues, WithdrawalIntake::read);
        AccountChanged changed = appeals.withdraw(change(wanted), id);
        return answers.respond(changed.after(), id, List.of()).build();
    }
}
