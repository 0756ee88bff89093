package io.centerline.intake.sheet;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are in memory already: a second source beside the one for CSV. */
public final class ListedRows implements RowSource {
    private final String unit;
    private final Iterator<EntryRow> rows;

    /** The rows; the unit is what their numbers count. */
    public ListedRows(String unit, List<EntryRow> rows) {
        this.unit = unit;
        this.rows = rows.iterator();
    }

    @Override
    public String place(long row) {
        return unit + " " + row;
    }

    @Override
    public String place(long row, int column, String title) {
        return place(row) + ", column \"" + title + "\"";
    }

    @Override
    public boolean writesEmptyCells() {
        return true;
    }

    @Override
    public @Nullable EntryRow next() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void checkRest() {
        // Each row can be read by itself.
    }
}
