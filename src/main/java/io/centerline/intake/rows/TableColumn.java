package io.centerline.intake.rows;

/**
 * A column that is read.
 *
 * @param index where it stands, from 0
 * @param title its title as the file writes it
 * @param field what it holds
 * @param origin what the title tells of how days and amounts are written
 */
record TableColumn(int index, String title, RowField field, KnownTitle.Origin origin) {}
