package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What separates the cells of a file, found from its first rows.
 *
 * @param character the separator
 * @param told whether a line {@code sep=} says so, which is no row
 */
record Separator(char character, boolean told) {
    private static final String LINE = "sep=";
    /** Rows that are looked at. */
    private static final int MOST_ROWS = 50;

    /** How people call the separators that files have, the commonest first. */
    private static final List<Named> KNOWN = List.of(
            new Named(',', "commas"), new Named(';', "semicolons"), new Named('\t', "tabs"), new Named('|', "bars"));

    private record Named(char character, String name) {}

    /** How well a separator splits the rows. */
    private record Fit(Named separator, int columns, int rows) {
        long weight() {
            return (columns - 1L) * rows;
        }
    }

    /**
     * The separator of a file.
     *
     * @param head the first characters of the file
     * @throws RowSource.Unreadable when two fit about equally well
     */
    static Separator find(String head) throws RowSource.Unreadable {
        String line = head.lines().findFirst().orElse("").replace("\"", "");
        if (line.length() == LINE.length() + 1 && line.regionMatches(true, 0, LINE, 0, LINE.length())) {
            return new Separator(line.charAt(LINE.length()), true);
        }
        List<Fit> fits = new ArrayList<>();
        for (boolean titled = true; fits.isEmpty(); titled = false) {
            for (Named each : KNOWN) {
                Fit fit = fit(each, rows(head, each.character()), titled);
                if (fit.columns() > 1) {
                    fits.add(fit);
                }
            }
            if (!titled) {
                break;
            }
        }
        fits.sort(Comparator.comparingLong(Fit::weight).reversed());
        if (fits.size() > 1 && 2 * fits.get(1).weight() >= fits.get(0).weight()) {
            throw unclear(fits.get(0), fits.get(1));
        }
        return new Separator(fits.isEmpty() ? ',' : fits.get(0).separator().character(), false);
    }

    /** What to tell a user who expects commas; empty for commas. */
    String note() {
        return KNOWN.stream()
                .filter(each -> each.character() == character && character != ',')
                .map(each -> "the columns are separated by " + each.name())
                .findFirst()
                .orElse("");
    }

    /** Counts the rows that are as wide as the first one that looks like titles, or as the first one that is split at all. */
    private static Fit fit(Named separator, List<List<String>> rows, boolean titled) {
        int columns = 0;
        int count = 0;
        for (List<String> row : rows) {
            if (columns == 0 && (titled ? isOfTitles(row) : row.size() > 1)) {
                columns = row.size();
            }
            count += columns > 0 && row.size() == columns ? 1 : 0;
        }
        return new Fit(separator, columns, count);
    }

    /** Whether a row has two cells and more, each with a letter. */
    private static boolean isOfTitles(List<String> row) {
        int filled = 0;
        for (String cell : row) {
            if (!cell.isBlank()) {
                filled++;
                if (cell.chars().noneMatch(Character::isLetter)) {
                    return false;
                }
            }
        }
        return filled > 1;
    }

    private static List<List<String>> rows(String head, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < head.length() && rows.size() < MOST_ROWS; i++) {
            char c = head.charAt(i);
            if (quoted && c == '"' && i + 1 < head.length() && head.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || opens(head, i))) {
                quoted = !quoted;
            } else if (quoted) {
                cell.append(c);
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' || c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }

    /** Whether a quotation mark begins a cell, whatever separates the cells. */
    private static boolean opens(String head, int at) {
        return at == 0 || ",;\t|\r\n".indexOf(head.charAt(at - 1)) >= 0;
    }

    private static RowSource.Unreadable unclear(Fit first, Fit second) {
        return new RowSource.Unreadable(
                new Issue(
                        IssueCode.FILE_SEPARATOR,
                        "",
                        "the columns may be separated by " + seen(first) + " or by " + seen(second),
                        "begin the file with a line that tells, such as `sep="
                                + first.separator().character() + "`"),
                true);
    }

    private static String seen(Fit fit) {
        return fit.separator().name() + " (" + fit.columns() + " columns in " + fit.rows()
                + (fit.rows() == 1 ? " row)" : " rows)");
    }
}
