package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import java.util.List;

/**
 * What became of every row of a file: read = titles + sums + dropped + rejected + the rows of the lines of all cases.
 *
 * @param read the rows below and above the header that are not blank
 * @param titles rows above the header, and rows that repeat it
 * @param sums rows that add others up
 * @param dropped rows of versions of a line that were not taken
 * @param rejected rows with faults
 * @param rejects the first rows that were rejected, with what is wrong
 * @param rowsOfLines for each case, how many rows each of its lines stands for
 */
public record RowAccount(
        long read,
        long titles,
        long sums,
        long dropped,
        long rejected,
        List<Issue> rejects,
        List<LineRows> rowsOfLines) {

    public RowAccount {
        rejects = List.copyOf(rejects);
        rowsOfLines = List.copyOf(rowsOfLines);
    }

    /** How many rows each line of a case stands for. Immutable. */
    public static final class LineRows {
        private final int[] rows;

        LineRows(int[] rows) {
            this.rows = rows.clone();
        }

        /** The rows of the line at a position. */
        public int of(int line) {
            return rows[line];
        }

        /** The rows of all lines. */
        public long all() {
            long all = 0;
            for (int of : rows) {
                all += of;
            }
            return all;
        }
    }

    /** The rows of the lines of all cases. */
    public long inLines() {
        return rowsOfLines.stream().mapToLong(LineRows::all).sum();
    }
}
