package io.centerline.api.accounts;

import io.centerline.accounts.Accounts;
import io.centerline.accounts.ListedAccount;
import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Accepts;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.api.RowStream;
import io.centerline.application.RefusedException;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.Center;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the accounts on file. */
@Path("/v1/accounts")
public final class AccountsResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final int AT_ONCE = 500;
    /** How many accounts a page looks at before it ends short, so that a rare Center cannot keep anyone waiting. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final List<String> CODES = Stream.concat(
                    Arrays.stream(Center.values()).map(Center::code), Stream.of("PNDING", "NOTELG"))
            .toList();

    private final Accounts accounts;
    private final AccountRequests requests;
    private final ActiveRulebook active;

    AccountsResource(Accounts accounts, AccountRequests requests, ActiveRulebook active) {
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

    /** What is asked for. */
    private record Asked(@Nullable String center, LocalDate asOf, Placement placement) {
        boolean takes(AccountLine line) {
            return center == null || center.equals(line.center());
        }
    }

    /** An account with its place in the list; without a line when the filters do not let it pass. */
    private record Row(long place, @Nullable AccountLine line) {}

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
        String center = query.word("center", CODES);
        LocalDate asOf = query.day("asOf", requests.today(), rulebook.firstCoveredDay());
        int limit = records
                ? query.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE)
                : query.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        String filters = center + " " + asOf;
        long after = PageCursor.read(query, filters, 1).map(place -> place[0]).orElse(0L);
        RefusedException.ifAny(query.issues());
        Asked asked = new Asked(center, asOf, new Placement(rulebook));
        return records
                ? Response.ok(records(asked, after, limit, request), "text/plain;charset=US-ASCII")
                        .build()
                : Response.ok(page(asked, after, limit, filters), MediaType.APPLICATION_JSON)
                        .build();
    }

    private Listing page(Asked asked, long after, int limit, String filters) {
        List<AccountLine> shown = new ArrayList<>();
        long place = after;
        int lookedAt = 0;
        int portion = asked.center() == null ? Math.min(AT_ONCE, limit + 1) : AT_ONCE;
        while (true) {
            List<Row> rows = rows(asked, place, portion);
            for (Row row : rows) {
                if (row.line() != null) {
                    if (shown.size() == limit) {
                        return new Listing(asked.asOf().toString(), shown, PageCursor.after(filters, place));
                    }
                    shown.add(row.line());
                }
                place = row.place();
            }
            lookedAt += rows.size();
            if (rows.size() < portion) {
                return new Listing(asked.asOf().toString(), shown, null);
            }
            if (lookedAt >= MOST_LOOKED_AT) {
                return new Listing(asked.asOf().toString(), shown, PageCursor.after(filters, place));
            }
        }
    }

    private RowStream<Row> records(Asked asked, long after, int limit, HttpServerRequest request) {
        return new RowStream<>(
                (from, most) -> rows(asked, from, most),
                Row::place,
                AT_ONCE,
                after,
                limit,
                new byte[0],
                row -> row.line() == null ? new byte[0] : row.line().records(),
                new ConnectionAbort(request));
    }

    private List<Row> rows(Asked asked, long after, int most) {
        List<ListedAccount> listed = accounts.list(after, most);
        return listed.stream()
                .map(each -> {
                    AccountLine line = AccountLine.of(each, asked.asOf(), asked.placement());
                    return new Row(each.place(), asked.takes(line) ? line : null);
                })
                .toList();
    }
}
