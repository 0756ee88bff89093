package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.api.SheetStream.Column;
import io.centerline.application.RefusedException;
import io.centerline.application.TariffMap;
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
import java.util.function.Function;
import java.util.stream.Collectors;

/** The headings that differ between two days as files for spreadsheets. */
@Path("/rules")
public final class ChangeFilesPages {
    private static final List<Column<MapCell>> COLUMNS = List.of(
            new Column<>("Heading", 10, MapCell::heading),
            new Column<>("Center before", 30, cell -> centers(cell.before())),
            new Column<>("Rules before", 24, cell -> rules(cell.before())),
            new Column<>("Standing before", 20, cell -> standings(cell.before())),
            new Column<>("Center after", 30, cell -> centers(cell.after())),
            new Column<>("Rules after", 24, cell -> rules(cell.after())),
            new Column<>("Standing after", 20, cell -> standings(cell.after())));

    private final TariffMap map;
    private final ActiveRulebook active;
    private final Clock clock;

    ChangeFilesPages(TariffMap map, ActiveRulebook active, Clock clock) {
        this.map = map;
        this.active = active;
        this.clock = clock;
    }

    /** The headings that changed from {@code since} to {@code asOf} of the query, as CSV. */
    @GET
    @Path("changes.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        return ListFile.csv(COLUMNS, RowPages.of(changed(rulebook, days(rulebook, request))), "changed-headings.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("changes.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response xlsx(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        MapDays days = days(rulebook, request);
        SheetStream<MapCell> sheet = new SheetStream<>(
                "Changed headings",
                COLUMNS,
                RowPages.of(changed(rulebook, days)),
                List.of(
                        new SheetStream.Line("Rulebook", rulebook.hash()),
                        new SheetStream.Line("Before", String.valueOf(days.since())),
                        new SheetStream.Line("After", days.asOf().toString())));
        return ListFile.workbook(sheet, "changed-headings.xlsx");
    }

    private MapDays days(Rulebook rulebook, HttpServerRequest request) {
        Query query = Query.ofForm(request.query());
        MapDays days = MapDays.of(query, rulebook, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        RefusedException.ifAny(query.issues());
        return days;
    }

    private List<MapCell> changed(Rulebook rulebook, MapDays days) {
        return days.changed(map, rulebook, days.look(map, rulebook, null));
    }

    private static String centers(List<TariffMap.Share> shares) {
        return listed(shares, share -> share.center().code());
    }

    private static String rules(List<TariffMap.Share> shares) {
        return listed(
                shares,
                share -> share.rules().stream().map(rule -> rule.id().text()).collect(Collectors.joining(" ")));
    }

    private static String standings(List<TariffMap.Share> shares) {
        return listed(shares, share -> share.standing().text());
    }

    private static String listed(List<TariffMap.Share> shares, Function<TariffMap.Share, String> said) {
        return shares.stream().map(said).collect(Collectors.joining("; "));
    }
}
