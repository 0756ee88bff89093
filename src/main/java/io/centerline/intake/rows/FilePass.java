package io.centerline.intake.rows;

import io.centerline.facts.EntrySummary;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.Intake;
import io.centerline.intake.Issues;
import io.centerline.intake.NumberReader;
import io.centerline.intake.Warnings;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.RowSource;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One reading of a file from its first row to its last. Not thread-safe, and used once. */
final class FilePass {
    /** So many rows are looked at before the first one is read: above the header, and below it to tell what a column holds. */
    private static final int LOOKED_AT = 150;

    private static final int MOST_NAMED = 20;

    private static final int MOST_UNDECIDED = 5;

    private final RowSource source;
    private final RowOptions options;
    private final int mostRows;
    private final Schedule schedule;
    private final Issues issues;
    private final Issues ofRow;
    private final Function<Warnings, NumberReader> numberReaders;
    private final RejectedRows rejects;
    private final CellPlace place;
    private final List<Issue> named = new ArrayList<>();
    private final List<EntryRow> first = new ArrayList<>();
    private RowSource.@Nullable Unreadable broken;
    private @Nullable TableHeader header;
    private @Nullable RowReader reader;
    private @Nullable LineGathering gathering;
    private long read;
    private long titles;
    private long sums;
    private long rejected;
    private boolean late;
    private final Map<ImporterNumber, Rejection> lateImporters = new HashMap<>();
    private final Map<ImporterNumber, Map<String, Rejection>> lateLines = new HashMap<>();

    FilePass(
            RowSource source,
            RowOptions options,
            int mostRows,
            Schedule schedule,
            Issues issues,
            Issues ofRow,
            Function<Warnings, NumberReader> numberReaders,
            RejectedRows rejects) {
        this.source = source;
        this.options = options;
        this.mostRows = mostRows;
        this.schedule = schedule;
        this.issues = issues;
        this.ofRow = ofRow;
        this.numberReaders = numberReaders;
        this.rejects = rejects;
        this.place = new CellPlace(source);
    }

    /** What the file holds. */
    FileIntake read(LocalDate asOf) throws IOException {
        try {
            if (openHeader() && hasVersions()) {
                rejects.begin(header().titles());
                eachRow(this::take);
            }
            source.checkRest();
        } catch (RowSource.Unreadable fault) {
            if (fault.isEverywhere()) {
                return new FileIntake.Refused(List.of(fault.issue()));
            }
            issues.add(fault.issue());
        }
        checkDays(RowField.DATE);
        checkDays(RowField.VERSION);
        if (issues.any()) {
            return new FileIntake.Refused(issues.list());
        }
        FileIntake.Accepted accepted = finish(asOf);
        return issues.any() ? new FileIntake.Refused(issues.list()) : accepted;
    }

    /** What rows hold that stand under a header that is known, all of them of one table. */
    FileIntake read(TableHeader known, LocalDate asOf) throws IOException {
        begin(known);
        rejects.begin(known.titles());
        eachRow(this::take);
        if (issues.any()) {
            return new FileIntake.Refused(issues.list());
        }
        FileIntake.Accepted accepted = finish(asOf);
        return issues.any() ? new FileIntake.Refused(issues.list()) : accepted;
    }

    /** Hands the rows over that have a place under the header, as they came, and counts the others. */
    StagedFile stage(StagedRows taker) throws IOException {
        try {
            if (openHeader() && hasVersions()) {
                List<TableColumn> columns = header().read();
                taker.begin(header());
                rejects.begin(header().titles());
                eachRow(row -> stage(row, columns, taker));
            }
            source.checkRest();
        } catch (RowSource.Unreadable fault) {
            if (fault.isEverywhere()) {
                return new StagedFile.Refused(List.of(fault.issue()));
            }
            issues.add(fault.issue());
        }
        checkDays(RowField.DATE);
        checkDays(RowField.VERSION);
        if (issues.any()) {
            return new StagedFile.Refused(issues.list());
        }
        Map<RowField, DayOrder> orders = new EnumMap<>(RowField.class);
        for (RowField field : List.of(RowField.DATE, RowField.VERSION)) {
            DayColumn days = reader().days(field);
            DayOrder order = days == null ? null : days.order();
            if (order != null) {
                orders.put(field, order);
            }
        }
        return new StagedFile.Staged(
                header(), orders, read, titles, sums, rejected, notes(reader().days(RowField.DATE), List.of()));
    }

