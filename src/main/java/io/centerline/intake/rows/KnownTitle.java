package io.centerline.intake.rows;

/**
 * What a column title means.
 *
 * @param field what the column tells
 * @param rank the lower one is read where two columns tell the same
 * @param origin what else the title tells
 * @param byCells whether the cells must show that the column holds the field
 */
record KnownTitle(RowField field, int rank, Origin origin, boolean byCells) {

    /** Where a title is used, as far as it tells how days and amounts are written. */
    enum Origin {
        /** Reports of ACE and forms of CBP: days are {@code MM/DD/YYYY}. */
        ACE,
        /** German tools: the day comes first, and amounts have a decimal comma. */
        GERMAN,
        /** Anywhere. */
        ANY
    }
}
