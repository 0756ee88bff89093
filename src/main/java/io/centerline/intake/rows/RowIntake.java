package io.centerline.intake.rows;

import io.centerline.facts.DayRule;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.Issues;
import io.centerline.intake.NumberReader;
import io.centerline.intake.sheet.RowSource;
import io.centerline.intake.sheet.SheetChoice;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads rows of entry lines with an importer column into one case for each importer, whatever format they come from.
 *
 * <p>Titles say which column holds what ({@code titles.txt}); a mapping says it for other titles. All rows with the same
 * importer, entry and line number are one entry line, wherever they stand. A row with a fault is rejected, and the others are
 * read; or it refuses the file, as the options say.
 *
 * <p>Rows are read one at a time and kept as lines only. The cases come once the last row is read. A caller that has all rows of
 * one importer together can read them as one source. Thread-safe.
 */
public final class RowIntake {

    private final HtsReader reader;
    private final Schedule schedule;
    private final LocalDate firstCoveredDay;
    private final IntakeLimits limits;

    /**
     * An intake.
     *
     * @param reader reads HTS numbers
     * @param schedule knows which numbers exist
     * @param firstCoveredDay the first as-of date the rules cover
     * @param limits how many rows may come
     */
    public RowIntake(HtsReader reader, Schedule schedule, LocalDate firstCoveredDay, IntakeLimits limits) {
        this.reader = reader;
        this.schedule = schedule;
        this.firstCoveredDay = firstCoveredDay;
        this.limits = limits;
    }

    /**
     * Which sheet of a workbook to read: the one of this name, or the one whose rows have titles of entry lines.
     *
     * @param name the name of the sheet; empty to look for it
     */
    public static SheetChoice sheet(String name) {
        return new SheetChoice(name, HeaderSearch::isHeader);
    }

    /**
     * Reads all rows of a source that can be read once; rows that are rejected are counted, and the first ones named.
     *
     * @param source the rows; the caller closes it
     * @param asOf the as-of date of every case
     * @throws IOException when the source cannot be read
     * @throws MappingRefused when the mapping does not fit the file
     */
    public FileIntake read(RowSource source, RowOptions options, LocalDate asOf) throws IOException {
        return pass(source, options, asOf, RejectedRows.NOBODY).read(asOf);
    }

    /**
     * Reads all rows of a file, twice where rows turn out wrong by later ones and somebody wants to see them.
     *
     * @param asOf the as-of date of every case
     * @param rejects takes the rows that are rejected: those with faults of their own first
     * @throws IOException when the file cannot be read
     * @throws MappingRefused when the mapping does not fit the file
     */
    public FileIntake read(RowFile file, RowOptions options, LocalDate asOf, RejectedRows rejects) throws IOException {
        FilePass first;
        FileIntake read;
        try (RowSource source = file.open()) {
            first = pass(source, options, asOf, rejects);
            read = first.read(asOf);
        } catch (RowSource.Unreadable unreadable) {
            return new FileIntake.Refused(List.of(unreadable.issue()));
        }
        if (rejects.isWanted() && first.hasLateRejects()) {
            try (RowSource again = file.open()) {
                pass(again, options, asOf, rejects).reject(first);
            }
        }
        return read;
    }

    /**
     * Hands over the rows of a file that are to be read later, each with its importer's other rows, and rejects those that
     * cannot be split into cells.
     *
     * @param source the rows; the caller closes it
     * @param rejects takes the rows that are rejected
     * @throws IOException when the source cannot be read
     * @throws MappingRefused when the mapping does not fit the file
     */
    public StagedFile stage(RowSource source, RowOptions options, StagedRows taker, RejectedRows rejects)
            throws IOException {
        return pass(source, options, LocalDate.MAX, rejects).stage(taker);
    }

    /**
     * Reads rows that were staged, such as all rows of one importer.
     *
     * @param table what the columns hold
     * @param rows opens the rows, none of which is a title; twice where rows turn out wrong by later ones
     * @param asOf the as-of date of every case
     * @param rejects takes the rows that are rejected
     * @throws IOException when the rows cannot be read
     */
    public FileIntake read(StagedTable table, RowFile rows, RowOptions options, LocalDate asOf, RejectedRows rejects)
            throws IOException {
        FilePass first;
        FileIntake read;
        try (RowSource source = rows.open()) {
            first = pass(source, options, asOf, rejects);
            read = first.read(table.header(), asOf);
        }
        if (rejects.isWanted() && first.hasLateRejects()) {
            try (RowSource again = rows.open()) {
                pass(again, options, asOf, rejects).reject(table.header(), first);
            }
        }
        return read;
    }

    /**
     * What the titles and first rows tell of the columns of a file.
     *
     * @param source the rows; the caller closes it
     * @throws IOException when the source cannot be read
     * @throws MappingRefused when the mapping does not fit the file
     */
    public FileColumns columns(RowSource source, FileMapping mapping) throws IOException {
        return pass(
                        source,
                        new RowOptions(mapping, false, false, OnConflict.NEWEST),
                        LocalDate.MAX,
                        RejectedRows.NOBODY)
                .columns();
    }

    private FilePass pass(RowSource source, RowOptions options, LocalDate asOf, RejectedRows rejects) {
        Issues issues = new Issues();
        if (asOf.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage("", "the as-of date `" + asOf + "`", firstCoveredDay, "the rules cover"));
        }
        Issues ofRow = options.onlySoundRows() ? issues : new Issues();
        return new FilePass(
                source,
                options,
                limits.lines(),
                schedule,
                issues,
                ofRow,
                warnings -> new NumberReader(ofRow, warnings, reader, schedule, asOf),
                rejects);
    }
}