    private void stage(EntryRow row, List<TableColumn> columns, StagedRows taker) {
        if (reader().isHeader(row)) {
            titles++;
        } else if (isSetAside(row)) {
            sums++;
        } else if (isBroken(row)) {
            rejectNow(row, null);
        } else {
            EntryRow whole = reader().glance(row);
            ofRow.drain();
            List<String> cells = new ArrayList<>(columns.size());
            String count = "";
            for (TableColumn column : columns) {
                if (column.field() == RowField.COUNT) {
                    count = CellText.of(whole.cell(column.index()));
                } else {
                    cells.add(whole.cell(column.index()));
                }
            }
            taker.take(whole.number(), cells, count);
        }
    }

    /** What the titles and first rows tell of the columns. */
    FileColumns columns() throws IOException {
        boolean sound = openHeader();
        TableHeader found = header;
        if (found == null) {
            return new FileColumns(
                    List.of(), List.of(), List.of(), issues.list(), 0, null, source.notes(), "columns:\n");
        }
        List<FileColumns.Read> columns = new ArrayList<>();
        List<RowField> missing = new ArrayList<>(List.of(
                RowField.IMPORTER,
                RowField.HTS,
                RowField.DATE,
                RowField.ENTRY,
                RowField.LINE,
                RowField.ENTRY_TYPE,
                RowField.VALUE));
        for (RowField field : RowField.values()) {
            for (TableColumn column : found.columnsOf(field)) {
                columns.add(new FileColumns.Read(field, column.index(), column.title(), example(column)));
                missing.remove(field == RowField.LINE_VALUE ? RowField.VALUE : field);
            }
        }
        if (sound) {
            readAll();
        }
        TableColumn date = found.column(RowField.DATE);
        DayColumn days = sound
                ? reader().days(RowField.DATE)
                : date == null ? null : new DayColumn(date, found.mapping().dates());
        DayOrder order = days == null ? null : days.order();
        List<String> remarks =
                new ArrayList<>(List.of("Which column holds what. A field without a column is not read."));
        issues.list().forEach(issue -> remarks.add("Settle this: " + Echo.clean(issue.message())));
        return new FileColumns(
                columns,
                found.ignored(),
                missing,
                issues.list(),
                (int) titles,
                order,
                notes(null, List.of()),
                MappingFile.write(found, order, missing, remarks));
    }

    /** Reads every row, since any of them may tell how days are written, or make the file unreadable. */
    private void readAll() throws IOException {
        try {
            eachRow(row -> {
                if (!isSetAside(row) && !isBroken(row)) {
                    reader().read(row);
                }
                ofRow.drain();
            });
            source.checkRest();
        } catch (RowSource.Unreadable fault) {
            issues.add(fault.issue());
        }
        checkDays(RowField.DATE);
    }

    private String example(TableColumn column) {
        TableColumn importers = header().column(RowField.IMPORTER);
        String hidden = "";
        for (EntryRow row : first) {
            String text = CellText.of(row.cell(column.index()));
            if (text.isEmpty()) {
                continue;
            }
            if (column.field() != RowField.IMPORTER && column.field() != RowField.NAME) {
                return Echo.of(text);
            }
            ImporterNumber number = importers == null ? null : number(CellText.of(row.cell(importers.index())));
            if (column.field() == RowField.IMPORTER) {
                return number == null ? Echo.of(text) : "`" + number.masked() + "`";
            }
            if (number != null && number.format() != ImporterNumber.Format.SOCIAL_SECURITY) {
                return Echo.of(text);
            }
            // A name is shown only beside a number that is known to be no person's.
            hidden = "`***`";
        }
        return hidden;
    }

    private static @Nullable ImporterNumber number(String text) {
        return new ImporterNumberReader().read(text) instanceof ImporterNumberReader.Reading.Readable readable
                ? readable.number()
                : null;
    }

    /** Whether rows turned out wrong by later ones, so that a second reading would find them. */
    boolean hasLateRejects() {
        return late && !issues.any();
    }

    /** Hands over the rows that turned out wrong in an earlier reading. */
    void reject(FilePass earlier) throws IOException {
        if (openHeader()) {
            rejectAgain(earlier);
        }
    }

    /** The same for rows under a header that is known. */
    void reject(TableHeader known, FilePass earlier) throws IOException {
        begin(known);
        rejectAgain(earlier);
    }

    private void rejectAgain(FilePass earlier) throws IOException {
        eachRow(row -> {
            ofRow.drain();
            if (isSetAside(row) || isBroken(row)) {
                return;
            }
            RowDraft draft = reader().read(row);
            ImporterRows importer = draft.importer;
            if (ofRow.drain().isEmpty() && importer != null) {
                Rejection rejection = earlier.lateImporters.get(importer.number);
                Map<String, Rejection> lines = earlier.lateLines.get(importer.number);
                if (rejection == null && lines != null) {
                    rejection = lines.get(key(draft.entry, draft.line));
                }
                if (rejection != null) {
                    Issue issue = rejection.issue();
                    rejects.reject(reader().filled(row), List.of(issue), issue.message(), issue.help());
                }
            }
        });
    }

