package io.centerline.api;

import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Rows of CSV as RFC 4180 has them, harmless in spreadsheets. */
public final class CsvCells {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvCells() {}

    /** A row with its line end. */
    public static String row(List<String> cells) {
        Object[] printed = cells.stream().map(CsvCells::harmless).toArray();
        return CSVFormat.RFC4180.format(printed) + "\r\n";
    }

    /** A spreadsheet would run what begins like a formula; behind an apostrophe it is text. */
    private static @Nullable String harmless(String cell) {
        if (cell.isEmpty()) {
            return null; // The printer leaves null empty and would quote an empty text at the start of a row.
        }
        return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
