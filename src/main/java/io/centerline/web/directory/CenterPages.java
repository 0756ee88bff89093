package io.centerline.web.directory;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.application.ActivityHandling;
import io.centerline.application.CenterDirectory;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.evidence.Strength;
import io.centerline.rulebook.vocabulary.Office;
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
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The directory of the ten Centers, as a page and as files. */
@Path("/")
public final class CenterPages {
    private final CenterDirectory directory;
    private final ActiveRulebook active;
    private final Clock clock;

    CenterPages(CenterDirectory directory, ActiveRulebook active, Clock clock) {
        this.directory = directory;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param asked the day as it was typed
     * @param asOf the day shown
     * @param placed how many ten-digit numbers belong to a Center
     * @param reportable how many there are
     * @param cards one for each Center
     * @param strengths what numbers can rest on
     * @param offices who handles what
     * @param issues what is wrong with the day
     */
    record DirectoryPage(
            @Nullable String asked,
            LocalDate asOf,
            long placed,
            int reportable,
            List<CenterCard> cards,
            List<Strength> strengths,
            List<Handled> offices,
            List<Issue> issues)
            implements TemplateInstance {}

    /**
     * Activities with one kind of office.
     *
     * @param title which
     * @param handlings what they handle
     */
    record Handled(String title, List<ActivityHandling> handlings) {}

    /** The page, on the day {@code asOf} of the query or today (UTC). */
    @GET
    @Path("centers")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response page(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String asked = query.raw("asOf");
        CenterDirectory.Listing listing = listing(query);
        List<Issue> issues = query.issues();
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new DirectoryPage(
                        asked,
                        listing.asOf(),
                        listing.centers().stream()
                                .mapToLong(CenterDirectory.Entry::numbers)
                                .sum(),
                        listing.reportable(),
                        CenterCard.all(listing),
                        List.of(Strength.values()),
                        List.of(
                                handled("The Center, alone or with the port", listing, Office::hasCenter),
                                handled("The port", listing, office -> office == Office.PORT),
                                handled(
                                        "Other offices",
                                        listing,
                                        office -> !office.hasCenter() && office != Office.PORT)),
                        issues));
    }

    /** The Centers of a day as CSV, a row for each. */
    @GET
    @Path("centers.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        CenterDirectory.Listing listing = asked(request);
        return ListFile.csv(
                DirectoryTable.COLUMNS, RowPages.of(CenterCard.all(listing)), "centers-" + listing.asOf() + ".csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("centers.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        CenterDirectory.Listing listing = asked(request);
        return ListFile.workbook(
                new SheetStream<>(
                        "Centers",
                        DirectoryTable.COLUMNS,
                        RowPages.of(CenterCard.all(listing)),
                        List.of(new SheetStream.Line("As of", listing.asOf().toString()))),
                "centers-" + listing.asOf() + ".xlsx");
    }

    private CenterDirectory.Listing asked(HttpServerRequest request) {
        Query query = new Query(request.query());
        CenterDirectory.Listing listing = listing(query);
        RefusedException.ifAny(query.issues());
        return listing;
    }

    private CenterDirectory.Listing listing(Query query) {
        Rulebook rulebook = active.latest().rulebook();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return directory.on(rulebook, query.day("asOf", today, rulebook.firstCoveredDay()));
    }

    private static Handled handled(String title, CenterDirectory.Listing listing, Predicate<Office> offices) {
        return new Handled(
                title,
                listing.handlings().stream()
                        .filter(handling -> offices.test(handling.office()))
                        .toList());
    }
}
