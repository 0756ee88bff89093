package io.centerline.intake;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sorts the rows of a file by importer. Not thread-safe. */
final class FileRows {

    private final Issues issues;
    private final FieldReader fields;
    private final RowSource source;
    private final Function<Warnings, NumberReader> numbers;
    private final Map<ImporterNumber, FileCase> cases = new LinkedHashMap<>();
    private final FileCase nobody;

    /**
     * Starts without rows.
     *
     * @param source names the places of rows
     * @param numbers makes the reader of a case's HTS numbers, from the warnings of that case
     */
    FileRows(Issues issues, RowSource source, Function<Warnings, NumberReader> numbers) {
        this.issues = issues;
        this.fields = new FieldReader(issues);
        this.source = source;
        this.numbers = numbers;
        // Takes the rows whose importer cannot be read, so that their other faults are found too.
        this.nobody = newCase(new FilePlace(source, 1));
    }

    void read(FileHeader header, EntryRow row) throws IOException {
        List<String> cells = row.cells();
        if (cells.size() != header.columns().size()) {
            FilePlace place = new FilePlace(source, row.number());
            String message = place.row() + " has " + cells.size() + (cells.size() == 1 ? " cell" : " cells")
                    + ", expected " + header.columns().size();
            issues.add(
                    IssueCode.FILE_ROW_MALFORMED, place, message, "put a cell that holds a comma in quotation marks");
            return;
        }
        FilePlace importer = placeOf(FileColumn.IMPORTER, header, row);
        FileCase found = caseOf(importer, cells.get(header.indexOf(FileColumn.IMPORTER)));
        FileLine line = found.newLine();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).strip();
            if (!text.isEmpty()) {
                FilePlace place =
                        new FilePlace(source, row.number(), i, header.titles().get(i));
                found.read(line, header.columns().get(i), place, text);
            }
        }
        found.end(line, placeOf(FileColumn.HTS, header, row));
    }

    /** The cases, in order of first appearance; only for a file without issues. */
    List<Intake.Accepted> finish(LocalDate asOf) {
        warnOfMissingSuffixes();
        List<Intake.Accepted> finished = new ArrayList<>();
        cases.forEach((number, rows) -> finished.add(rows.finish(number, asOf)));
        return finished;
    }

    private FilePlace placeOf(FileColumn column, FileHeader header, EntryRow row) {
        int index = header.indexOf(column);
        return new FilePlace(source, row.number(), index, header.titles().get(index));
    }

    private FileCase caseOf(FilePlace place, String importer) {
        ImporterNumber number = fields.importerNumber(place, importer);
        return number == null ? nobody : cases.computeIfAbsent(number, anyNumber -> newCase(place));
    }

    private FileCase newCase(FilePlace firstPlace) {
        return new FileCase(issues, fields, numbers, firstPlace);
    }

    private void warnOfMissingSuffixes() {
        Set<String> rootsWithSuffix = new HashSet<>();
        for (ImporterNumber number : cases.keySet()) {
            if (hasSuffix(number)) {
                rootsWithSuffix.add(number.root());
            }
        }
        cases.forEach((number, rows) -> {
            boolean alone = number.format() == ImporterNumber.Format.EIN && !hasSuffix(number);
            if (alone
                    && rootsWithSuffix.contains(number.root())
                    && rows.warnings().wants(IssueCode.IMPORTER_WITHOUT_SUFFIX)) {
                String message = "importer number `" + number.masked()
                        + "` has no suffix, while the file also has the same EIN with one; they are decided apart";
                rows.warnings()
                        .add(
                                IssueCode.IMPORTER_WITHOUT_SUFFIX,
                                rows.firstPlace(),
                                message,
                                "use the number ACE has on file");
            }
        });
    }

    private static boolean hasSuffix(ImporterNumber number) {
        return number.format() == ImporterNumber.Format.EIN && !number.root().equals(number.text());
    }
}
