package io.centerline.intake.rows;

import java.util.List;

/** Takes the rows of a file that are to be read later. */
public interface StagedRows {

    /**
     * The file has this header. Called once, before the first row.
     */
    void begin(TableHeader header);

    /**
     * A row, with what its blank cells repeat.
     *
     * @param number the number of the row
     * @param cells its cells in the columns that are read, in file order, as they came; without that of {@link RowField#COUNT}
     * @param count the cell that says how many lines the row stands for; empty when none does
     */
    void take(long number, List<String> cells, String count);
}
