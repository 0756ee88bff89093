package io.centerline.intake;

import io.centerline.facts.DayRule;
import io.centerline.facts.IssueCode;
import io.centerline.tariff.HtsReader;
import io.centerline.tariff.Schedule;
import io.centerline.text.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a comma-separated file of entry lines with an importer column into one case for each importer.
 *
 * <p>UTF-8, with or without a byte order mark; the first row names the columns ({@link FileColumn}); one HTS number in a
 * cell, several in several HTS columns. Cells are stripped of blanks around them, empty cells count as absent, and rows
 * without any text are passed over. Fields follow the same rules as in {@link JsonIntake}. Any issue refuses the whole
 * file. Thread-safe.
 */
public final class CsvIntake {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

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
     * @param limits how many rows a file may hold
     */
    public CsvIntake(HtsReader reader, Schedule schedule, LocalDate firstCoveredDay, IntakeLimits limits) {
        this.reader = reader;
        this.schedule = schedule;
        this.firstCoveredDay = firstCoveredDay;
        this.limits = limits;
    }

    /**
     * Reads one file.
     *
     * @param file its bytes
     * @param asOf the as-of date of every case
     */
    public FileIntake read(byte[] file, LocalDate asOf) {
        Issues issues = new Issues();
        if (asOf.isBefore(firstCoveredDay)) {
            issues.add(DayRule.beforeCoverage("", "the as-of date `" + asOf + "`", firstCoveredDay, "the rules cover"));
        }
        int fault = Utf8.firstFault(file);
        if (fault >= 0) {
            String message = "the file is not UTF-8 at " + Utf8.position(file, fault);
            issues.add(IssueCode.FILE_ENCODING, "", message, "save it as CSV UTF-8");
            return new FileIntake.Refused(issues.list());
        }
        FileRows rows = new FileRows(issues, this::draft);
        parse(file, issues, rows);
        return issues.any() ? new FileIntake.Refused(issues.list()) : new FileIntake.Accepted(rows.finish(asOf));
    }

    private LineDraft draft(Issues issues, Warnings warnings, FieldReader fields) {
        return new LineDraft(issues, warnings, fields, reader, schedule);
    }

    private void parse(byte[] file, Issues issues, FileRows rows) {
        int start = Utf8.markLength(file);
        long line = 1;
        try (Reader text = new InputStreamReader(
                        new ByteArrayInputStream(file, start, file.length - start), StandardCharsets.UTF_8);
                CSVParser csv =
                        CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
            Iterator<CSVRecord> records = csv.iterator();
            if (!records.hasNext()) {
                issues.add(IssueCode.FILE_HEADER_MISSING, "", "the file is empty", "the first row names the columns");
                return;
            }
            Optional<FileHeader> header = FileHeader.read(records.next(), issues);
            if (header.isEmpty()) {
                return;
            }
            int read = 0;
            for (line = csv.getCurrentLineNumber() + 1; records.hasNext(); line = csv.getCurrentLineNumber() + 1) {
                CSVRecord record = records.next();
                if (isBlank(record)) {
                    continue;
                }
                if (++read > limits.lines()) {
                    String message = "the file has more than " + limits.lines() + " rows";
                    issues.add(IssueCode.TOO_MANY_LINES, "line " + line, message, "split it by importer");
                    return;
                }
                rows.read(header.get(), record, line);
            }
        } catch (IOException | UncheckedIOException broken) {
            String message = "line " + line + ": the row cannot be split into columns";
            issues.add(
                    IssueCode.FILE_ROW_MALFORMED, "line " + line, message, "a quotation mark is probably unbalanced");
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}
