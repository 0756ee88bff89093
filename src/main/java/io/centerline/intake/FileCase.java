package io.centerline.intake;

import io.centerline.facts.EntryLine;
import io.centerline.facts.Facts;
import io.centerline.facts.Importer;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import io.centerline.facts.LineField;
import io.centerline.facts.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one importer while a file is read. Not thread-safe. */
final class FileCase {

    private final Warnings warnings = new Warnings();
    private final Issues issues;
    private final FieldReader fields;
    private final NumberReader numbers;
    private final FilePlace firstPlace;
    private final List<EntryLine> lines = new ArrayList<>();
    private String name = "";
    private ImporterKind kind = ImporterKind.IMPORTER;
    private @Nullable FilePlace kindPlace;
    private int undated;

    FileCase(Issues issues, FieldReader fields, Function<Warnings, NumberReader> numbers, FilePlace firstPlace) {
        this.issues = issues;
        this.fields = fields;
        this.numbers = numbers.apply(warnings);
        this.firstPlace = firstPlace;
    }

    /** Where the importer first appears. */
    FilePlace firstPlace() {
        return firstPlace;
    }

    Warnings warnings() {
        return warnings;
    }

    /** The line of the next row. */
    FileLine newLine() {
        return new FileLine(fields, numbers);
    }

    /** Reads one cell of the row, which is not empty. */
    void read(FileLine line, FileColumn column, FilePlace place, String text) throws IOException {
        LineField field = column.field();
        if (field != null) {
            line.read(field, place, text);
        } else if (column == FileColumn.NAME) {
            name(place, text);
        } else if (column == FileColumn.KIND) {
            kind(place, text);
        }
    }

    /** Takes the line of a row over once all its cells are read. */
    void end(FileLine line, FilePlace numbersPlace) {
        EntryLine.Builder read = line.end(numbersPlace);
        undated += read.isDated() ? 0 : 1;
        if (!issues.any()) {
            lines.add(read.build());
        }
    }

    /** The case, once the file turned out to have no issue. */
    Intake.Accepted finish(ImporterNumber number, LocalDate asOf) {
        LineReader.warnOfUndated(warnings, "", undated);
        Facts facts = new Facts(new Importer(number, name, kind), asOf, lines, List.of(), null);
        return new Intake.Accepted(facts, warnings.list(""), true, kindPlace == null ? null : kindPlace.pointer());
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
        if (kindPlace != null && read != kind) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    place,
                    place.subject() + " `" + read + "` contradicts `" + kind + "` on " + kindPlace.row()
                            + " for the same importer",
                    "an importer is of one kind throughout a file");
            return;
        }
        kind = read;
        kindPlace = kindPlace == null ? place : kindPlace;
    }
}
