package io.centerline.api.accounts;

import io.centerline.accounts.AccountChanged;
import io.centerline.api.accounts.AccountRequests.Wanted;
import io.centerline.application.AppealGranting;
import io.centerline.application.Appeals;
import io.centerline.facts.Issue;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ends appeals against a placement. */
@Path("/v1/accounts/{number}/appeals/{appeal}/resolution")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AppealResolutionResource {
    private final AccountRequests requests;
    private final AppealAnswers answers;
    private final AppealGranting grants;
    private final Appeals appeals;

    AppealResolutionResource(AccountRequests requests, AppealAnswers answers, AppealGranting grants, Appeals appeals) {
        this.requests = requests;
        this.answers = answers;
        this.grants = grants;
        this.appeals = appeals;
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
    @Blocking
    public Response resolve(
            @PathParam("number") String path,
            @PathParam("appeal") String appeal,
            @HeaderParam("If-Match") List<String> ifMatch,
            @Context HttpServerRequest request,
            InputStream stream) {
        List<Issue> issues = new ArrayList<>();
        UUID id = AppealAnswers.id(appeal, issues);
        Wanted<ResolutionIntake.Asked> wanted =
                requests.read(path, ifMatch, request, stream, issues, ResolutionIntake::read);
        LocalDate effective = wanted.asked().effective();
        if (effective != null) {
            AppealGranting.Grant grant = grants.grant(
                    wanted.number(),
                    wanted.expected(),
                    id,
                    effective,
                    wanted.asked().authority(),
                    wanted.asked().author(),
                    wanted.asked().reason());
            return answers.respond(grant.after(), id, grant.decisions()).build();
        }
        AccountChanged changed = appeals.deny(AppealResource.change(wanted), id);
        return answers.respond(changed.after(), id, List.of()).build();
    }
}
