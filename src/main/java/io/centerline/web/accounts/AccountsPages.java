package io.centerline.web.accounts;

import io.centerline.accounts.Accounts;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.AccountPath;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that lists the accounts on file and opens one by its number. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountsPages {
    private static final int PAGE = 50;

    private final Accounts accounts;
    private final AccountList list;
    private final ActiveRulebook active;
    private final Clock clock;

    AccountsPages(Accounts accounts, AccountList list, ActiveRulebook active, Clock clock) {
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

    /** The accounts in the order they were entered; with {@code number}, the page of that account. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = Query.ofForm(request.query());
        String typed = query.raw("number");
        ImporterNumber found = typed == null ? null : find(typed, query);
        AccountList.Asked asked = asked(query, rulebook);
        long after =
                PageCursor.read(query, asked.text(), 1).map(place -> place[0]).orElse(0L);
        List<Issue> issues = query.issues();
        if (found != null && issues.isEmpty()) {
            return Html.seeOther("/accounts/" + found.text());
        }
        FormField open = field(query, "number", "Importer number", "text", "12-345678900", issues);
        List<FormField> fields = List.of(
                field(query, "center", "Center", "select", "", issues)
                        .choosing(AccountList.CENTERS.stream()
                                .map(Option::ofCenter)
                                .toList()),
                field(query, "asOf", "As of", "date", "", issues));
        List<Issue> others = issues.stream()
                .filter(issue -> !List.of("?number", "?center", "?asOf").contains(issue.pointer()))
                .toList();
        AccountsTable table =
                issues.isEmpty() ? AccountsTable.of(list.page(asked, after, PAGE), asked, after > 0, query) : null;
        return Html.answer(issues.isEmpty() ? 200 : 422, new AccountsView(open, fields, others, table));
    }

    private AccountList.Asked asked(Query query, Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new AccountList.Asked(
                query.word("center", AccountList.CENTERS),
                query.day("asOf", today, rulebook.firstCoveredDay()),
                new Placement(rulebook));
    }

    private @Nullable ImporterNumber find(String typed, Query query) {
        List<Issue> issues = new ArrayList<>();
        ImporterNumber number = AccountPath.number(typed, issues);
        issues.forEach(issue -> query.issue(issue.code(), "number", issue.message(), issue.help()));
        if (number != null && !accounts.file(number).exists()) {
            query.issue(
                    IssueCode.ACCOUNT_UNKNOWN,
                    "number",
                    AccountPath.unknown().failure().detail(),
                    "");
            return null;
        }
        return number;
    }

    private static FormField field(
            Query query, String name, String label, String type, String hint, List<Issue> issues) {
        String raw = query.raw(name);
        return FormField.of(name, label, type, raw == null ? "" : raw, hint).judged(issues);
    }
}