    /** Whether the file tells versions apart as the user wants it; false after reporting that it does not. */
    private boolean hasVersions() {
        if (options.onConflict() != OnConflict.NEWEST || header().column(RowField.VERSION) != null) {
            return true;
        }
        issues.add(
                IssueCode.FILE_HEADER_MISSING,
                place.at(header().row()),
                "the file has no column that tells the newest version of a line",
                "name it in a mapping as `version`, or take the `first` or the `last`");
        return false;
    }

    private TableHeader header() {
        return Objects.requireNonNull(header);
    }

    private RowReader reader() {
        return Objects.requireNonNull(reader);
    }

    /** Finds the header; false after reporting why there is none. */
    private boolean openHeader() throws IOException {
        try {
            EntryRow row;
            while (first.size() < LOOKED_AT && (row = source.next()) != null) {
                if (!row.isBlank()) {
                    first.add(row);
                }
            }
        } catch (RowSource.Unreadable fault) {
            // The rows before it are read first, so that issues stand in file order.
            broken = fault;
        }
        if (first.isEmpty()) {
            if (broken != null) {
                throw broken;
            }
            issues.add(IssueCode.FILE_HEADER_MISSING, "", "the file is empty", "the first row names the columns");
            return false;
        }
        HeaderSearch.Found found = new HeaderSearch(options.mapping()).find(first);
        header = new HeaderReader(source, options, issues).read(found, first);
        titles = found.first();
        read = titles;
        first.subList(0, found.first() + found.rows()).clear();
        if (issues.any()) {
            if (broken != null && broken.isEverywhere()) {
                throw broken;
            }
            return false;
        }
        begin(header);
        source.headerAt(header.row());
        return true;
    }

    private void begin(TableHeader known) {
        header = known;
        reader = new RowReader(known, !options.onlySoundRows(), schedule, ofRow, place, numberReaders);
        gathering = new LineGathering();
    }

    private void eachRow(Consumer<EntryRow> each) throws IOException {
        for (EntryRow row : first) {
            if (!count(row)) {
                return;
            }
            each.accept(row);
        }
        if (broken != null) {
            throw broken;
        }
        EntryRow row;
        while ((row = source.next()) != null) {
            if (row.isBlank()) {
                continue;
            }
            if (!count(row)) {
                return;
            }
            each.accept(row);
        }
    }

    private boolean count(EntryRow row) {
        if (++read - titles > mostRows) {
            issues.add(
                    IssueCode.TOO_MANY_LINES,
                    place.at(row.number()),
                    "the file has more than " + mostRows + " rows",
                    "split it by importer");
            return false;
        }
        return true;
    }

    private boolean isSetAside(EntryRow row) {
        if (reader().isHeader(row)) {
            return true;
        }
        boolean sum = SumRow.is(row, reader().firstNumber(row), header());
        if (sum) {
            reader().endGroup();
        }
        return sum;
    }

    private void take(EntryRow row) {
        if (reader().isHeader(row)) {
            titles++;
            return;
        }
        if (isSetAside(row)) {
            sums++;
            return;
        }
        if (isBroken(row)) {
            rejectNow(row, null);
            return;
        }
        RowDraft draft = reader().read(row);
        ImporterRows importer = draft.importer;
        if (ofRow.any()) {
            rejectNow(row, importer);
        } else {
            Objects.requireNonNull(gathering).add(draft, Objects.requireNonNull(importer));
        }
    }

    /** Whether the row cannot be split or has another number of cells than the header, after reporting that. */
    private boolean isBroken(EntryRow row) {
        CellFault whole = row.fault(CellFault.WHOLE_ROW);
        if (whole != null) {
            place.at(row.number());
            ofRow.add(IssueCode.FILE_ROW_MALFORMED, place, place.prefix() + whole.message(), whole.help());
            return true;
        }
        int expected = header().titles().size();
        int cells = row.cells().size();
        if (row.filled() <= expected && (cells >= expected || !source.writesEmptyCells())) {
            return false;
        }
        reader().passOver(row);
        ofRow.add(
                IssueCode.FILE_ROW_MALFORMED,
                place.at(row.number()),
                place.row() + " has " + cells + (cells == 1 ? " cell" : " cells") + ", expected " + expected,
                "put a cell that holds a comma in quotation marks");
        return true;
    }

