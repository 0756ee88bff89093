package io.centerline.web.journal;

import io.centerline.api.DecisionFilters;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.RefusedException;
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

/** Says whether decisions have come since a list was shown. */
@Path(JournalNews.ADDRESS)
@Produces(MediaType.TEXT_HTML)
public final class JournalNews {
    static final String ADDRESS = JournalAddress.LIST + "/new";

    private static final int MOST = 1_000;

    private final Search search;

    JournalNews(Search search) {
        this.search = search;
    }

    /**
     * A part of the page.
     *
     * @param count at least 1
     * @param more whether there are more than that
     * @param list the address of the list
     */
    record News(int count, boolean more, String list) implements TemplateInstance {}

    /** How many of the decisions behind {@code after} the filters of the query let pass; nothing when there are none. */
    @GET
    @Blocking
    public Response count(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        Filter filter = DecisionFilters.read(query);
        long after = query.place("after", 0, Long.MAX_VALUE, "");
        RefusedException.ifAny(query.issues());
        int count = search.countAfter(filter, after, MOST + 1);
        if (count == 0) {
            return Response.noContent().build();
        }
        String list = JournalAddress.of(filter).with("seen", after).list();
        return Html.ok(new News(Math.min(count, MOST), count > MOST, list));
    }
}
