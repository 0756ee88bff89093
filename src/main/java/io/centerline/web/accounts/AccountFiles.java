package io.centerline.web.accounts;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.api.SheetStream.Column;
import io.centerline.api.SheetStream.Line;
import io.centerline.application.AccountList;
import io.centerline.application.AccountList.Entry;
import io.centerline.application.AccountList.Place;
import io.centerline.application.RefusedException;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The list of accounts as files for spreadsheets, read while they are written. */
@Path("/")
@Produces(MediaType.WILDCARD)
public final class AccountFiles {
    private static final int AT_ONCE = 500;

    private static final List<Column<Place>> COLUMNS = List.of(
            column("number", 15, entry -> entry.file().number().masked()),
            column(
                    "name",
                    40,
                    entry -> entry.file().number().shownName(entry.file().name())),
            column("kind", 12, entry -> entry.file().kind().name()),
            column("version", 9, entry -> entry.file().version()),
            column("status", 14, entry -> entry.outcome().status()),
            column("center", 10, entry -> entry.outcome().code()),
            column(
                    "basis",
                    14,
                    entry -> entry.outcome().basis() == null
                            ? null
                            : entry.outcome().basis().name()));

    private final AccountList list;
    private final ActiveRulebook active;
    private final Clock clock;

    AccountFiles(AccountList list, ActiveRulebook active, Clock clock) {
        this.list = list;
        this.active = active;
        this.clock = clock;
    }

    private static Column<Place> column(String title, int width, Function<Entry, @Nullable Object> cell) {
        return new Column<>(title, width, place -> cell.apply(Objects.requireNonNull(place.entry())));
    }

    /** The accounts as CSV. */
    @GET
    @Path("accounts.csv")
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        return ListFile.csv(COLUMNS, rows(asked(request), Long.MAX_VALUE, request), "accounts.csv");
    }

    /** The accounts as a workbook, as many as a sheet has rows. */
    @GET
    @Path("accounts.xlsx")
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        AccountList.Asked asked = asked(request);
        List<Line> about = List.of(
                new Line("as of", asked.asOf().toString()),
                new Line("center", asked.center() == null ? "" : asked.center()),
                new Line(
                        "rows",
                        "the first " + SheetStream.MOST_ROWS + " accounts at most; the same list as CSV has all"));
        return ListFile.workbook(
                new SheetStream<>("Accounts", COLUMNS, rows(asked, SheetStream.MOST_ROWS, request), about),
                "accounts.xlsx");
    }

    private RowPages<Place> rows(AccountList.Asked asked, long most, HttpServerRequest request) {
        return new RowPages<Place>(
                        (from, page) -> list.places(asked, from, page),
                        Place::place,
                        AT_ONCE,
                        0,
                        most,
                        new ConnectionAbort(request))
                .only(place -> place.entry() != null);
    }

    private AccountList.Asked asked(HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = new Query(request.query());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        AccountList.Asked asked = new AccountList.Asked(
                query.word("center", AccountList.CENTERS),
                query.day("asOf", today, rulebook.firstCoveredDay()),
                new Placement(rulebook));
        RefusedException.ifAny(query.issues());
        return asked;
    }
}
