package io.centerline.web.ask;

import io.centerline.application.FilePlacements;
import io.centerline.application.FileWords;
import io.centerline.application.NumberPreview;
import io.centerline.intake.rows.FileColumns;
import io.centerline.intake.rows.RowField;
import io.centerline.placement.Decision;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of a form, as the page shows it.
 *
 * @param file what was read; null where numbers alone were pasted
 * @param numbers what is known of numbers alone; null where entry lines came
 * @param unread what is wrong with those numbers that cannot be read
 * @param importers the first importers
 * @param count how many importers there are
 * @param whole the importer whose whole answer is shown; null when none is
 * @param key makes a repeated request to record the answer record one decision
 */
record FileAnswer(
        FilePlacements.@Nullable Placed file,
        QuickAnswer.@Nullable Numbers numbers,
        List<AskForm.Fault> unread,
        List<PlacedImporter> importers,
        int count,
        @Nullable PlacedImporter whole,
        String key) {

    /**
     * A column that is read.
     *
     * @param field what it holds
     * @param column its letter
     * @param title its title
     * @param example its first cell
     */
    record ColumnRow(String field, String column, String title, String example) {}

    /**
     * Something to know of the file.
     *
     * @param name what about
     * @param text the sentence
     */
    record FileNote(String name, String text) {}

    static FileAnswer of(Placing.Result result, int show, UnaryOperator<Decision> explained) {
        List<Decision> decisions = result.decisions();
        List<PlacedImporter> importers = new ArrayList<>();
        for (int i = 0; i < Math.min(decisions.size(), AskForm.MOST_SHOWN); i++) {
            importers.add(new PlacedImporter(i + 1, decisions.get(i)));
        }
        int wanted = decisions.size() == 1 ? 1 : show;
        boolean there = wanted > 0 && wanted <= decisions.size();
        Placing.Numbers read = result.numbers();
        QuickAnswer.Numbers numbers = read == null
                ? null
                : QuickAnswer.Numbers.of(
                        read.answers(),
                        decisions.get(0),
                        NumberPreview.standing(decisions.get(0).explanation().tallies()));
        return new FileAnswer(
                result.file(),
                numbers,
                read == null ? List.of() : AskForm.Fault.of(read.issues()),
                importers,
                decisions.size(),
                there ? new PlacedImporter(wanted, explained.apply(decisions.get(wanted - 1))) : null,
                UUID.randomUUID().toString());
    }

    /** How many importers the page does not show. */
    public int more() {
        return count - importers.size();
    }

    /** The first rejected rows. */
    public List<FilePlacements.Rejected> rejects() {
        FilePlacements.Placed placed = file;
        return placed == null
                ? List.of()
                : placed.rejects().stream()
                        .map(reject -> new FilePlacements.Rejected(
                                reject.row(), reject.reason(), PageRemedies.of(reject.remedy())))
                        .toList();
    }

    /** How many rows are rejected. */
    public long rejected() {
        FilePlacements.Placed placed = file;
        return placed == null ? 0 : placed.reading().account().rejected();
    }

    /** How many rejected rows the page does not show. */
    public long moreRejects() {
        return rejected() - rejects().size();
    }

    /** What became of every row. */
    public String rows() {
        FilePlacements.Placed placed = file;
        return placed == null ? "" : FileWords.rows(placed.reading().account(), placed.notVoting());
    }

    /** The columns that are read. */
    public List<ColumnRow> columns() {
        FilePlacements.Placed placed = file;
        return placed == null
                ? List.of()
                : placed.columns().read().stream().map(FileAnswer::column).toList();
    }

    private static ColumnRow column(FileColumns.Read read) {
        return new ColumnRow(
                read.field().key(),
                FileWords.letters(read.index()),
                read.title().isEmpty() ? "(no title)" : Echo.shown(read.title()),
                read.example());
    }

    /** What else there is to know of the file. */
    public List<FileNote> notes() {
        FilePlacements.Placed placed = file;
        if (placed == null) {
            return List.of();
        }
        FileColumns columns = placed.columns();
        List<FileNote> notes = new ArrayList<>();
        FileWords.ignored(columns.ignored()).ifPresent(text -> notes.add(new FileNote("Not read", text)));
        for (RowField field : columns.missing()) {
            if (field == RowField.IMPORTER) {
                notes.add(new FileNote(
                        "Missing",
                        "importer: every row is taken for one of `" + PlacedImporter.shown(placed.supplied()) + "`"));
            } else {
                notes.add(new FileNote("Missing", field.key() + ": " + FileWords.consequence(field)));
            }
        }
        if (columns.read().stream().anyMatch(read -> read.field() == RowField.DATE)) {
            notes.add(new FileNote("Days", PageRemedies.of(FileWords.days(columns.days()))));
        }
        placed.reading().notes().forEach(note -> notes.add(new FileNote("Note", PageRemedies.of(note))));
        return notes;
    }
}
