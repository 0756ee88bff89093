package io.centerline.batch.run;

import io.airlift.compress.zstd.ZstdInputStream;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.sheet.ForwardedRows;
import io.centerline.intake.sheet.NdjsonRows;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;

/** Opens the rows of files of text. Stateless. */
final class InputRows {
    private static final int BUFFER = 1 << 18;

    private InputRows() {}

    /** The rows of a file, whose places name the file. */
    static RowSource open(RunInput input) throws IOException {
        InputStream stream = unpacked(input);
        try {
            RowSource rows = input.format() == RunInput.Format.NDJSON
                    ? new NdjsonRows(stream)
                    : RowSources.open(stream, RowIntake.sheet(""));
            return new Named(rows, input.name(), stream);
        } catch (IOException | RuntimeException failed) {
            stream.close();
            throw failed;
        }
    }

    private static InputStream unpacked(RunInput input) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(input.path()), BUFFER);
        try {
            return switch (input.packing()) {
                case NONE -> file;
                case GZIP -> new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER);
                case ZSTD -> new BufferedInputStream(new ZstdInputStream(file), BUFFER);
            };
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    /** Rows whose places begin with the name of their file. */
    private static final class Named extends ForwardedRows {
        private final String name;
        private final InputStream stream;

        Named(RowSource rows, String name, InputStream stream) {
            super(rows);
            this.name = name;
            this.stream = stream;
        }

        @Override
        public String place(long row) {
            return name + ", " + super.place(row);
        }

        @Override
        public String place(long row, int column, String title) {
            return name + ", " + super.place(row, column, title);
        }

        @Override
        public void close() throws IOException {
            super.close();
            stream.close();
        }
    }
}
