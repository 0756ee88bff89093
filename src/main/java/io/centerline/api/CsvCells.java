package io.centerline.api;

import java.util.List;

/** Rows of CSV as RFC 4180 has them, harmless in spreadsheets. */
public final class CsvCells {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvCells() {}

    /** A row with its line end. */
    public static String row(List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append(quoted(harmless(cell))).append(",");
        }
        row.setLength(row.length() - 1);
        return row.append("\r\n").toString();
    }

    /** A spreadsheet would run what begins like a formula; behind an apostrophe it is text. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }
}
