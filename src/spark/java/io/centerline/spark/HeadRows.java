package io.centerline.spark;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The titles and first rows of a file, from memory. Not thread-safe. */
final class HeadRows implements RowSource {
    private final List<? extends List<String>> rows;
    private int next;

    HeadRows(List<? extends List<String>> rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable EntryRow next() {
        return next == rows.size() ? null : new EntryRow(next + 1L, rows.get(next++));
    }

    @Override
    public void checkRest() {
        // Every row can be read.
    }

    @Override
    public String place(long row) {
        return "row " + row;
    }

    @Override
    public String place(long row, int column, String title) {
        return "column \"" + title + "\"";
    }
}
