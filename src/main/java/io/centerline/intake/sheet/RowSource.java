package io.centerline.intake.sheet;

import io.centerline.facts.Issue;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows, one after the other, from whatever holds them. An implementation knows one format and nothing of entry lines. Rows
 * come as the source has them: titles, totals and blank ones too. Closing it closes what it opened itself. Not thread-safe.
 */
public interface RowSource extends Closeable {

    /**
     * The next row; null after the last.
     *
     * @throws Unreadable when the source does not hold rows from here on
     * @throws IOException when it cannot be read at all
     */
    @Nullable
    EntryRow next() throws IOException;

    /**
     * Checks the rest of the source after a fault ended the reading early. A source in which no row can make another one
     * unreadable has nothing to do.
     *
     * @throws Unreadable when the rest is not readable as rows
     * @throws IOException when the source cannot be read at all
     */
    void checkRest() throws IOException;

    /** A row's place for people: {@code line 12}, {@code Main Report, row 12}. Part of every message about the row. */
    String place(long row);

    /**
     * A cell's place for people: {@code line 12, column "HTS"}, {@code Main Report!B12}.
     *
     * @param row the number of the row
     * @param column the column, from 0
     * @param title the header of the column as the file writes it; empty when it has none
     */
    String place(long row, int column, String title);

    /**
     * Whether each row has a cell for each column, be it an empty one, as files of separated values have. Then a row with
     * fewer cells than the header is broken.
     */
    default boolean writesEmptyCells() {
        return false;
    }

    /**
     * Tells the source which row turned out to be the header. A workbook in which cells of it are merged becomes unreadable
     * after its last row, since only then the merged cells are known.
     */
    default void headerAt(long row) {}

    /**
     * What a user should know of how the source was read, one finished sentence each: another encoding than UTF-8, sheets
     * that were passed over, formulas whose stored values were taken. Complete once the last row was read.
     */
    default List<String> notes() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}

    /** The source does not hold rows from some place on; nothing after that can be read. */
    final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Issue issue;
        private final boolean everywhere;

        /**
         * A fault.
         *
         * @param issue what is wrong
         * @param everywhere whether it makes the rows before it unusable too, so that their issues are not reported
         */
        public Unreadable(Issue issue, boolean everywhere) {
            super(issue.message());
            this.issue = issue;
            this.everywhere = everywhere;
        }

        /** What is wrong. */
        public Issue issue() {
            return issue;
        }

        /** Whether it makes the rows before it unusable too. */
        public boolean isEverywhere() {
            return everywhere;
        }
    }
}
