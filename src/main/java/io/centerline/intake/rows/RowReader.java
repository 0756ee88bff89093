package io.centerline.intake.rows;

import io.centerline.facts.EntryLine;
import io.centerline.facts.EntrySummary;
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.IssueCode;
import io.centerline.facts.Words;
import io.centerline.intake.FieldReader;
import io.centerline.intake.Issues;
import io.centerline.intake.NumberReader;
import io.centerline.intake.Warnings;
import io.centerline.intake.rows.KnownTitle.Origin;
import io.centerline.intake.sheet.CellFault;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.tariff.HtsNumber;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row after the other. Faults go to the issues it was given; not thread-safe. */
final class RowReader {
    /** Files have few importers, and each row names one. */
    private static final int MOST_SPELLINGS = 200_000;

    private static final int RECENT_ENTRIES = 1 << 12;

    private static final List<RowField> AMOUNTS = List.of(RowField.QUANTITY, RowField.VALUE, RowField.LINE_VALUE);

    private static final int MOST_ORDINAL = 999;

    private static final Pattern WHOLE = Pattern.compile("([0-9]+)\\.0*");
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)(?: ?[A-Z]{1,3}2?)?");
    private static final Pattern ENTRY_TYPE = Pattern.compile("([0-9]{1,2})(?![0-9]).*");

    private final TableHeader header;
    private final boolean lenient;
    private final Schedule schedule;
    private final Issues issues;
    private final FieldReader fields;
    private final CellPlace place;
    private final Function<Warnings, NumberReader> numberReaders;
    private final RowDraft draft = new RowDraft();
    private final Map<ImporterNumber, ImporterRows> importers = new LinkedHashMap<>();
    private final Map<String, ImporterRows> bySpelling = new HashMap<>();
    private final ImporterRows nobody;
    private final Map<RowField, DayColumn> days = new EnumMap<>(RowField.class);
    private final List<TableColumn> hts;
    private final @Nullable TableColumn[] single = new TableColumn[RowField.values().length];
    private final String[] above = new String[RowField.values().length];
    private final String[] recentEntries = new String[RECENT_ENTRIES];
    private final boolean comma;
    private @Nullable EntryRow row;
    private @Nullable NumberReader numbers;
    private @Nullable ImporterRows ofNumbers;

    /**
     * Reads the rows below a header.
     *
     * @param lenient whether an amount that cannot be used is left out with a warning
     * @param place the one place that issues name
     * @param numberReaders makes the reader of an importer's HTS numbers, from the importer's warnings
     */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    RowReader(
            TableHeader header,
            boolean lenient,
            Schedule schedule,
            Issues issues,
            CellPlace place,
            Function<Warnings, NumberReader> numberReaders) {
        this.header = header;
        this.lenient = lenient;
        this.schedule = schedule;
        this.issues = issues;
        this.fields = new FieldReader(issues);
        this.place = place;
        this.numberReaders = numberReaders;
        this.nobody = newImporter(new ImporterNumber("00-0000000", ImporterNumber.Format.EIN), 0);
        this.hts = header.columnsOf(RowField.HTS);
        for (RowField field : RowField.values()) {
            single[field.ordinal()] = header.column(field);
            above[field.ordinal()] = "";
            TableColumn column = header.column(field);
            if (field.isDay() && column != null) {
                days.put(field, new DayColumn(column, header.mapping().dates(), header.order(field)));
            }
        }
        TableColumn value = header.column(RowField.VALUE);
        comma = value != null && value.origin() == Origin.GERMAN;
    }

    /** The importers met, in order of first appearance. */
    Collection<ImporterRows> importers() {
        return importers.values();
    }

    /** The same once the last row was read; whoever takes them may remove each when it is done with it. */
    Iterator<ImporterRows> takeImporters() {
        bySpelling.clear();
        return importers.values().iterator();
    }

    /** The column of days that holds a field; null when there is none. */
    @Nullable
    DayColumn days(RowField field) {
        return days.get(field);
    }

    /** The text of the row's first HTS cell. */
    String firstNumber(EntryRow next) {
        return CellText.of(next.cell(hts.get(0).index()));
    }

    /** Whether the row repeats the titles, as at the top of a printed page. */
    boolean isHeader(EntryRow next) {
        String text = firstNumber(next);
        return !text.isEmpty()
                && Character.isLetter(text.charAt(0))
                && KnownTitles.bare(text).equals(KnownTitles.bare(hts.get(0).title()));
    }

    /** Below a sum an entry is not repeated. */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    void endGroup() {
        above[RowField.ENTRY.ordinal()] = "";
        forgetBelow(RowField.ENTRY);
    }

    /** Reads a row; what it says is of no use when there were issues. The next call takes it back. */
    RowDraft read(EntryRow next) {
        row = next;
        draft.clear(next.number());
        faults(next);
        ImporterRows importer = importer();
        draft.importer = importer == nobody ? null : importer;
        if (importer != nobody) {
            name(importer);
            kind(importer);
        } else {
            text(RowField.NAME);
        }
        entry(importer);
        draft.line = integer(RowField.LINE, 1);
        draft.day = day(RowField.DATE, importer);
        draft.version = day(RowField.VERSION, importer);
        draft.entryType = entryType();
        draft.ordinal = ordinal();
        draft.set = word(RowField.SET, Words.SETS);
        draft.role = word(RowField.ROLE, Words.ROLES);
        draft.count = integer(RowField.COUNT, 1);
        draft.quantity = quantity(importer);
        draft.cents = isInDollars(importer) ? cents(RowField.VALUE, importer) : RowDraft.NO_VALUE;
        draft.lineCents = cents(RowField.LINE_VALUE, importer);
        numbers(importer);
        if (next.fault(CellFault.WHOLE_ROW) != null) {
            passOver(next);
        }
        return draft;
    }

    /**
     * Looks at a row without reading it: what its days and amounts tell of the days of the file, and what its blank cells repeat.
     *
     * @return the row with what its blank cells repeat
     */
    EntryRow glance(EntryRow next) {
        if (!header.filled().isEmpty()) {
            read(next);
            return filled(next);
        }
        row = next;
        for (DayColumn column : days.values()) {
            String text = CellText.of(next.cell(column.column().index()));
            if (!text.isEmpty()) {
                column.read(text, next.number());
            }
        }
        for (RowField field : AMOUNTS) {
            meetComma(text(field));
        }
        return next;
    }

    /** Takes leave of a row whose cells cannot be trusted: nobody knows what the blank cells below it repeat. */
    void passOver(EntryRow next) {
        for (RowField field : header.filled()) {
            TableColumn column = column(field);
            if (column != null && !next.cell(column.index()).isBlank()) {
                Arrays.fill(above, "");
                return;
            }
        }
    }

    /** The row that was read last, with what its blank cells repeat, so that it says the same when it stands alone. */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    EntryRow filled(EntryRow last) {
        if (header.filled().isEmpty() || last.fault(CellFault.WHOLE_ROW) != null) {
            return last;
        }
        List<String> cells = new ArrayList<>(last.cells());
        List<String> written = new ArrayList<>(last.written());
        for (RowField field : header.filled()) {
            TableColumn column = column(field);
            String text = above[field.ordinal()];
            if (column == null || !CellText.of(last.cell(column.index())).isEmpty()) {
                continue;
            }
            while (written.isEmpty() && cells.size() <= column.index()) {
                cells.add("");
            }
            if (column.index() < cells.size()) {
                cells.set(column.index(), text);
            }
            if (column.index() < written.size()) {
                written.set(column.index(), text);
            }
        }
        return new EntryRow(last.number(), cells, last.numeric(), last.faults(), written);
    }

    private EntryRow row() {
        return Objects.requireNonNull(row);
    }

    private void faults(EntryRow next) {
        for (CellFault fault : next.faults()) {
            boolean whole = fault.column() == CellFault.WHOLE_ROW;
            if (whole || header.fieldOf(fault.column()) != RowField.OTHER) {
                CellPlace at = whole
                        ? place.at(next.number())
                        : place.at(next.number(), fault.column(), title(fault.column()));
                issues.add(IssueCode.FILE_ROW_MALFORMED, at, at.prefix() + fault.message(), fault.help());
            }
        }
    }

    private String title(int column) {
        return column < header.titles().size() ? header.titles().get(column) : "";
    }

    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    private @Nullable TableColumn column(RowField field) {
        return single[field.ordinal()];
    }

    /** The text of a cell; empty when the file has no such column. */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    private String text(RowField field) {
        TableColumn column = column(field);
        if (column == null) {
            return "";
        }
        String text = withLostZeros(field, column, CellText.of(row().cell(column.index())));
        if (header.filled().isEmpty()) {
            return text;
        }
        return filled(field, text, column);
    }

    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    private String filled(RowField field, String text, TableColumn column) {
        if (!header.filled().contains(field)) {
            return text;
        }
        // A cell that cannot be read repeats nothing.
        if (text.isEmpty() && row().fault(column.index()) == null) {
            return above[field.ordinal()];
        }
        if (!text.equals(above[field.ordinal()])) {
            forgetBelow(field);
        }
        above[field.ordinal()] = text;
        return text;
    }

    /** What belongs to another importer or entry is not repeated. */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the place in an array
    private void forgetBelow(RowField field) {
        if (field == RowField.IMPORTER) {
            for (RowField of : List.of(RowField.NAME, RowField.ENTRY, RowField.FILER)) {
                above[of.ordinal()] = "";
            }
        }
        if (field == RowField.IMPORTER || field == RowField.ENTRY) {
            for (RowField of : List.of(RowField.LINE, RowField.DATE, RowField.ENTRY_TYPE)) {
                above[of.ordinal()] = "";
            }
        }
    }

    private CellPlace at(RowField field) {
        TableColumn column = column(field);
        return column == null ? place.at(row().number()) : place.at(row().number(), column);
    }

    private ImporterRows importer() {
        String text = text(RowField.IMPORTER);
        ImporterRows known = bySpelling.get(text);
        if (known != null) {
            return known;
        }
        if (text.isEmpty() && !importers.isEmpty() && lenient) {
            blankBelowAnImporter();
            return nobody;
        }
        ImporterNumber number = fields.importerNumber(at(RowField.IMPORTER), text);
        if (number == null) {
            return nobody;
        }
        long first = row().number();
        ImporterRows rows = importers.computeIfAbsent(number, anyNumber -> newImporter(anyNumber, first));
        if (bySpelling.size() < MOST_SPELLINGS) {
            bySpelling.put(text, rows);
        }
        return rows;
    }

    /** A report that writes each importer once looks like rows without one. */
    private void blankBelowAnImporter() {
        at(RowField.IMPORTER);
        issues.add(
                IssueCode.IMPORTER_NUMBER_EMPTY,
                place,
                place.prefix() + "importer number is empty",
                header.filled().contains(RowField.IMPORTER)
                        ? "give the number of the importer"
                        : "give the number; where blank cells repeat the cell above, say `fill-down: [importer, entry]` in a"
                                + " mapping");
    }

    private ImporterRows newImporter(ImporterNumber number, long first) {
        Warnings warnings = new Warnings();
        return new ImporterRows(number, first, warnings);
    }

    /** The first name given stands; importers spell their own names in many ways. */
    private void name(ImporterRows importer) {
        if (column(RowField.NAME) != null) {
            String text = text(RowField.NAME);
            if (text.isEmpty() || text.equals(importer.name)) {
                return;
            }
            String read = fields.text(at(RowField.NAME), text, FieldReader.LONGEST_NAME);
            if (read != null && importer.name.isEmpty()) {
                importer.name = read;
            }
        }
    }

    private void kind(ImporterRows importer) {
        ImporterKind read = word(RowField.KIND, Words.KINDS);
        if (read == null) {
            return;
        }
        if (importer.hasKind() && read != importer.kind) {
            contradictKind(importer, read);
        }
        if (!importer.hasKind()) {
            importer.kind = read;
            importer.kindRow = row().number();
        }
    }

    /** No order of rows says which kind the importer is, so none of its rows can be read. */
    private void contradictKind(ImporterRows importer, ImporterKind read) {
        String first = place.at(importer.kindRow).row();
        String message = at(RowField.KIND).subject() + " `" + read + "` contradicts `" + importer.kind + "` on " + first
                + " for the same importer";
        String help = "an importer is of one kind throughout a file";
        if (!lenient) {
            issues.add(IssueCode.VALUE_MALFORMED, place, message, help);
        } else if (importer.rejection == null) {
            importer.rejection = new Rejection(IssueCode.VALUE_MALFORMED, place.pointer(), message, help);
        }
    }

    private void entry(ImporterRows importer) {
        String filer = text(RowField.FILER);
        String text = text(RowField.ENTRY);
        warnOfZeros(importer, RowField.FILER, filer);
        warnOfZeros(importer, RowField.ENTRY, text);
        if (text.isEmpty()) {
            return;
        }
        if (!filer.isEmpty()) {
            text = joined(importer, text, filer);
        }
        String read = fields.text(at(RowField.ENTRY), text, EntrySummary.LONGEST_NUMBER);
        draft.entry = read == null || EntryText.isNone(read) ? "" : shared(read);
    }

    /** A cell as it was before a number took its leading zeros, where that is known. */
    private String withLostZeros(RowField field, TableColumn column, String text) {
        boolean may = field == RowField.ENTRY || field == RowField.FILER;
        if (!may || text.isEmpty() || !row().isNumeric(column.index())) {
            return text;
        }
        boolean plain = text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int length = !plain
                ? 0
                : field == RowField.FILER
                        ? EntryText.lengthOfFiler(text)
                        : EntryText.lengthOf(text, column(RowField.FILER) != null);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }

    private void warnOfZeros(ImporterRows importer, RowField field, String read) {
        TableColumn column = column(field);
        String cell = column == null ? "" : CellText.of(row().cell(column.index()));
        if (!cell.isEmpty()
                && read.length() > cell.length()
                && importer.warnings.wants(IssueCode.ENTRY_ZEROS_RESTORED)) {
            importer.warnings.add(
                    IssueCode.ENTRY_ZEROS_RESTORED,
                    at(field),
                    place.subject() + " is a number cell, which has no leading zeros; read as " + Echo.of(read),
                    "format the column as text");
        }
    }

    private String joined(ImporterRows importer, String entry, String filer) {
        if (!EntryText.isFiler(filer)) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    at(RowField.FILER),
                    place.subject() + " " + Echo.of(filer) + " is not the code of a filer",
                    "write its three characters, for example `005`");
            return entry;
        }
        if (EntryText.lacksFiler(entry)) {
            String joined = filer + entry;
            if (!EntryText.isChecked(joined) && importer.warnings.wants(IssueCode.ENTRY_CHECK_DIGIT)) {
                importer.warnings.add(
                        IssueCode.ENTRY_CHECK_DIGIT,
                        at(RowField.ENTRY),
                        place.subject() + " " + Echo.of(entry) + " with the filer " + Echo.of(filer)
                                + " has another check digit than an entry number would",
                        "compare it with the entry summary");
            }
            return joined;
        }
        if (!EntryText.isOf(entry, filer)) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    at(RowField.ENTRY),
                    place.subject() + " " + Echo.of(entry) + " is of another filer than " + Echo.of(filer),
                    "compare both with the entry summary");
        }
        return entry;
    }

    /** The same text as one object where it came lately, since the lines of an entry are many. */
    private String shared(String entry) {
        int slot = entry.hashCode() & RECENT_ENTRIES - 1;
        String recent = recentEntries[slot];
        if (entry.equals(recent)) {
            return recent;
        }
        recentEntries[slot] = entry;
        return entry;
    }

    private int integer(RowField field, int least) {
        String text = text(field);
        if (text.isEmpty()) {
            return 0;
        }
        int small = small(text);
        if (small >= least) {
            return small;
        }
        Matcher whole = WHOLE.matcher(text);
        Integer read = fields.integer(at(field), whole.matches() ? whole.group(1) : text, least);
        return read == null ? 0 : read;
    }

    private int ordinal() {
        String text = text(RowField.ORDINAL);
        if (text.isEmpty()) {
            return RowDraft.NO_ORDINAL;
        }
        int read = integer(RowField.ORDINAL, 0);
        if (read > MOST_ORDINAL) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    at(RowField.ORDINAL),
                    place.subject() + " " + Echo.of(text) + " is above " + MOST_ORDINAL,
                    "look whether the column holds the places of tariff numbers on their line");
        }
        return Math.min(read, MOST_ORDINAL);
    }

    /** The number that a few digits write; -1 for other texts. */
    private static int small(String text) {
        if (text.length() > 8) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private int day(RowField field, ImporterRows importer) {
        DayColumn column = days.get(field);
        String text = column == null ? "" : text(field);
        if (column == null || text.isEmpty()) {
            return WrittenDay.NONE;
        }
        int day = column.read(text, row().number());
        if (day < 0) {
            dayFault(field, text, day);
            return WrittenDay.NONE;
        }
        if (text.length() < 8 && WrittenDay.isSerial(text) && importer.warnings.wants(IssueCode.DATE_SERIAL)) {
            importer.warnings.add(
                    IssueCode.DATE_SERIAL,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " is a spreadsheet's serial number, read as `"
                            + WrittenDay.date(day) + "`",
                    "format the column as a date");
        }
        return day;
    }

    private void dayFault(RowField field, String text, int fault) {
        if (fault == WrittenDay.SHORT_YEAR) {
            issues.add(
                    IssueCode.DATE_MALFORMED,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " has a year of two digits",
                    "write the year with four digits, or say `dates: MM/DD/YYYY` in a mapping");
        } else if (fault == WrittenDay.NO_SUCH_DAY) {
            issues.add(
                    IssueCode.DATE_MALFORMED,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " is not a day of the calendar in the years 1900 to 9998",
                    "compare it with the entry summary");
        } else if (fields.date(at(field), text) != null) {
            throw new IllegalStateException("a plain day was not read");
        }
    }

    private int entryType() {
        String text = text(RowField.ENTRY_TYPE);
        if (text.isEmpty()) {
            return 0;
        }
        int small = text.length() < 3 ? small(text) : -1;
        if (small > 0) {
            return small;
        }
        Matcher matcher = ENTRY_TYPE.matcher(text);
        int read = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (read == 0) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    at(RowField.ENTRY_TYPE),
                    place.subject() + " " + Echo.of(text) + " is not the code of an entry type",
                    "write its two digits, for example `01`");
        }
        return read;
    }

    private <E> @Nullable E word(RowField field, Words<E> words) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        E found = words.find(text.toUpperCase(Locale.ROOT));
        return found != null ? found : fields.word(at(field), text, words);
    }

    private @Nullable BigDecimal quantity(ImporterRows importer) {
        String text = text(RowField.QUANTITY);
        if (text.isEmpty()) {
            return null;
        }
        meetComma(text);
        if (!lenient) {
            return fields.quantity(at(RowField.QUANTITY), text);
        }
        if (comma) {
            text = text.replace(".", "").replace(',', '.');
        }
        String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        Matcher withUnit = QUANTITY.matcher(plain);
        if (withUnit.matches()) {
            return new BigDecimal(withUnit.group(1));
        }
        leaveOut(RowField.QUANTITY, importer, text, "is not a quantity", "write for example `12.5`");
        return null;
    }

    /** Amounts tell of the days beside them. */
    private void meetComma(String amount) {
        if (!days.isEmpty() && amount.indexOf(',') >= 0 && WrittenMoney.hasDecimalComma(amount)) {
            days.values().forEach(column -> column.meetComma(row().number()));
        }
    }

    private boolean isInDollars(ImporterRows importer) {
        String text = text(RowField.CURRENCY);
        if (text.isEmpty() || text.equalsIgnoreCase("USD") || text.equals("$") || text.equalsIgnoreCase("US$")) {
            return true;
        }
        if (!text(RowField.VALUE).isEmpty()) {
            leaveOut(
                    RowField.VALUE,
                    importer,
                    text(RowField.VALUE),
                    "is in " + Echo.of(text) + ", not in US dollars",
                    "give the entered value");
        }
        return false;
    }

    private long cents(RowField field, ImporterRows importer) {
        TableColumn column = column(field);
        String text = column == null ? "" : text(field);
        if (column == null || text.isEmpty()) {
            return RowDraft.NO_VALUE;
        }
        meetComma(text);
        long cents = WrittenMoney.cents(text, comma, row().isNumeric(column.index()));
        if (cents >= 0) {
            return cents;
        }
        if (cents == WrittenMoney.NEGATIVE && lenient) {
            leaveOut(field, importer, text, "is negative", "the line counts without it");
        } else if (cents == WrittenMoney.NEGATIVE) {
            issues.add(
                    IssueCode.VALUE_OUT_OF_RANGE,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " is negative",
                    "leave the value out, or give the entered value");
        } else if (cents == WrittenMoney.FOREIGN && lenient) {
            leaveOut(field, importer, text, "is not in US dollars", "give the entered value");
        } else if (cents == WrittenMoney.FAULT && WrittenMoney.isOpen(text)) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " may have three decimals or a separator of thousands",
                    "write for example `5400.00` or `5,400.00`; decimal commas are read only below German titles, or before"
                            + " one or two digits");
        } else if (cents == WrittenMoney.FAULT) {
            issues.add(
                    IssueCode.VALUE_MALFORMED,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " is not an amount of dollars",
                    "write for example `5400.00` or `$5,400.00`");
        } else if (fields.cents(at(field), text) != null) {
            throw new IllegalStateException("a plain amount was not read");
        }
        return RowDraft.NO_VALUE;
    }

    private void leaveOut(RowField field, ImporterRows importer, String text, String why, String help) {
        if (importer.warnings.wants(IssueCode.AMOUNT_LEFT_OUT)) {
            importer.warnings.add(
                    IssueCode.AMOUNT_LEFT_OUT,
                    at(field),
                    place.subject() + " " + Echo.of(text) + " " + why + ", so it is left out",
                    help);
        }
    }

    /** The reader of an importer's numbers, which keeps nothing from row to row. */
    private NumberReader reader(ImporterRows importer) {
        NumberReader present = numbers;
        if (present == null || importer != ofNumbers) {
            present = numberReaders.apply(importer.warnings);
            numbers = present;
            ofNumbers = importer;
        }
        return present;
    }

    private void numbers(ImporterRows importer) {
        NumberReader ofRow = reader(importer);
        int received = 0;
        for (TableColumn column : hts) {
            String text = CellText.of(row().cell(column.index()));
            if (!text.isEmpty()) {
                received++;
                number(importer, column, text);
            }
        }
        if (ofRow.awaitsDay()) {
            ofRow.endLine(WrittenDay.isOpen(draft.day) ? null : WrittenDay.date(draft.day));
        }
        TableColumn first = hts.get(0);
        if (received == 0 && row().fault(first.index()) == null) {
            place.at(row().number(), first);
            issues.add(
                    IssueCode.FIELD_MISSING,
                    place,
                    place.prefix() + "no HTS number is reported",
                    "a line has at least one");
        } else if (received > EntryLine.MOST_NUMBERS) {
            place.at(row().number(), first);
            issues.add(
                    IssueCode.TOO_MANY_NUMBERS,
                    place,
                    place.prefix() + received + " HTS numbers are reported, at most " + EntryLine.MOST_NUMBERS
                            + " are accepted",
                    "look whether the columns hold HTS numbers");
        }
    }

    private void number(ImporterRows importer, TableColumn column, String text) {
        place.at(row().number(), column);
        String whole = row().isNumeric(column.index()) ? withLostZero(importer, text) : text;
        HtsNumber read = reader(importer).read(place, whole);
        if (read != null) {
            draft.numbers.add(read);
        }
    }

    /** A number of a workbook has no leading zeros; where exactly one number of the tariff fits, it is that one. */
    private String withLostZero(ImporterRows importer, String text) {
        if (text.length() != 9 && text.length() != 7) {
            return text;
        }
        String restored = "0" + text;
        if (schedule.find(restored).isEmpty() || schedule.find(text + "0").isPresent()) {
            return text;
        }
        if (importer.warnings.wants(IssueCode.HTS_ZERO_RESTORED)) {
            importer.warnings.add(
                    IssueCode.HTS_ZERO_RESTORED,
                    place,
                    place.prefix() + "HTS number `" + text + "` is a number cell, which has no leading zero; read as `"
                            + restored + "`, the only number of the tariff that fits",
                    "format the column as text");
        }
        return restored;
    }
}
