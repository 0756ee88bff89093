package io.centerline.intake.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that come from other rows, which closing these closes; what is changed about them is left to its heirs. Not thread-safe. */
public abstract class ForwardedRows implements RowSource {
    private final RowSource rows;

    /** Forwards rows. */
    protected ForwardedRows(RowSource rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable EntryRow next() throws IOException {
        return rows.next();
    }

    @Override
    public void checkRest() throws IOException {
        rows.checkRest();
    }

    @Override
    public String place(long row) {
        return rows.place(row);
    }

    @Override
    public String place(long row, int column, String title) {
        return rows.place(row, column, title);
    }

    @Override
    public boolean writesEmptyCells() {
        return rows.writesEmptyCells();
    }

    @Override
    public void headerAt(long row) {
        rows.headerAt(row);
    }

    @Override
    public List<String> notes() {
        return rows.notes();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