    private void rejectNow(EntryRow row, @Nullable ImporterRows importer) {
        if (options.onlySoundRows()) {
            return;
        }
        List<Issue> faults = ofRow.drain();
        rejected++;
        if (importer != null) {
            importer.rejectedRows++;
        }
        if (named.size() < MOST_NAMED) {
            named.add(faults.get(0));
        }
        if (rejects.isWanted()) {
            String prefix = place.at(row.number()).prefix();
            rejects.reject(
                    reader().filled(row),
                    faults,
                    faults.stream().map(issue -> reason(issue, prefix)).collect(Collectors.joining("; ")),
                    faults.stream()
                            .map(Issue::help)
                            .filter(help -> !help.isEmpty())
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }
    }

    private static String reason(Issue issue, String prefix) {
        String message = issue.message();
        return issue.pointer() + ": " + (message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }

    /** Days that can be read in two ways refuse the file, since every one of them might be wrong. */
    private void checkDays(RowField field) {
        DayColumn column = reader == null ? null : reader.days(field);
        if (column == null || column.order() != null || column.openRow() < 0 && !column.isMixed()) {
            return;
        }
        String title = Echo.of(column.column().title());
        String message = column.isMixed()
                ? "the days of column " + title + " have the month first on "
                        + source.place(column.proof(DayOrder.MONTH_FIRST)) + " and the day first on "
                        + source.place(column.proof(DayOrder.DAY_FIRST))
                : "the days of column " + title + " can be read with the month or with the day first, as on "
                        + source.place(column.openRow()) + (column.doubt().isEmpty() ? "" : "; " + column.doubt());
        issues.add(
                IssueCode.DATE_FORM_UNCLEAR,
                place.at(column.isMixed() ? column.proof(DayOrder.DAY_FIRST) : column.openRow(), column.column()),
                message,
                "write them as `2026-03-02`, or say in a mapping `dates: MM/DD/YYYY` or `dates: DD/MM/YYYY`");
    }

    private FileIntake.Accepted finish(LocalDate asOf) {
        DayColumn column = reader().days(RowField.DATE);
        DayOrder order = order(column);
        LineAssembly assembly = new LineAssembly(
                source,
                order,
                new LineVersions(
                        options.onConflict(),
                        header().isOfInvoiceLines(),
                        order,
                        order(reader().days(RowField.VERSION))),
                new LineMerging(header(), source, order));
        warnOfMissingSuffixes();
        List<Intake.Accepted> cases = new ArrayList<>();
        List<RowAccount.LineRows> rows = new ArrayList<>();
        List<ImporterNumber> undecided = new ArrayList<>();
        long dropped = 0;
        Iterator<ImporterRows> importers = reader().takeImporters();
        while (importers.hasNext()) {
            ImporterRows importer = importers.next();
            importers.remove();
            Rejection rejection = importer.rejection;
            if (rejection != null) {
                rejectAll(importer, rejection);
                undecided.add(importer.number);
                continue;
            }
            ImporterCase made = new ImporterCase(importer, assembly, this::rejectLine);
            made.assemble();
            dropped += made.dropped();
            if (made.lines().isEmpty()) {
                undecided.add(importer.number);
            } else {
                rows.add(new RowAccount.LineRows(made.rows()));
                cases.add(made.finish(asOf, header(), place));
            }
        }
        RowAccount account = new RowAccount(read, titles, sums, dropped, rejected, named, rows);
        return new FileIntake.Accepted(cases, new FileReading(header(), account, notes(column, undecided)));
    }

    private static DayOrder order(@Nullable DayColumn column) {
        DayOrder order = column == null ? null : column.order();
        return order == null ? DayOrder.MONTH_FIRST : order;
    }

    private void rejectAll(ImporterRows importer, Rejection rejection) {
        long all = 0;
        for (int i = 0; i < importer.lines.size(); i++) {
            FileLine line = importer.lines.take(i);
            all += line == null ? 0 : line.size();
        }
        lateImporters.put(importer.number, rejection);
        rejectLate(rejection, all);
    }

    private void rejectLine(ImporterRows importer, FileLine line, Rejection rejection) {
        lateLines.computeIfAbsent(importer.number, none -> new HashMap<>()).put(key(line.entry, line.line), rejection);
        importer.rejectedRows += line.size();
        rejectLate(rejection, line.size());
    }

    private void rejectLate(Rejection rejection, long rows) {
        late = true;
        rejected += rows;
        Issue issue = rejection.issue();
        if (options.onlySoundRows()) {
            issues.add(issue);
        } else if (named.size() < MOST_NAMED) {
            named.add(issue);
        }
    }

    private static String key(String entry, int line) {
        return EntrySummary.bare(entry) + "/" + line;
    }

    /**
     * What a user should know.
     *
     * @param days the column of days, once all rows were read; null when there is none
     * @param undecided importers all of whose rows are rejected
     */
    private List<String> notes(@Nullable DayColumn days, List<ImporterNumber> undecided) {
        List<String> notes = new ArrayList<>(source.notes());
        if (!undecided.isEmpty()) {
            boolean one = undecided.size() == 1;
            int more = undecided.size() - MOST_UNDECIDED;
            notes.add(undecided.size()
                    + (one ? " importer has" : " importers have")
                    + " only rejected rows, and nothing is decided for "
                    + (one ? "it: " : "them: ")
                    + undecided.stream()
                            .limit(MOST_UNDECIDED)
                            .map(number -> "`" + number.masked() + "`")
                            .collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        daysNotRead().ifPresent(notes::add);
        if (days != null && days.isProvedDayFirst()) {
            notes.add("the days of column " + Echo.of(days.column().title()) + " are read as "
                    + DayOrder.DAY_FIRST.form() + ", as " + source.place(days.proof(DayOrder.DAY_FIRST)) + " shows");
        } else if (days != null && days.goesByTitle()) {
            DayOrder order = days.order();
            notes.add("the days of column `" + days.column().title() + "` are read as "
                    + (order == null ? "" : order.form()) + ", the form of reports with that title");
        }
        if (header().column(RowField.ENTRY) == null || header().column(RowField.LINE) == null) {
            notes.add("without an entry number and a line number each row counts as an entry line of its own");
        } else if (header().isOfInvoiceLines()) {
            notes.add("the rows are invoice lines: those of one entry line are one line, and their values add up");
            if (options.onConflict() == OnConflict.FIRST || options.onConflict() == OnConflict.LAST) {
                notes.add(
                        "`--on-conflict` tells versions of invoice lines apart by date, entry type, set, role and count; "
                                + "rows that agree in these add up, whatever their goods are");
            }
        }
        if (!header().filled().isEmpty()) {
            notes.add("blank cells repeat the cell above in the fields "
                    + header().filled().stream().map(RowField::key).sorted().collect(Collectors.joining(", ")));
        }
        return notes;
    }

    /** The first unknown column that holds days, where no column of days is read and the mapping does not say so. */
    private Optional<String> daysNotRead() {
        if (header().column(RowField.DATE) != null || header().mapping().names(RowField.DATE)) {
            return Optional.empty();
        }
        return header().unknown().stream()
                .filter(column -> holdsDays(column.index()))
                .findFirst()
                .map(column -> "column " + Echo.of(column.title())
                        + " holds days and is not read; if they are the entry dates, name it in a mapping as `date`");
    }

    private boolean holdsDays(int column) {
        boolean any = false;
        for (EntryRow row : first) {
            String text = CellText.of(row.cell(column));
            if (text.isEmpty()) {
                continue;
            }
            // Digits alone may be any number.
            boolean day = !text.matches("[0-9.]+")
                    && (WrittenDay.read(text, DayOrder.MONTH_FIRST) > 0
                            || WrittenDay.read(text, DayOrder.DAY_FIRST) > 0);
            if (!day) {
                return false;
            }
            any = true;
        }
        return any;
    }

    private void warnOfMissingSuffixes() {
        Set<String> rootsWithSuffix = new HashSet<>();
        for (ImporterRows importer : reader().importers()) {
            if (hasSuffix(importer.number)) {
                rootsWithSuffix.add(importer.number.root());
            }
        }
        for (ImporterRows importer : reader().importers()) {
            ImporterNumber number = importer.number;
            boolean alone = number.format() == ImporterNumber.Format.EIN && !hasSuffix(number);
            if (alone
                    && rootsWithSuffix.contains(number.root())
                    && importer.warnings.wants(IssueCode.IMPORTER_WITHOUT_SUFFIX)) {
                importer.warnings.add(
                        IssueCode.IMPORTER_WITHOUT_SUFFIX,
                        place.at(importer.firstRow, header().get(RowField.IMPORTER)),
                        "importer number `" + number.masked()
                                + "` has no suffix, while the file also has the same EIN with one; they are decided apart",
                        "use the number ACE has on file");
            }
        }
    }

    private static boolean hasSuffix(ImporterNumber number) {
        return number.format() == ImporterNumber.Format.EIN && !number.root().equals(number.text());
    }
}
