package io.centerline.web.journal;

import io.centerline.journal.search.DecisionSummary;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is below the form: counts, a page of decisions, and ways on.
 *
 * @param counts of all that the filter lets pass
 * @param rows the newest first
 * @param first the address of the first page; null on it
 * @param next the address of the next page; null on the last one
 * @param restricted whether a filter is set
 * @param csv the whole list as CSV
 * @param workbook the whole list as a workbook
 * @param cutOff whether a workbook has no room for it
 * @param news where to ask whether decisions have come since; null on other pages than the first
 * @param compared the decisions with smaller indices were compared with their leaves
 * @param differences how many differences that found lately
 */
public record JournalList(
        JournalCounts counts,
        List<Line> rows,
        @Nullable String first,
        @Nullable String next,
        boolean restricted,
        String csv,
        String workbook,
        boolean cutOff,
        @Nullable String news,
        long compared,
        long differences) {

    /**
     * A decision.
     *
     * @param decision in one line
     * @param importer the address of the importer's decisions
     * @param isNew whether it came since the page was first shown
     */
    public record Line(DecisionSummary decision, String importer, boolean isNew) {

        /** The status in words. */
        public String state() {
            return decision.status().replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }
}
