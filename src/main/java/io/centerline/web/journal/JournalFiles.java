package io.centerline.web.journal;

import io.centerline.api.ConnectionAbort;
import io.centerline.api.DecisionFilters;
import io.centerline.api.DecisionLists;
import io.centerline.api.ListFile;
import io.centerline.api.ListFormat;
import io.centerline.api.Query;
import io.centerline.api.SheetStream;
import io.centerline.application.RefusedException;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The list of decisions as files for spreadsheets. */
@Path("/")
@Produces(MediaType.WILDCARD)
public final class JournalFiles {
    private final DecisionLists lists;

    JournalFiles(DecisionLists lists) {
        this.lists = lists;
    }

    /** All decisions that the filters of the query let pass, as CSV with the columns of the API. */
    @GET
    @Path("decisions.csv")
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        StreamingOutput csv =
                lists.csv(filter(request), Search.FROM_THE_NEWEST, Long.MAX_VALUE, new ConnectionAbort(request));
        return ListFile.of(csv, ListFormat.CSV.contentType(), "decisions.csv");
    }

    /** The same as a workbook. */
    @GET
    @Path("decisions.xlsx")
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        SheetStream<?> workbook = lists.workbook(filter(request), new ConnectionAbort(request));
        return ListFile.workbook(workbook, "decisions.xlsx");
    }

    private static Filter filter(HttpServerRequest request) {
        Query query = new Query(request.query());
        Filter filter = DecisionFilters.read(query);
        RefusedException.ifAny(query.issues());
        return filter;
    }
}
