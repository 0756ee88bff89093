package io.centerline.intake;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are in memory already: a second source beside the one for CSV. */
final class ListedRows implements RowSource {
    private final String unit;
    private final Iterator<EntryRow> rows;

    ListedRows(String unit, List<EntryRow> rows) {
        this.unit = unit;
        this.rows = rows.iterator();
    }

    @Override
    public String unit() {
        return unit;
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
