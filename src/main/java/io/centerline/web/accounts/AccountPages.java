package io.centerline.web.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.api.Bodies;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.RefusedException;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.web.FormField;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of an account, and those of its appeals. Every link on them is relative to the page, so that the number of a person is in
 * no answer.
 */
@Path("/accounts/{number}")
@Produces(MediaType.TEXT_HTML)
public final class AccountPages {
    private final Accounts accounts;
    private final ShownAccounts views;
    private final AppealDesk appeals;
    private final Bodies bodies;
    private final Clock clock;

    AccountPages(Accounts accounts, ShownAccounts views, AppealDesk appeals, Bodies bodies, Clock clock) {
        this.accounts = accounts;
        this.views = views;
        this.appeals = appeals;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** The page. */
    record AccountPage(ShownAccount account) implements TemplateInstance {}

    /**
     * The page of a number for which nothing is on file.
     *
     * @param number the importer number, masked where it is a social security number
     * @param decisions the list of its decisions; empty where the number must not be in an address
     * @param knownAt the instant before which nothing was recorded; null for now
     */
    record NoAccountPage(
            String number, String decisions, @Nullable Instant knownAt) implements TemplateInstance {
        static Response of(ImporterNumber number, @Nullable Instant knownAt) {
            String shown = number.masked();
            String decisions = shown.equals(number.text())
                    ? "/decisions?importer=" + URLEncoder.encode(shown, StandardCharsets.UTF_8)
                    : "";
            return Html.answer(404, new NoAccountPage(shown, decisions, knownAt));
        }
    }

    /**
     * What is on file as of a day ({@code asOf}), as known at an instant ({@code knownAt}) or at the end of a day ({@code knownOn});
     * with {@code appeal}, the form of an appeal.
     *
     * @param path an importer number, or the place of an account
     * @param request the request's query string
     */
    @GET
    @Blocking
    public Response show(@PathParam("number") String path, @Context HttpServerRequest request) {
        ImporterNumber number = AccountAddress.number(path, accounts);
        Query query = Query.ofForm(request.query());
        String appeal = query.raw("appeal");
        if (appeal != null) {
            String decision = query.raw("decision");
            RefusedException.ifAny(query.issues());
            AccountFile file = accounts.file(number, Instant.MAX);
            return file.exists() ? appeals.show(file, appeal, decision) : NoAccountPage.of(number, null);
        }
        LocalDate asOf = query.day("asOf");
        LocalDate knownOn = query.day("knownOn");
        Instant given = query.instant("knownAt");
        Instant knownAt = knownOn == null ? given : endOf(knownOn);
        List<Issue> issues = query.issues();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<FormField> handles = List.of(
                handle(query, "asOf", "As of", asOf, issues),
                handle(
                        query,
                        "knownOn",
                        "As known on",
                        knownAt == null ? null : LocalDate.ofInstant(knownAt, ZoneOffset.UTC),
                        issues));
        List<Issue> others = issues.stream()
                .filter(issue -> !List.of("?asOf", "?knownOn").contains(issue.pointer()))
                .toList();
        Instant known = issues.isEmpty() ? knownAt : null;
        AccountFile file = accounts.file(number, known == null ? Instant.MAX : known);
        if (!file.exists()) {
            return NoAccountPage.of(number, known);
        }
        ShownAccount view = views.of(file, asOf == null ? today : asOf, known, today, handles, others);
        return Html.answer(issues.isEmpty() ? 200 : 422, new AccountPage(view));
    }

    /**
     * Records an appeal or its amended packet.
     *
     * @param path an importer number, or the place of an account
     * @param request its query string: {@code appeal}, an id or {@code new}
     * @param stream the fields of the form
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response change(@PathParam("number") String path, @Context HttpServerRequest request, InputStream stream) {
        Query query = new Query(request.query());
        String appeal = query.raw("appeal");
        query.raw("decision");
        RefusedException.ifAny(query.issues());
        Query form = Query.ofForm(new String(bodies.read(request, stream), StandardCharsets.UTF_8));
        ImporterNumber number = AccountAddress.number(path, accounts);
        AccountFile file = accounts.file(number, Instant.MAX);
        return file.exists()
                ? appeals.take(file, appeal == null ? AppealDesk.NEW : appeal, form)
                : NoAccountPage.of(number, null);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }

    /** What was typed, where it is wrong; else the day it stands for. */
    private static FormField handle(
            Query query, String name, String label, @Nullable LocalDate day, List<Issue> issues) {
        String raw = Objects.requireNonNullElse(query.raw(name), "");
        return FormField.of(name, label, "date", day == null ? raw : day.toString(), "")
                .judged(issues);
    }
}
