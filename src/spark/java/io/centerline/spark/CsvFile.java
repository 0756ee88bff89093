package io.centerline.spark;

import io.airlift.compress.zstd.ZstdInputStream;
import io.centerline.facts.Issue;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.rows.StagedFile;
import io.centerline.intake.rows.StagedRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ForwardedRows;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.RowSources;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** A file of separated values, plain or packed with gzip or zstd, as every other door of the program reads it. */
final class CsvFile {
    private static final int BUFFER = 1 << 18;
    private static final int LOOKED_AT = 200;

    private final String uri;
    private final String name;
    private final Configuration hadoop;

    /**
     * A file.
     *
     * @param name how messages name it
     * @param hadoop how file systems are reached
     */
    CsvFile(String uri, String name, Configuration hadoop) {
        this.uri = uri;
        this.name = name;
        this.hadoop = hadoop;
    }

    /**
     * Reads all of it.
     *
     * @param taker takes its rows
     * @param rejects takes the rows that cannot be split into cells
     * @param head takes the first rows; null when nobody wants them
     * @throws IOException when it cannot be read to its end
     */
    StagedFile stage(RowIntake intake, StagedRows taker, RejectedRows rejects, @Nullable List<List<String>> head)
            throws IOException {
        Path path = new Path(uri);
        try (InputStream stream = unpacked(path.getFileSystem(hadoop).open(path));
                RowSource source = RowSources.open(stream, RowIntake.sheet(""))) {
            return intake.stage(new Named(source, head), RowOptions.LENIENT, taker, rejects);
        } catch (RowSource.Unreadable unreadable) {
            Issue issue = unreadable.issue();
            return new StagedFile.Refused(List.of(issue));
        }
    }

    private InputStream unpacked(InputStream file) throws IOException {
        InputStream buffered = new BufferedInputStream(file, BUFFER);
        String ending = uri.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".gz")) {
            return new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER);
        }
        return ending.endsWith(".zst") ? new BufferedInputStream(new ZstdInputStream(buffered), BUFFER) : buffered;
    }

    /** Its rows, whose places name it; the first ones are also kept. */
    private final class Named extends ForwardedRows {
        private final @Nullable List<List<String>> head;

        Named(RowSource rows, @Nullable List<List<String>> head) {
            super(rows);
            this.head = head;
        }

        @Override
        public @Nullable EntryRow next() throws IOException {
            EntryRow row = super.next();
            if (row != null && head != null && head.size() < LOOKED_AT && !row.isBlank()) {
                head.add(new ArrayList<>(row.cells()));
            }
            return row;
        }

        @Override
        public String place(long row) {
            return name + ", " + super.place(row);
        }

        @Override
        public String place(long row, int column, String title) {
            return name + ", " + super.place(row, column, title);
        }
    }
}
