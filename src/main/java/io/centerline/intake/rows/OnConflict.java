package io.centerline.intake.rows;

/** What becomes of a line of which a file has two versions that cannot both be true. */
public enum OnConflict {
    /** Neither is taken, and both are reported. */
    REPORT,
    /** The version whose row comes first is taken. */
    FIRST,
    /** The version whose row comes last is taken. */
    LAST,
    /** The version with the latest day of filing or correction is taken. */
    NEWEST
}
