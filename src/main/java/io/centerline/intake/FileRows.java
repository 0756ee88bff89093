package io.centerline.intake;

import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Sorts the rows of a file by importer. Not thread-safe. */
final class FileRows {

    private final Issues issues;
    private final FieldReader fields;
    private final Drafts drafts;
    private final Map<ImporterNumber, FileCase> cases = new LinkedHashMap<>();
    private final FileCase nobody;

    FileRows(Issues issues, Drafts drafts) {
        this.issues = issues;
        this.fields = new FieldReader(issues);
        this.drafts = drafts;
        // Takes the rows whose importer cannot be read, so that their other faults are found too.
        this.nobody = newCase(new FilePlace(1, ""));
    }

    /** Makes the draft that one case reads its lines into. */
    interface Drafts {
        LineDraft create(Issues issues, Warnings warnings, FieldReader fields);
    }

    void read(FileHeader header, CSVRecord row, long line) {
        if (row.size() != header.columns().size()) {
            String message = "line " + line + " has " + row.size() + (row.size() == 1 ? " cell" : " cells")
                    + ", expected " + header.columns().size();
            issues.add(
                    IssueCode.FILE_ROW_MALFORMED,
                    new FilePlace(line, ""),
                    message,
                    "put a cell that holds a comma in quotation marks");
            return;
        }
        FileCase rows = caseOf(header, row, line);
        rows.startRow();
        for (int i = 0; i < row.size(); i++) {
            FilePlace place = new FilePlace(line, header.titles().get(i));
            rows.cell(place, header.columns().get(i), row.get(i).strip());
        }
        rows.endRow(new FilePlace(line, header.titles().get(header.indexOf(FileColumn.HTS))));
    }

    /** The cases, in order of first appearance; only for a file without issues. */
    List<Intake.Accepted> finish(LocalDate asOf) {
        warnOfMissingSuffixes();
        List<Intake.Accepted> finished = new ArrayList<>();
        cases.forEach((number, rows) -> finished.add(rows.finish(number, asOf)));
        return finished;
    }

    private FileCase caseOf(FileHeader header, CSVRecord row, long line) {
        int index = header.indexOf(FileColumn.IMPORTER);
        FilePlace place = new FilePlace(line, header.titles().get(index));
        ImporterNumber number = fields.importerNumber(place, row.get(index));
        return number == null ? nobody : cases.computeIfAbsent(number, anyNumber -> newCase(place));
    }

    private FileCase newCase(FilePlace place) {
        return new FileCase(issues, fields, drafts, place);
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
