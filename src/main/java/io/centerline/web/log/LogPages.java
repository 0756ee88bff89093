package io.centerline.web.log;

import io.centerline.api.ConnectionAbort;
import io.centerline.api.Html;
import io.centerline.api.LeafRange;
import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.api.RowPages;
import io.centerline.api.SheetStream;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.journal.ConsistencyProof;
import io.centerline.journal.JournalComparison;
import io.centerline.journal.LogRecords;
import io.centerline.journal.SignedCheckpoint;
import io.centerline.journal.StoredRecord;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.RecordKind;
import io.centerline.log.VerifierKey;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transparency log: its newest checkpoint, what it holds, and how to verify it. */
@Path("/")
public final class LogPages {
    private static final int PAGE = 25;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final long LAST_PLACE = 999_999_999_999_999_999L;
    private static final List<String> KINDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::word).toList();

    private final TransparencyLog log;
    private final LogRecords records;
    private final JournalComparison comparison;

    LogPages(TransparencyLog log, LogRecords records, JournalComparison comparison) {
        this.log = log;
        this.records = records;
        this.comparison = comparison;
    }

    /**
     * The page.
     *
     * @param origin names the log
     * @param checkpoint the newest one
     * @param keys what verifies it
     * @param decisions how many leaves are decisions
     * @param counts how many leaves there are of each other kind
     * @param compared how far the comparison with the leaves is
     * @param listed the records shown
     * @param growth that the log only grew between two sizes; null unless asked
     * @param from the smaller size as typed
     * @param to the larger size as typed
     * @param commands to verify it
     * @param issues what is wrong with what was typed
     */
    record LogPage(
            String origin,
            SignedCheckpoint checkpoint,
            List<String> keys,
            long decisions,
            Map<String, Long> counts,
            JournalComparison.State compared,
            Listed listed,
            @Nullable ConsistencyProof growth,
            @Nullable String from,
            @Nullable String to,
            List<VerifyCommands.Command> commands,
            List<Issue> issues)
            implements TemplateInstance {}

    /**
     * Some of the leaves that are no decisions, the last one first.
     *
     * @param kinds the kinds there are
     * @param kind only of this kind; null for all
     * @param rows the leaves
     * @param next where the next page begins; null at the end
     */
    record Listed(
            List<String> kinds,
            @Nullable String kind,
            List<LeafRow> rows,
            @Nullable Long next) {}

    /**
     * The page: {@code kind} and {@code before} of the query choose records, {@code from} and {@code to} ask for a proof of growth.
     *
     * @param request the request's query string
     */
    @GET
    @Path("log")
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public Response page(@Context HttpServerRequest request) {
        SignedCheckpoint newest = log.newest();
        Query query = Query.ofForm(request.query());
        String from = query.raw("from");
        String to = query.raw("to");
        LeafRange range = LeafRange.of(query, newest.size());
        String kind = query.word("kind", KINDS);
        long before = query.place("before", LAST_PLACE, LAST_PLACE, "is larger than any place in the journal");
        List<Issue> issues = query.issues();
        Map<String, Long> counts = records.count(newest.size());
        Listed listed = listed(kind, before);
        List<String> keys = log.verifiers().stream().map(VerifierKey::text).toList();
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new LogPage(
                        log.origin(),
                        newest,
                        keys,
                        newest.size()
                                - counts.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                        counts,
                        comparison.state(),
                        listed,
                        issues.isEmpty() && (from != null || to != null)
                                ? log.proveGrowth(range.from(), range.to())
                                : null,
                        from,
                        to,
                        VerifyCommands.all(
                                VerifyCommands.address(request),
                                keys.get(0),
                                listed.rows().isEmpty()
                                        ? null
                                        : listed.rows().get(0).index()),
                        issues));
    }

    /**
     * The leaves that are no decisions as CSV, in their order; with {@code kind} only those of one kind.
     *
     * @param request the request's query string
     */
    @GET
    @Path("log/records.csv")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response csv(@Context HttpServerRequest request) {
        return ListFile.csv(LeafRow.COLUMNS, rows(request, Long.MAX_VALUE), "log-records.csv");
    }

    /**
     * The same as a workbook, as far as a sheet has rows.
     *
     * @param request the request's query string
     */
    @GET
    @Path("log/records.xlsx")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response workbook(@Context HttpServerRequest request) {
        return ListFile.workbook(
                new SheetStream<>(
                        "Leaves",
                        LeafRow.COLUMNS,
                        rows(request, SheetStream.MOST_ROWS),
                        List.of(new SheetStream.Line("Log", log.origin()))),
                "log-records.xlsx");
    }

    private RowPages<StoredRecord> rows(HttpServerRequest request, long most) {
        RecordKind kind = asked(request);
        return new RowPages<>(
                (from, page) -> records.list(kind, from, page),
                row -> row.index() + 1,
                ROWS_AT_ONCE,
                0,
                most,
                new ConnectionAbort(request));
    }

    private static @Nullable RecordKind asked(HttpServerRequest request) {
        Query query = Query.ofForm(request.query());
        RecordKind kind = kind(query.word("kind", KINDS));
        RefusedException.ifAny(query.issues());
        return kind;
    }

    private Listed listed(@Nullable String kind, long before) {
        List<StoredRecord> found = records.latest(kind(kind), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<LeafRow> rows = found.stream().limit(PAGE).map(LeafRow::of).toList();
        return new Listed(KINDS, kind, rows, more ? rows.get(PAGE - 1).index() : null);
    }

    private static @Nullable RecordKind kind(@Nullable String word) {
        return word == null ? null : RecordKind.of(word).orElseThrow();
    }
}
