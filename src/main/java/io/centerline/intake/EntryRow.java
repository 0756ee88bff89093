package io.centerline.intake;

import java.util.List;

/**
 * One row of a file or table.
 *
 * @param number the row's place, in the unit of its {@link RowSource}
 * @param cells the text of each cell, in the order of the columns; an empty one counts as absent
 */
public record EntryRow(long number, List<String> cells) {
    public EntryRow {
        cells = List.copyOf(cells);
    }

    /** Whether no cell says anything. */
    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
