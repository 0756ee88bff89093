package io.centerline.intake;

import io.centerline.facts.Issue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of entry lines, one after the other, from whatever holds them. {@link RowIntake} reads them; an implementation knows
 * one format and nothing of entry lines. Not thread-safe.
 */
public interface RowSource {

    /** What the numbers of rows count, such as {@code line}; part of every message about a row. */
    String unit();

    /**
     * The next row; the first one names the columns. Null after the last.
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
