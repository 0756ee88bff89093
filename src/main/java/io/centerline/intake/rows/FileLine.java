package io.centerline.intake.rows;

import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of an entry line, wherever in a file they stand. It is the first of them too, since most lines have one row. Not
 * thread-safe.
 */
final class FileLine extends LineRow {
    final String entry;
    final int line;

    FileLine(RowDraft draft, List<HtsNumber> numbers) {
        super(draft, numbers);
        entry = draft.entry;
        line = draft.line;
    }

    /** Adds the row that comes next in the file. */
    void add(LineRow added) {
        added.next = next;
        next = added;
    }

    /** How many rows it has. */
    int size() {
        int size = 0;
        for (LineRow row = this; row != null; row = row.next) {
            size++;
        }
        return size;
    }

    /** Its rows in file order. */
    List<LineRow> rows() {
        List<LineRow> rows = new ArrayList<>();
        for (LineRow row = next; row != null; row = row.next) {
            rows.add(row);
        }
        rows.add(this);
        Collections.reverse(rows);
        return rows;
    }
}
