package io.centerline.web.runs;

import io.centerline.api.Html;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.application.RunFolder;
import io.centerline.application.RunFolders;
import io.centerline.application.RunMover;
import io.centerline.application.RunRejects;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Search;
import io.centerline.web.FlowPicture;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs over files: which there are, and what came of each. */
@Path("/runs")
public final class RunPages {
    private static final int MOST_RUNS = 100;
    private static final int MOST_ROWS = 100;

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "txt", "text/plain;charset=UTF-8",
            "csv", "text/csv;charset=UTF-8",
            "ndjson", "application/x-ndjson",
            "parquet", "application/vnd.apache.parquet");

    private final RunFolders folders;
    private final Search search;

    RunPages(RunFolders folders, Search search) {
        this.folders = folders;
        this.search = search;
    }

    /**
     * The runs.
     *
     * @param found the runs, newest first
     * @param running whether one of them runs
     */
    record ListPage(RunFolders.Listing found, boolean running) implements TemplateInstance {}

    /**
     * One run.
     *
     * @param run how it stands
     * @param running whether it changes by itself
     * @param rows what became of its rows
     * @param picture who is placed elsewhere; null when nothing is compared
     * @param movers the first of those
     * @param rejects the first rejected rows
     */
    record RunPage(
            RunFolder run,
            boolean running,
            List<RowFate> rows,
            @Nullable FlowPicture picture,
            List<Moved> movers,
            RunRejects rejects)
            implements TemplateInstance {}

    /**
     * An importer that is placed elsewhere.
     *
     * @param mover who
     * @param recorded whether the service has decisions of it
     */
    record Moved(RunMover mover, boolean recorded) {}

    /** The runs. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        RunFolders.Listing found = folders.list(MOST_RUNS);
        return Html.ok(
                new ListPage(found, found.runs().stream().anyMatch(run -> run.state() == RunFolder.State.RUNNING)));
    }

    /**
     * How a run stands, and what came of it.
     *
     * @param name of its folder
     */
    @GET
    @Path("{name}")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response get(@PathParam("name") String name, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        RunFolder run = folders.find(name).orElseThrow(RunPages::unknown);
        List<RunFolder.Move> moves = run.moves();
        return Html.ok(new RunPage(
                run,
                run.state() == RunFolder.State.RUNNING,
                RowFate.all(run.rows()),
                moves.isEmpty()
                        ? null
                        : FlowPicture.of(moves.stream()
                                .map(move -> new FlowPicture.Flow(move.from(), move.to(), move.importers()))
                                .toList()),
                folders.movers(run, MOST_ROWS).stream()
                        .map(mover -> new Moved(mover, mover.isNamed() && isRecorded(mover.importer())))
                        .toList(),
                folders.rejects(run, MOST_ROWS)));
    }

    /**
     * A file of the results of a run, as it is.
     *
     * @param name of the run's folder
     * @param file one of the names that a run writes
     */
    @GET
    @Path("{name}/{file}")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response file(
            @PathParam("name") String name, @PathParam("file") String file, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        java.nio.file.Path path = folders.file(name, file)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND, "the run has no such file; its page lists those it has"));
        StreamingOutput copy = out -> {
            try (InputStream in = RunFolders.open(path)) {
                in.transferTo(out);
            }
        };
        return ListFile.of(
                copy,
                TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM),
                name + "-" + file);
    }

    private boolean isRecorded(String importer) {
        Filter filter = new Filter(null, importer, null, null, null, null, null, null, null, null);
        return !search.find(filter, Search.FROM_THE_NEWEST, 1).isEmpty();
    }

    private static RefusedException unknown() {
        return new RefusedException(
                FailureKind.NOT_FOUND, "no run has this name; the page of all runs lists those there are");
    }
}
