package io.centerline.intake;

import io.centerline.facts.DayRule;
import io.centerline.facts.IssueCode;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads rows of entry lines with an importer column into one case for each importer, whatever format they come from.
 *
 * <p>The first row names the columns ({@link FileColumn}); one HTS number in a cell, several in several HTS columns. Cells are
 * stripped of blanks around them, empty cells count as absent, and rows without any text are passed over. Fields follow the
 * same rules as in {@link JsonIntake}.
 *
 * <p>Rows are read one at a time and kept as entry lines only. The rows of an importer may stand anywhere, and any issue
 * refuses them all, so the cases come once the last row is read. A caller that has all rows of one importer together can
 * read them as one source. Thread-safe.
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
     * Reads all rows.
     *
     * @param source the rows
     * @param asOf the as-of date of every case
     * @throws IOException when the source cannot be read
     */
    public FileIntake read(RowSource source, LocalDate asOf) throws IOException {
        Issues issues = issuesOf(asOf);
        FileRows rows = new FileRows(issues, source, warnings -> new NumberReader(issues, warnings, reader, schedule));
        try {
            readRows(source, issues, rows);
            source.checkRest();
        } catch (RowSource.Unreadable fault) {
            Issues told = fault.isEverywhere() ? issuesOf(asOf) : issues;
            told.add(fault.issue());
            return new FileIntake.Refused(told.list());
        }
        return issues.any() ? new FileIntake.Refused(issues.list()) : new FileIntake.Accepted(rows.finish(asOf));
    }

    private Issues issuesOf(LocalDate asOf) {
        Issues issues = new Issues();
        if (asOf.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage("", "the as-of date `" + asOf + "`", firstCoveredDay, "the rules cover"));
        }
        return issues;
    }

    private void readRows(RowSource source, Issues issues, FileRows rows) throws IOException {
        EntryRow first = source.next();
        if (first == null) {
            issues.add(IssueCode.FILE_HEADER_MISSING, "", "the file is empty", "the first row names the columns");
            return;
        }
        Optional<FileHeader> header = FileHeader.read(first, source, issues);
        if (header.isEmpty()) {
            return;
        }
        int read = 0;
        EntryRow row;
        while ((row = source.next()) != null) {
            if (row.isBlank()) {
                continue;
            }
            if (++read > limits.lines()) {
                issues.add(
                        IssueCode.TOO_MANY_LINES,
                        new FilePlace(source, row.number()),
                        "the file has more than " + limits.lines() + " rows",
                        "split it by importer");
                return;
            }
            rows.read(header.get(), row);
        }
    }
}
