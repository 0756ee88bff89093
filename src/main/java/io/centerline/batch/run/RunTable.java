package io.centerline.batch.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first rows of a CSV that a run wrote.
 *
 * @param titles of the columns
 * @param rows the cells of each row
 * @param more whether there are further rows
 */
public record RunTable(List<String> titles, List<List<String>> rows, boolean more) {
    /** Without a row. */
    public static final RunTable NONE = new RunTable(List.of(), List.of(), false);

    public RunTable {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
    }

    /**
     * Reads it.
     *
     * @param file is closed
     * @param most how many rows
     * @throws IOException when the file cannot be read, or is no CSV
     */
    public static RunTable first(InputStream file, int most) throws IOException {
        try (CSVParser csv = CSVParser.parse(new InputStreamReader(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            List<String> titles = List.of();
            List<List<String>> rows = new ArrayList<>();
            boolean first = true;
            for (CSVRecord record : csv) {
                if (first) {
                    titles = record.toList();
                    first = false;
                } else if (rows.size() == most) {
                    return new RunTable(titles, rows, true);
                } else {
                    rows.add(record.toList());
                }
            }
            return new RunTable(titles, rows, false);
        } catch (UncheckedIOException broken) {
            throw new IOException("it is no CSV", broken);
        }
    }

    /** Where a column is; -1 when there is none with the title. */
    public int column(String title) {
        return titles.indexOf(title);
    }

    /** The cell of a row in a column; empty when the row has none. */
    public static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : "";
    }
}
