package io.centerline.intake.sheet;

import java.util.function.Predicate;

/**
 * Which sheet of a workbook holds the rows.
 *
 * @param name the sheet's name; empty to look for it
 * @param header whether a row looks like the header of the rows that are wanted
 */
public record SheetChoice(String name, Predicate<EntryRow> header) {}
