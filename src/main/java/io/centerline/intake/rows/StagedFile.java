package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import java.util.List;
import java.util.Map;

/** What became of a file whose rows were handed over to be read later. */
public sealed interface StagedFile {

    /**
     * The rows were handed over.
     *
     * @param header which column holds what
     * @param orders the order of day and month in each column of days that tells one
     * @param read the rows that are not blank
     * @param titles rows above the header, and rows that repeat it
     * @param sums rows that add others up
     * @param rejected rows that cannot be split into cells
     * @param notes what a user should know, one finished sentence each
     */
    record Staged(
            TableHeader header,
            Map<RowField, DayOrder> orders,
            long read,
            long titles,
            long sums,
            long rejected,
            List<String> notes)
            implements StagedFile {
        public Staged {
            orders = Map.copyOf(orders);
            notes = List.copyOf(notes);
        }

        /** What the columns of its rows hold. */
        public StagedTable table() {
            return table(orders);
        }

        /**
         * The same with what the rows of other files tell as well.
         *
         * @param all the order of day and month in each column of days that tells one
         */
        public StagedTable table(Map<RowField, DayOrder> all) {
            return StagedTable.of(header, all);
        }
    }

    /** What the columns of rows below a header hold, before the days of the rows are known. */
    static StagedTable tableOf(TableHeader header) {
        return StagedTable.of(header, Map.of());
    }

    /**
     * The whole file is refused.
     *
     * @param issues every issue, row by row, at least one
     */
    record Refused(List<Issue> issues) implements StagedFile {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
