package io.centerline.intake.rows;

/**
 * How rows are read.
 *
 * @param mapping what a user says of the columns
 * @param onlyKnownTitles whether a column that the closed list does not have refuses the file
 * @param onlySoundRows whether a row with a fault refuses the file; otherwise the row is rejected and the others are read
 * @param onConflict what becomes of versions of one line
 */
public record RowOptions(FileMapping mapping, boolean onlyKnownTitles, boolean onlySoundRows, OnConflict onConflict) {

    /** Columns that are not needed are passed over, and rows with faults are rejected. */
    public static final RowOptions LENIENT = new RowOptions(FileMapping.NONE, false, false, OnConflict.REPORT);

    /** Columns that are not needed are passed over, and any row with a fault refuses the file. */
    public static final RowOptions ALL_ROWS = new RowOptions(FileMapping.NONE, false, true, OnConflict.REPORT);

    /** Any fault and any unknown column refuses the file. */
    public static final RowOptions STRICT = new RowOptions(FileMapping.NONE, true, true, OnConflict.REPORT);
}
