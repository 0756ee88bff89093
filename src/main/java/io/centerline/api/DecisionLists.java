package io.centerline.api;

import io.centerline.api.SheetStream.Column;
import io.centerline.api.SheetStream.Line;
import io.centerline.journal.search.DecisionSummary;
import io.centerline.journal.search.Filter;
import io.centerline.journal.search.Grouping;
import io.centerline.journal.search.Row;
import io.centerline.journal.search.Search;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists of decisions as files for spreadsheets, read while they are written. */
@Singleton
public final class DecisionLists {
    private static final int ROWS_AT_ONCE = 500;

    private static final List<Column<DecisionSummary>> COLUMNS = List.of(
            new Column<>("No.", 10, DecisionSummary::index),
            new Column<>("Decided (UTC)", 20, DecisionSummary::decidedAt),
            new Column<>("Importer", 15, DecisionSummary::importer),
            new Column<>("As of", 12, DecisionSummary::asOf),
            new Column<>("Status", 14, DecisionSummary::status),
            new Column<>("Center", 10, DecisionSummary::center),
            new Column<>("Basis", 16, DecisionSummary::basis),
            new Column<>("Reviews", 34, found -> String.join(" ", found.reviews())),
            new Column<>("Rules", 60, found -> String.join(" ", found.rules())),
            new Column<>("Rulebook", 30, DecisionSummary::rulebook),
            new Column<>("Id", 38, found -> found.id().toString()),
            new Column<>("Kind", 12, found -> found.kind().name()));

    private final Search search;

    DecisionLists(Search search) {
        this.search = search;
    }

    /**
     * CSV, one row a decision, the newest first.
     *
     * @param before they have smaller indices
     * @param most at most so many
     * @param cut ends the connection when the list cannot be finished
     */
    public StreamingOutput csv(Filter filter, long before, long most, Runnable cut) {
        return new RowStream<>(
                (start, some) -> search.find(filter, start, some),
                Row::index,
                ROWS_AT_ONCE,
                before,
                most,
                utf8(CsvCells.row(DecisionRow.COLUMNS)),
                found -> utf8(CsvCells.row(DecisionRow.of(found).cells())),
                cut);
    }

    /**
     * A workbook, one row a decision, the newest first; as many as a sheet has rows.
     *
     * @param cut ends the connection when the list cannot be finished
     */
    public SheetStream<DecisionSummary> workbook(Filter filter, Runnable cut) {
        long total = search.count(filter, Grouping.CENTER).total();
        RowPages<DecisionSummary> rows = new RowPages<>(
                (start, some) -> search.find(filter, start, some),
                Row::index,
                ROWS_AT_ONCE,
                Search.FROM_THE_NEWEST,
                SheetStream.MOST_ROWS,
                cut);
        return new SheetStream<>("Decisions", COLUMNS, rows, about(filter, total));
    }

    private static List<Line> about(Filter filter, long total) {
        List<Line> about = new ArrayList<>();
        DecisionFilters.values(filter).forEach((name, value) -> about.add(new Line(name, value)));
        about.add(new Line("decisions", Long.toString(total)));
        if (total > SheetStream.MOST_ROWS) {
            about.add(new Line(
                    "rows",
                    "a sheet has room for " + SheetStream.MOST_ROWS
                            + " decisions, the newest are here; the same list as CSV has all"));
        }
        return about;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
