package io.centerline.intake.sheet;

import java.io.Closeable;
import java.io.IOException;

/** Rows of a file that was opened for them and is closed with them. */
final class OwnedRows extends ForwardedRows {
    private final Closeable file;

    OwnedRows(RowSource rows, Closeable file) {
        super(rows);
        this.file = file;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
