package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import io.centerline.intake.sheet.EntryRow;
import java.util.List;

/** Takes the rows that are rejected, one at a time; nobody keeps them. */
public interface RejectedRows {

    /** Nobody wants to see them. */
    RejectedRows NOBODY = new RejectedRows() {
        @Override
        public void begin(List<String> titles) {}

        @Override
        public void reject(EntryRow row, String reason, String remedy) {}

        @Override
        public boolean isWanted() {
            return false;
        }
    };

    /**
     * The file has columns with these titles.
     *
     */
    void begin(List<String> titles);

    /**
     * A row is rejected.
     *
     * @param reason what is wrong, with row and column
     * @param remedy how to mend it; empty when the reason says it
     */
    void reject(EntryRow row, String reason, String remedy);

    /**
     * The same with what is wrong, issue by issue. Who wants reason and remedy alone need not look at the issues.
     *
     * @param issues what is wrong, at least one issue
     */
    default void reject(EntryRow row, List<Issue> issues, String reason, String remedy) {
        reject(row, reason, remedy);
    }

    /** Whether the file is worth a second reading for rows that turned out wrong by later ones. */
    default boolean isWanted() {
        return true;
    }
}
