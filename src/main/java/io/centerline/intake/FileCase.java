package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rows of one importer while a file is read. Not thread-safe. */
final class FileCase {

    private final Warnings warnings = new Warnings();
    private final Issues issues;
    private final FieldReader fields;
    private final LineDraft draft;
    private final FilePlace firstPlace;
    private final List<EntryLine> lines = new ArrayList<>();
    private String name = "";
    private ImporterKind kind = ImporterKind.IMPORTER;
    private long kindLine;
    private int undated;

    FileCase(Issues issues, FieldReader fields, FileRows.Drafts drafts, FilePlace firstPlace) {
        this.issues = issues;
        this.fields = fields;
        this.draft = drafts.create(issues, warnings, fields);
        this.firstPlace = firstPlace;
    }

    /** Where the importer first appears. */
    FilePlace firstPlace() {
        return firstPlace;
    }

    Warnings warnings() {
        return warnings;
    }

    void startRow() {
        draft.start();
    }

    /** One cell of the row; an empty one is as good as absent. */
    void cell(FilePlace place, FileColumn column, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (column) {
            case IMPORTER -> {}
            case NAME -> name(place, text);
            case KIND -> kind(place, text);
            case ENTRY -> draft.entry(place, text);
            case LINE -> draft.line(place, text);
            case DATE -> draft.date(place, text);
            case HTS -> draft.number(place, text);
            case SET -> draft.set(place, text);
            case ROLE -> draft.role(place, text);
            case COUNT -> draft.count(place, text);
            case QUANTITY -> draft.quantity(place, text);
            case VALUE -> draft.value(place, text);
        }
    }

    void endRow(FilePlace numbers) {
        draft.numbersEnd(numbers);
        undated += draft.isUndated() ? 1 : 0;
        if (!issues.any()) {
            lines.add(draft.finish());
        }
    }

    /** The case, once the file turned out to have no issue. */
    Intake.Accepted finish(ImporterNumber number, LocalDate asOf) {
        LineReader.warnOfUndated(warnings, "", undated);
        Facts facts = new Facts(new Importer(number, name, kind), asOf, lines, List.of(), null);
        return new Intake.Accepted(facts, warnings.list(""), true);
    }

    /** The first name given stands; importers spell their own names in many ways. */
    private void name(FilePlace place, String text) {
        String read = fields.text(place, text, FieldReader.LONGEST_NAME);
        if (read != null && name.isEmpty()) {
            name = read;
        }
    }

    private void kind(FilePlace place, String text) {
        ImporterKind read = fields.word(place, text, Words.KINDS);
        if (read == null) {
            return;
        }
        if (kindLine > 0 && read != kind) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    place,
                    place.subject() + " `" + read + "` contradicts `" + kind + "` on line " + kindLine
                            + " for the same importer",
                    "an importer is of one kind throughout a file");
            return;
        }
        kind = read;
        kindLine = kindLine > 0 ? kindLine : place.line();
    }
}
