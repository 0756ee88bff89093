package io.centerline.intake.sheet;

/**
 * Why a source cannot read a cell or a row. It only matters to a reader that needs the cell: the same fault in a column
 * that is ignored is none.
 *
 * @param column the column, from 0; {@link #WHOLE_ROW} when no cell of the row can be trusted
 * @param message what is wrong, to stand behind the place and a colon: {@code the formula has no stored value}
 * @param help how to mend it
 */
public record CellFault(int column, String message, String help) {
    /** The column of a fault that concerns the row and all its cells. */
    public static final int WHOLE_ROW = -1;
}
