package io.centerline.intake.rows;

import io.centerline.intake.sheet.CellFault;
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
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV of rejected rows in UTF-8: the columns of the input, then {@code Reason} and {@code Remedy}, so that the rows can be mended
 * in it and read again. What a spreadsheet would calculate has an apostrophe before it, which readers take off again, so that a
 * cell is read as it came; a row that does not fit the columns stands in the first of
 * them as a whole. The file appears with {@link #keep}; until then another name holds it. Its methods throw
 * {@link UncheckedIOException} when the file cannot be written. Not thread-safe.
 */
public final class RejectsFile implements RejectedRows, Closeable {
    private static final String FORMULA = "=+-@";
    private static final Pattern HARMLESS = Pattern.compile("-[0-9.,]+|=\"(?:[^\"]|\"\")*\"");

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
            if (fits(row)) {
                for (int i = 0; i < titles.size(); i++) {
                    cells.add(cell(row, i));
                }
            } else {
                cells.add(whole(row));
                while (cells.size() < titles.size()) {
                    cells.add("");
                }
            }
            cells.add(inert(reason));
            cells.add(inert(remedy));
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
            List<String> all = new ArrayList<>();
            titles.forEach(title -> all.add(inert(title)));
            all.add("Reason");
            all.add("Remedy");
            printer.printRecord(all);
        }
        return printer;
    }

    /** Whether each cell of the row belongs to a title. */
    private boolean fits(EntryRow row) {
        return row.fault(CellFault.WHOLE_ROW) == null
                && row.filled() <= titles.size()
                && (row.written().isEmpty() || row.written().size() >= titles.size());
    }

    /** The text of a row whose cells do not fit the titles; it stays in one cell, so that it is not read by mistake. */
    private static String whole(EntryRow row) {
        if (row.fault(CellFault.WHOLE_ROW) != null) {
            return inert(String.join("", row.written()));
        }
        return inert(CSVFormat.RFC4180.format((row.written().isEmpty() ? row.cells() : row.written()).toArray()));
    }

    /** A cell as it came, where nothing calculates it. */
    private static String cell(EntryRow row, int column) {
        if (column < row.written().size()) {
            return inert(row.written().get(column));
        }
        return row.isNumeric(column) ? row.cell(column) : inert(row.cell(column));
    }

    /** The text with an apostrophe before what a spreadsheet would calculate; a negative number and {@code ="…"} it only shows. */
    private static String inert(String text) {
        String bare = text.stripLeading();
        if (bare.isEmpty()) {
            return text;
        }
        boolean formula = FORMULA.indexOf(bare.charAt(0)) >= 0
                && !HARMLESS.matcher(bare.stripTrailing()).matches();
        char first = text.charAt(0);
        return formula || first == '\t' || first == '\r' ? "'" + text : text;
    }
}
