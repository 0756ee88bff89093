package io.centerline.batch;

import java.util.List;

/**
 * A row of a run's input, or several rows that say the same and were added up.
 *
 * @param file the position of its file among the inputs, from 0
 * @param row the number of the row in the file; of several rows the first
 * @param stands how many rows it stands for, at least 1
 * @param cells the cells of the columns of a {@link io.centerline.intake.rows.StagedTable}
 */
public record GroupRow(int file, long row, long stands, List<String> cells) {
    public GroupRow {
        cells = List.copyOf(cells);
    }
}
