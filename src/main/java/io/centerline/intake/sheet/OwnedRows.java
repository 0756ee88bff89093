package io.centerline.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a file that was opened for them and is closed with them. */
final class OwnedRows implements RowSource {
    private final RowSource rows;
    private final Closeable file;

    OwnedRows(RowSource rows, Closeable file) {
        this.rows = rows;
        this.file = file;
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
        file.close();
    }
}
