package io.centerline.intake.rows;

import io.centerline.intake.sheet.EntryRow;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV of rejected rows in UTF-8: the columns of the input, then {@code Reason} and {@code Remedy}, so that the rows can be mended
 * in it and read again. The file appears with {@link #keep}; until then another name holds it. Its methods throw
 * {@link UncheckedIOException} when the file cannot be written. Not thread-safe.
 */
public final class RejectsFile implements RejectedRows, Closeable {
    private final Path file;
    private final Path unfinished;
    private List<String> titles = List.of();
    private @Nullable CSVPrinter printer;

    /** A file that does not exist yet, or is to be replaced. */
    public RejectsFile(Path file) {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    }

    @Override
    public void begin(List<String> columns) {
        if (titles.isEmpty()) {
            titles = List.copyOf(columns);
        }
    }

    @Override
    public void reject(EntryRow row, String reason, String remedy) {
        try {
            List<String> cells = new ArrayList<>(titles.size() + 2);
            for (int i = 0; i < titles.size(); i++) {
                cells.add(row.cell(i));
            }
            cells.add(reason);
            cells.add(remedy);
            opened().printRecord(cells);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether no row was rejected. */
    public boolean isEmpty() {
        return printer == null;
    }

    /** Finishes the file, with its titles alone when no row was rejected. */
    public void keep() {
        try {
            opened().close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Drops what is not finished. */
    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
            Files.deleteIfExists(unfinished);
        }
    }

    private CSVPrinter opened() throws IOException {
        if (printer == null) {
            BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
            printer = new CSVPrinter(out, CSVFormat.RFC4180);
            List<String> all = new ArrayList<>(titles);
            all.add("Reason");
            all.add("Remedy");
            printer.printRecord(all);
        }
        return printer;
    }
}
