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
     * Checks what nobody asked for, once a fault made the rest of the rows useless. A source whose rows can all be read by
     * themselves has nothing to do.
     *
     * @throws Unreadable when a fault there outweighs those of the rows
     * @throws IOException when the source cannot be read at all
     */
    void checkRest() throws IOException;

    /** The source does not hold the rows it should; nothing after this can be read. */
    final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Issue issue;
        private final boolean everywhere;

        /**
         * A fault.
         *
         * @param issue what is wrong
         * @param everywhere whether the rows before it are no rows either, so that their issues are not worth telling
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

        /** Whether issues of rows before it are not worth telling. */
        public boolean isEverywhere() {
            return everywhere;
        }
    }
}
