package io.centerline.web.runs;

import io.centerline.batch.RowCounts;
import io.centerline.web.Formats;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of rows.
 *
 * @param what in words
 * @param rows how many
 * @param part whether they are a part of the line above
 */
record RowFate(String what, long rows, boolean part) {

    /** Counted, set aside with the reasons, and rejected. */
    static List<RowFate> all(RowCounts rows) {
        List<RowFate> all = new ArrayList<>();
        all.add(new RowFate("Counted", rows.counted(), false));
        all.add(new RowFate("Set aside", rows.setAside(), false));
        rows.notCounted().forEach((reason, number) -> all.add(new RowFate(Formats.words(reason.name()), number, true)));
        part(all, "Titles and blank rows", rows.titles());
        part(all, "Sums of other rows", rows.sums());
        part(all, "Other versions of a line", rows.dropped());
        all.add(new RowFate("Rejected", rows.rejected(), false));
        return all;
    }

    private static void part(List<RowFate> all, String what, long rows) {
        if (rows > 0) {
            all.add(new RowFate(what, rows, true));
        }
    }
}
