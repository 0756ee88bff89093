package io.centerline.intake.rows;

import io.centerline.facts.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of the columns of a file.
 *
 * @param read the columns that are read
 * @param ignored the others
 * @param missing fields that no column holds, of those that change an answer
 * @param issues what must be settled before the file can be read
 * @param titleRows how many rows stand above the header
 * @param days how the days are written; null when the file has none, or when nothing tells yet
 * @param notes what a user should know, one finished sentence each
 * @param mapping the same as a mapping
 */
public record FileColumns(
        List<Read> read,
        List<TableHeader.Ignored> ignored,
        List<RowField> missing,
        List<Issue> issues,
        int titleRows,
        @Nullable DayOrder days,
        List<String> notes,
        String mapping) {

    public FileColumns {
        read = List.copyOf(read);
        ignored = List.copyOf(ignored);
        missing = List.copyOf(missing);
        issues = List.copyOf(issues);
        notes = List.copyOf(notes);
    }

    /**
     * A column that is read.
     *
     * @param field what it holds
     * @param index where it stands, from 0
     * @param title its title
     * @param example its first cell as it may be shown; empty when all are blank
     */
    public record Read(RowField field, int index, String title, String example) {}
}
