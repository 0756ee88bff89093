package io.centerline.spark;

import io.centerline.batch.GroupDecision;
import io.centerline.batch.GroupPlacement;
import io.centerline.batch.GroupRow;
import io.centerline.batch.PlacedGroup;
import io.centerline.batch.RowCounts;
import io.centerline.batch.RunDecision;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The results of rows, one group after the other, and last what became of all rows. Rows come as key, file, number and cells,
 * sorted by the first three. Holds the rows of one group. Not thread-safe.
 */
final class PlacedRows implements Iterator<Row> {
    private static final int CELLS = 3;

    private final Iterator<Row> rows;
    private final GroupPlacement placement;
    private final RowAddition addition;
    private final FilePlaces places;
    private final RunDecision.Stamp stamp;
    private final Deque<Row> ready = new ArrayDeque<>();
    private @Nullable Row ahead;
    private RowCounts counts = RowCounts.NONE;
    private boolean ended;

    PlacedRows(
            Iterator<Row> rows,
            GroupPlacement placement,
            RowAddition addition,
            FilePlaces places,
            RunDecision.Stamp stamp) {
        this.rows = rows;
        this.placement = placement;
        this.addition = addition;
        this.places = places;
        this.stamp = stamp;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            List<GroupRow> group = group();
            if (group.isEmpty()) {
                ended = true;
                ready.add(OutRows.counts(counts));
            } else {
                place(group);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private List<GroupRow> group() {
        List<GroupRow> group = new ArrayList<>();
        String key = "";
        while (ahead != null || rows.hasNext()) {
            Row row = ahead != null ? ahead : rows.next();
            ahead = null;
            if (group.isEmpty()) {
                key = row.getString(0);
            } else if (!row.getString(0).equals(key)) {
                ahead = row;
                break;
            }
            List<String> cells = new ArrayList<>(row.size() - CELLS);
            for (int i = CELLS; i < row.size(); i++) {
                cells.add(row.getString(i));
            }
            group.add(new GroupRow(row.getInt(1), row.getLong(2), 1, cells));
        }
        return group;
    }

    private void place(List<GroupRow> group) {
        PlacedGroup placed = place(addition.of(group), true);
        if (placed instanceof PlacedGroup.Apart) {
            placed = place(group, false);
        }
        if (!(placed instanceof PlacedGroup.Decided decided)) {
            throw new IllegalStateException("rows by themselves were not decided");
        }
        for (GroupDecision each : decided.importers()) {
            ready.add(OutRows.decision(RunDecision.of(each, stamp), places.name(each.file())));
        }
        counts = counts.plus(decided.rows());
    }

    private PlacedGroup place(List<GroupRow> group, boolean added) {
        List<Row> rejected = new ArrayList<>();
        PlacedGroup placed = placement.place(group, places, new RejectedRows() {
            @Override
            public void begin(List<String> titles) {
                // The columns are known.
            }

            @Override
            public void reject(EntryRow row, String reason, String remedy) {
                GroupRow of = group.get((int) row.number() - 1);
                rejected.add(OutRows.reject(places.name(of.file()), of.row(), reason, remedy, of.cells()));
            }
        });
        if (!added || placed instanceof PlacedGroup.Decided) {
            ready.addAll(rejected);
        }
        return placed;
    }
}
