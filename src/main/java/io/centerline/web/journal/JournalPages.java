package io.centerline.web.journal;

import io.centerline.api.DecisionFilters;
import io.centerline.api.Html;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.api.SheetStream;
import io.centerline.facts.Issue;
import io.centerline.journal.JournalComparison;
import io.centerline.journal.search.DecisionSummary;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that lists decisions. */
@Path(JournalAddress.LIST)
@Produces(MediaType.TEXT_HTML)
public final class JournalPages {
    private static final int PAGE = 50;
    private static final long NONE_SEEN = -1;

    private final Search search;
    private final JournalComparison comparison;

    JournalPages(Search search, JournalComparison comparison) {
        this.search = search;
        this.comparison = comparison;
    }

    /**
     * The page.
     *
     * @param form what was asked
     * @param found what was found; null when the form has faults
     */
    record JournalView(FilterForm form, @Nullable JournalList found) implements TemplateInstance {}

    /** The decisions that the filters of the query let pass, newest first. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        Query query = Query.ofForm(request.query());
        Filter filter = DecisionFilters.read(query);
        long before = DecisionFilters.before(query, filter);
        String cursor = query.raw("cursor");
        long seen = query.place("seen", NONE_SEEN, Long.MAX_VALUE, "");
        List<Issue> issues = query.issues();
        FilterForm form = FilterForm.of(query, issues);
        if (!issues.isEmpty()) {
            return Html.answer(422, new JournalView(form, null));
        }
        JournalAddress address = JournalAddress.of(filter);
        if (isUntidy(request.query(), query.raw("importer"), filter)) {
            return Html.seeOther(address.with("cursor", cursor).list());
        }
        return Html.ok(new JournalView(form, found(filter, before, address, seen)));
    }

    /** An address leaves out what does not restrict, and has no number whole that is shown masked. */
    private static boolean isUntidy(@Nullable String sent, @Nullable String importer, Filter filter) {
        boolean blank = sent != null && (sent + "&").contains("=&");
        return blank || (importer != null && !importer.equals(filter.importer()));
    }

    private JournalList found(Filter filter, long before, JournalAddress address, long seen) {
        // Asked for first, so that none that comes meanwhile is passed over.
        long newest = search.find(Filter.ALL, Search.FROM_THE_NEWEST, 1).stream()
                .mapToLong(DecisionSummary::index)
                .max()
                .orElse(NONE_SEEN);
        List<DecisionSummary> found = search.find(filter, before, PAGE + 1);
        List<DecisionSummary> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        JournalCounts counts = JournalCounts.of(search, filter);
        JournalComparison.State state = comparison.state();
        boolean first = before == Search.FROM_THE_NEWEST;
        long last = shown.isEmpty() ? newest : Math.max(newest, shown.get(0).index());
        return new JournalList(
                counts,
                shown.stream().map(decision -> line(decision, seen)).toList(),
                first ? null : address.list(),
                found.size() > PAGE
                        ? address.with(
                                        "cursor",
                                        PageCursor.after(
                                                filter.text(),
                                                shown.get(PAGE - 1).index()))
                                .list()
                        : null,
                !address.filters().isEmpty(),
                address.at(JournalAddress.LIST + ".csv"),
                address.at(JournalAddress.LIST + ".xlsx"),
                counts.total() > SheetStream.MOST_ROWS,
                first ? address.with("after", last).at(JournalNews.ADDRESS) : null,
                state.compared(),
                state.differences());
    }

    private static JournalList.Line line(DecisionSummary decision, long seen) {
        return new JournalList.Line(
                decision,
                new JournalAddress(Map.of("importer", decision.importer())).list(),
                seen != NONE_SEEN && decision.index() > seen);
    }
}
