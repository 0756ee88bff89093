package io.centerline.web.accounts;

import io.centerline.accounts.Accounts;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.AccountPath;
import io.centerline.api.Bodies;
import io.centerline.api.FormBody;
import io.centerline.api.Html;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.application.AccountList;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.web.FormField;
import io.centerline.web.FormField.Option;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that lists the accounts on file and opens one by its number. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountsPages {
    private static final int PAGE = 50;

    private final Bodies bodies;
    private final Accounts accounts;
    private final AccountList list;
    private final ActiveRulebook active;
    private final Clock clock;

    AccountsPages(Bodies bodies, Accounts accounts, AccountList list, ActiveRulebook active, Clock clock) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.list = list;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param open the form that opens an account
     * @param fields the filters
     * @param others what is wrong with the address beside the fields
     * @param listed a page of the list; null when a form has faults
     */
    record AccountsView(
            FormField open,
            List<FormField> fields,
            List<Issue> others,
            @Nullable AccountsTable listed) implements TemplateInstance {}

    /** The accounts in the order they were entered. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = Query.ofForm(request.query());
        AccountList.Asked asked = asked(query, rulebook);
        long after =
                PageCursor.read(query, asked.text(), 1).map(place -> place[0]).orElse(0L);
        List<Issue> issues = query.issues();
        List<Issue> others = issues.stream()
                .filter(issue -> !List.of("?center", "?asOf").contains(issue.pointer()))
                .toList();
        AccountsTable table =
                issues.isEmpty() ? AccountsTable.of(list.page(asked, after, PAGE), asked, after > 0, query) : null;
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new AccountsView(open("", List.of()), filters(query, issues), others, table));
    }

    /**
     * Leads to the page of an account. A number that is typed is no part of an address, since it may be that of a person.
     *
     * @param request the form's media type
     * @param stream the form: {@code number}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response open(@Context HttpServerRequest request, InputStream stream) {
        String typed = FormBody.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, bodies.read(request, stream))
                .text("number");
        List<Issue> issues = new ArrayList<>();
        ImporterNumber number = AccountPath.number(typed, issues);
        Optional<Long> place = number == null ? Optional.empty() : accounts.findPlace(number);
        if (number != null && place.isPresent()) {
            return Html.seeOther(AccountAddress.of(number, place.get()));
        }
        if (issues.isEmpty()) {
            issues.add(new Issue(
                    IssueCode.ACCOUNT_UNKNOWN,
                    "number",
                    "nothing is on file for this importer number",
                    "Adopt one of its decisions, and its account is opened with it."));
        }
        return Html.answer(
                422, new AccountsView(open(typed, issues), filters(new Query(null), List.of()), List.of(), null));
    }

    private static FormField open(String typed, List<Issue> issues) {
        return FormField.of("number", "Importer number", "text", typed, "12-345678900")
                .judged(issues, issue -> true);
    }

    private static List<FormField> filters(Query query, List<Issue> issues) {
        return List.of(
                field(query, "center", "Center", "select", issues)
                        .choosing(AccountList.CENTERS.stream()
                                .map(Option::ofCenter)
                                .toList()),
                field(query, "asOf", "As of", "date", issues));
    }

    private AccountList.Asked asked(Query query, Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new AccountList.Asked(
                query.word("center", AccountList.CENTERS),
                query.day("asOf", today, rulebook.firstCoveredDay()),
                new Placement(rulebook));
    }

    private static FormField field(Query query, String name, String label, String type, List<Issue> issues) {
        String raw = query.raw(name);
        return FormField.of(name, label, type, raw == null ? "" : raw, "").judged(issues);
    }
}
