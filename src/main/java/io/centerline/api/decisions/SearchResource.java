package io.centerline.api.decisions;

import io.centerline.api.ConnectionAbort;
import io.centerline.api.DecisionFilters;
import io.centerline.api.DecisionLists;
import io.centerline.api.DecisionRow;
import io.centerline.api.ListFormat;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.api.RowStream;
import io.centerline.application.RefusedException;
import io.centerline.facts.IssueCode;
import io.centerline.journal.JournalComparison;
import io.centerline.journal.search.Counts;
import io.centerline.journal.search.DecisionSummary;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Grouping;
import io.centerline.journal.search.Row;
import io.centerline.journal.search.Search;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds decisions. */
@Path("/v1/decisions")
public final class SearchResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final int DECISIONS_AT_ONCE = 100;
    /** What {@link Listing} says as {@code compared}, for formats that have rows only. */
    private static final String COMPARED = "Journal-Compared";

    private static final String DIFFERENCES = "Journal-Differences";

    private final Search search;
    private final DecisionLists lists;
    private final JournalComparison comparison;

    SearchResource(Search search, DecisionLists lists, JournalComparison comparison) {
        this.search = search;
        this.lists = lists;
        this.comparison = comparison;
    }

    /**
     * A page of decisions.
     *
     * @param decisions the newest first
     * @param next the cursor of the next page; null on the last one
     * @param compared the decisions with smaller indices were compared with their leaves since they were recorded
     * @param differences how many differences that found lately
     */
    public record Listing(
            List<DecisionRow> decisions, @Nullable String next, long compared, long differences) {}

    /**
     * The decisions that the query's filters let pass, newest first: summaries in pages as JSON, all of them as CSV, or whole
     * decisions as NDJSON.
     *
     * @param request the request's query string
     * @param headers which of the three is wanted
     */
    @GET
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response list(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        ListFormat format = ListFormat.of(headers);
        Query query = new Query(request.query());
        Filter filter = DecisionFilters.read(query);
        int limit = format == ListFormat.JSON
                ? query.number("limit", 1, LARGEST_PAGE, USUAL_PAGE)
                : query.number("limit", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        long before = DecisionFilters.before(query, filter);
        RefusedException.ifAny(query.issues());
        Object entity = switch (format) {
            case JSON -> page(filter, before, limit);
            case NDJSON -> ndjson(filter, before, limit, new ConnectionAbort(request));
            case CSV -> lists.csv(filter, before, limit, new ConnectionAbort(request));
        };
        Response.ResponseBuilder answer = Response.ok(entity).header(HttpHeaders.CONTENT_TYPE, format.contentType());
        if (format != ListFormat.JSON) {
            JournalComparison.State state = comparison.state();
            answer.header(COMPARED, state.compared()).header(DIFFERENCES, state.differences());
        }
        return answer.build();
    }

    /**
     * Counts.
     *
     * @param by what was counted by
     * @param total all decisions found
     * @param counts by key, in the order of keys
     */
    public record CountsAnswer(String by, long total, List<KeyCount> counts) {}

    /**
     * How many decisions have a key.
     *
     * @param key a code or a month
     * @param count at least 1
     */
    public record KeyCount(String key, long count) {}

    /**
     * How many decisions the query's filters let pass, by Center, basis, review or month.
     *
     * @param request the request's query string
     */
    @GET
    @Path("counts")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public CountsAnswer count(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        Grouping by = by(query);
        Filter filter = DecisionFilters.read(query);
        RefusedException.ifAny(query.issues());
        Counts counts = search.count(filter, by);
        return new CountsAnswer(
                text(by),
                counts.total(),
                counts.byKey().entrySet().stream()
                        .map(count -> new KeyCount(count.getKey(), count.getValue()))
                        .toList());
    }

    private static Grouping by(Query query) {
        if (query.raw("by") == null) {
            query.issue(
                    IssueCode.PARAMETER_MISSING,
                    "by",
                    "query parameter `by` is missing",
                    "use one of `center`, `basis`, `review`, `month`");
        }
        return query.word("by", Grouping.class, Grouping.CENTER);
    }

    private static String text(Grouping by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private Listing page(Filter filter, long before, int limit) {
        List<DecisionSummary> found = search.find(filter, before, limit + 1);
        boolean more = found.size() > limit;
        List<DecisionSummary> shown = more ? found.subList(0, limit) : found;
        JournalComparison.State state = comparison.state();
        return new Listing(
                shown.stream().map(DecisionRow::of).toList(),
                more ? PageCursor.after(filter.text(), shown.get(limit - 1).index()) : null,
                state.compared(),
                state.differences());
    }

    private StreamingOutput ndjson(Filter filter, long before, int limit, Runnable cut) {
        return new RowStream<>(
                (start, most) -> search.findWhole(filter, start, most),
                Row::index,
                DECISIONS_AT_ONCE,
                before,
                limit,
                new byte[0],
                given -> line(given.body()),
                cut);
    }

    private static byte[] line(byte[] body) {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        line[body.length] = '\n';
        return line;
    }
}
