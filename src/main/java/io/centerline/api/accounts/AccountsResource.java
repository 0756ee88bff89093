package io.centerline.api.accounts;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Accepts;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.api.RowStream;
import io.centerline.application.AccountList;
import io.centerline.application.RefusedException;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the accounts on file. */
@Path("/v1/accounts")
public final class AccountsResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final int AT_ONCE = 500;

    private final AccountList accounts;
    private final AccountRequests requests;
    private final ActiveRulebook active;

    AccountsResource(AccountList accounts, AccountRequests requests, ActiveRulebook active) {
        this.accounts = accounts;
        this.requests = requests;
        this.active = active;
    }

    /**
     * A page of accounts.
     *
     * @param asOf the day shown
     * @param accounts in the order they were entered
     * @param next the cursor of the next page; null on the last one
     */
    public record Listing(
            String asOf,
            List<AccountLine> accounts,
            @Nullable String next) {}

    /**
     * The accounts, in the order they were entered: pages as JSON, or all of them in the records of the ACE importer query as
     * plain text.
     *
     * @param headers which of the two is wanted
     * @param request the request's query string: {@code center}, {@code asOf}, {@code limit}, {@code cursor}
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Blocking
    public Response list(@Context HttpHeaders headers, @Context HttpServerRequest request) {
        boolean records = Accepts.ratherThanJson(headers, MediaType.TEXT_PLAIN);
        Rulebook rulebook = active.latest().rulebook();
        Query query = new Query(request.query());
        String center = query.word("center", AccountList.CENTERS);
        LocalDate asOf = query.day("asOf", requests.today(), rulebook.firstCoveredDay());
        int limit = records
                ? query.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE)
                : query.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        AccountList.Asked asked = new AccountList.Asked(center, asOf, new Placement(rulebook));
        String filters = asked.text();
        long after = PageCursor.read(query, filters, 1).map(place -> place[0]).orElse(0L);
        RefusedException.ifAny(query.issues());
        return records
                ? Response.ok(records(asked, after, limit, request), "text/plain;charset=US-ASCII")
                        .build()
                : Response.ok(page(asked, after, limit, filters), MediaType.APPLICATION_JSON)
                        .build();
    }

    private Listing page(AccountList.Asked asked, long after, int limit, String filters) {
        AccountList.Listed listed = accounts.page(asked, after, limit);
        return new Listing(
                asked.asOf().toString(),
                listed.entries().stream().map(AccountLine::of).toList(),
                listed.next() == null ? null : PageCursor.after(filters, listed.next()));
    }

    private RowStream<AccountList.Place> records(
            AccountList.Asked asked, long after, int limit, HttpServerRequest request) {
        return new RowStream<>(
                (from, most) -> accounts.places(asked, from, most),
                AccountList.Place::place,
                AT_ONCE,
                after,
                limit,
                new byte[0],
                row -> row.entry() == null
                        ? new byte[0]
                        : AccountLine.of(row.entry()).records(),
                new ConnectionAbort(request));
    }
}
