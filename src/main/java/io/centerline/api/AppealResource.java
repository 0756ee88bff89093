package io.centerline.api;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.Amendment;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.AppealStatement;
import io.centerline.accounts.ChangeRefused;
import io.centerline.accounts.Changed;
import io.centerline.accounts.Expectation;
import io.centerline.accounts.Wish;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.AccountDesk.Wanted;
import io.centerline.api.AppealAnswer.Granted;
import io.centerline.facts.AppealIntake;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.facts.ResolutionIntake;
import io.centerline.facts.WithdrawalIntake;
import io.centerline.journal.DecisionIds;
import io.centerline.journal.Draft;
import io.centerline.tariff.Center;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Appeals against a placement. */
@Path("/v1/accounts/{number}/appeals")
@Produces(MediaType.APPLICATION_JSON)
public final class AppealResource {
    private final Accounts accounts;
    private final AccountDesk desk;
    private final ActiveRulebook active;
    private final Recorder recorder;
    private final OwedRecording owed;
    private final Clock clock;
    private final DecisionIds ids = new DecisionIds();

    AppealResource(
            Accounts accounts,
            AccountDesk desk,
            ActiveRulebook active,
            Recorder recorder,
            OwedRecording owed,
            Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.active = active;
        this.recorder = recorder;
        this.owed = owed;
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
    @APIResponse(responseCode = "201")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
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
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response amend(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = id(appeal, issues);
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
        Changed changed = desk.change(wanted, before -> {
            refuseUnknown(before, packet);
            return amendment.of(before);
        });
        return respond(changed.after(), id, packet, List.of());
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
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response get(
            @PathParam("number") String path, @PathParam("appeal") String appeal, @Context HttpServerRequest request) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        ImporterNumber number = AccountDesk.number(path, issues);
        UUID id = id(appeal, issues);
        RefusedException.ifAny(issues);
        AccountFile file = accounts.file(Objects.requireNonNull(number));
        AppealOnFile found = AppealStatement.filedHere(file, id);
        return respond(file, id, accounts.packet(file.number(), found), List.of())
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
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response withdraw(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = id(appeal, issues);
        Wanted<WithdrawalIntake.Asked> wanted =
                desk.read(path, ifMatch, request, stream, issues, WithdrawalIntake::read);
        Changed changed = desk.change(wanted, AppealStatement.withdraw(id));
        return respond(changed.after(), id, List.of()).build();
    }

    /**
     * Grants or denies an open appeal. Granting moves every importer number it names from the effective day, all or none, and
     * produces a decision with basis APPEAL for each.
     *
     * @param path an importer number
     * @param appeal id of an appeal
     * @param ifMatch the version the change is meant for
     * @param request the request's query string
     * @param stream {@code {"outcome": "GRANTED", "effective": "2026-12-01", "authority": "…", "author": "jd", "reason": "…"}}
     */
    @POST
    @Path("{appeal}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "428")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response resolve(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = id(appeal, issues);
        Wanted<ResolutionIntake.Asked> wanted =
                desk.read(path, ifMatch, request, stream, issues, ResolutionIntake::read);
        LocalDate effective = wanted.asked().effective();
        if (effective != null) {
            return grant(wanted, id, effective).build();
        }
        Changed changed = desk.change(wanted, AppealStatement.deny(id));
        return respond(changed.after(), id, List.of()).build();
    }

    private Response.ResponseBuilder grant(Wanted<ResolutionIntake.Asked> wanted, UUID id, LocalDate effective) {
        ImporterNumber number = wanted.number();
        ResolutionIntake.Asked asked = wanted.asked();
        AccountFile file = desk.expected(number, wanted.expected());
        AppealOnFile appeal = AppealStatement.open(file, id, "granted");
        Serving serving = active.serving();
        Center preferred = grantable(appeal, effective, serving.rulebook().firstCoveredDay());
        AppealGrant grant =
                new AppealGrant(appeal, preferred, effective, asked.authority(), serving.placement(), recorder);
        Set<ImporterNumber> numbers = new LinkedHashSet<>(List.of(number));
        numbers.addAll(appeal.importers());
        // What the appeal names was read with this version of the account it was filed for.
        List<Wish> wishes = numbers.stream()
                .map(each -> new Wish(
                        each,
                        each.equals(number) ? new Expectation.Version(file.version()) : new Expectation.Anything(),
                        grant::of))
                .toList();
        List<Changed> changed = desk.change(
                wishes,
                asked.author(),
                asked.reason(),
                () -> grant.drafts().values().stream().map(OwedRecording::owe).toList());
        List<Draft> drafts =
                numbers.stream().map(each -> grant.drafts().get(each.text())).toList();
        List<Boolean> recorded = owed.record(drafts);
        List<Granted> decisions = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            decisions.add(new Granted(drafts.get(i).importer(), drafts.get(i).id(), recorded.get(i)));
        }
        return respond(changed.get(0).after(), id, decisions);
    }

    private static Center grantable(AppealOnFile appeal, LocalDate effective, LocalDate firstCoveredDay) {
        List<Issue> issues = new ArrayList<>();
        if (appeal.preferred() == null) {
            issues.add(new Issue(
                    IssueCode.FIELD_MISSING,
                    "/preferred",
                    "the appeal names no preferred Center, so there is nothing to grant",
                    "amend its packet first"));
        }
        if (effective.isBefore(appeal.filed())) {
            issues.add(new Issue(
                    IssueCode.EFFECTIVE_BEFORE_APPEAL,
                    "/effective",
                    "`effective` `" + effective + "` lies before `" + appeal.filed()
                            + "`, the day the appeal was filed",
                    "use `" + appeal.filed() + "` or a later day"));
        }
        if (effective.isBefore(firstCoveredDay)) {
            issues.add(new Issue(
                    IssueCode.AS_OF_BEFORE_COVERAGE,
                    "/effective",
                    "`effective` `" + effective + "` lies before `" + firstCoveredDay
                            + "`, the first day the rules cover",
                    "use `" + firstCoveredDay + "` or a later day"));
        }
        if (!issues.isEmpty()) {
            throw new ChangeRefused(issues);
        }
        return Objects.requireNonNull(appeal.preferred());
    }

    private Response.ResponseBuilder respond(AccountFile file, UUID id, List<Granted> decisions) {
        return respond(file, id, accounts.packet(file.number(), AppealStatement.filedHere(file, id)), decisions);
    }

    private static Response.ResponseBuilder respond(
            AccountFile file, UUID id, AppealPacket packet, List<Granted> decisions) {
        AppealOnFile appeal = AppealStatement.find(file, id);
        return Response.ok(AppealAnswer.of(file, appeal, packet, decisions))
                .header(HttpHeaders.ETAG, Preconditions.tag(file));
    }

    private static UUID id(String appeal, List<Issue> issues) {
        return DecisionResource.parse(appeal).orElseGet(() -> {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "appeal",
                    "the appeal in the path is no id",
                    "write its `id` as the account shows it"));
            return new UUID(0, 0);
        });
    }
}
