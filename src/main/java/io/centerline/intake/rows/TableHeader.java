package io.centerline.intake.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rows that name the columns of a file say: which column holds what, and which are not read. Immutable. */
public final class TableHeader {

    /**
     * A column that is not read.
     *
     * @param index where it stands, from 0
     * @param title its title as the file writes it; empty when it has none
     * @param why why it is not read; empty when no decision needs it
     */
    public record Ignored(int index, String title, String why) {}

    private final long row;
    private final List<String> titles;
    private final Map<RowField, List<TableColumn>> columns = new EnumMap<>(RowField.class);
    private final List<Ignored> ignored;
    private final FileMapping mapping;
    private final Set<RowField> filled;
    private final boolean invoiceLines;
    private final Map<RowField, DayOrder> orders;
    /** What each column holds, up to the last one that is read. */
    private final RowField[] fields;
    /** How often a title stands in the header, as titles are compared. */
    private final Map<String, Integer> occurrences = new HashMap<>();

    /**
     * A header.
     *
     * @param row the number of its last row
     * @param titles the title of every column
     * @param read the columns that are read
     * @param ignored the others
     * @param mapping what the user says
     * @param filled the fields whose blank cells repeat the cell above
     * @param invoiceLines whether rows are invoice lines
     */
    TableHeader(
            long row,
            List<String> titles,
            List<TableColumn> read,
            List<Ignored> ignored,
            FileMapping mapping,
            Set<RowField> filled,
            boolean invoiceLines) {
        this(row, titles, read, ignored, mapping, filled, invoiceLines, Map.of());
    }

    private TableHeader(
            long row,
            List<String> titles,
            List<TableColumn> read,
            List<Ignored> ignored,
            FileMapping mapping,
            Set<RowField> filled,
            boolean invoiceLines,
            Map<RowField, DayOrder> orders) {
        this.orders = Map.copyOf(orders);
        this.row = row;
        this.titles = List.copyOf(titles);
        this.ignored = List.copyOf(ignored);
        this.mapping = mapping;
        this.filled = Set.copyOf(filled);
        this.invoiceLines = invoiceLines;
        for (TableColumn column : read) {
            columns.computeIfAbsent(column.field(), none -> new ArrayList<>()).add(column);
        }
        fields = new RowField[titles.size()];
        Arrays.fill(fields, RowField.OTHER);
        read.forEach(column -> fields[column.index()] = column.field());
        titles.forEach(title -> occurrences.merge(KnownTitles.bare(title), 1, Integer::sum));
    }

    /**
     * What rows are under that have the cells of the columns that are read alone, in their order, and behind them how many
     * rows each stands for. No blank cell of theirs repeats the one above.
     *
     * @param known the order of day and month in each column of days, as all rows tell it
     */
    TableHeader staged(Map<RowField, DayOrder> known) {
        List<TableColumn> narrowed = new ArrayList<>();
        for (TableColumn column : read()) {
            if (column.field() != RowField.COUNT) {
                narrowed.add(new TableColumn(narrowed.size(), column.title(), column.field(), column.origin()));
            }
        }
        TableColumn count = column(RowField.COUNT);
        narrowed.add(new TableColumn(
                narrowed.size(),
                count == null ? RowField.COUNT.title() : count.title(),
                RowField.COUNT,
                KnownTitle.Origin.ANY));
        return new TableHeader(
                0,
                narrowed.stream().map(TableColumn::title).toList(),
                narrowed,
                List.of(),
                new FileMapping(Map.of(), mapping.dates(), Set.of(), invoiceLines),
                Set.of(),
                invoiceLines,
                known);
    }

    /** The columns that are read, in file order. */
    List<TableColumn> read() {
        return columns.values().stream()
                .flatMap(List::stream)
                .filter(column -> column.field() != RowField.OTHER)
                .sorted(Comparator.comparingInt(TableColumn::index))
                .toList();
    }

    /** What all rows tell of the order of day and month in a column; null when that is not known yet. */
    @Nullable
    DayOrder order(RowField field) {
        return orders.get(field);
    }

    /** The number of the last row of the header. */
    long row() {
        return row;
    }

    List<String> titles() {
        return titles;
    }

    /** The columns that hold a field, in file order. */
    List<TableColumn> columnsOf(RowField field) {
        return columns.getOrDefault(field, List.of());
    }

    /** The column that holds a field; null when none does. */
    @Nullable
    TableColumn column(RowField field) {
        List<TableColumn> found = columnsOf(field);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The column that holds a field. */
    TableColumn get(RowField field) {
        return Objects.requireNonNull(column(field));
    }

    /** What a column holds; {@link RowField#OTHER} for one that is not read. */
    RowField fieldOf(int index) {
        return index < fields.length ? fields[index] : RowField.OTHER;
    }

    /** The columns that are not read. */
    public List<Ignored> ignored() {
        return ignored;
    }

    /** The columns that are not read since nobody knows their titles. */
    List<Ignored> unknown() {
        return ignored.stream()
                .filter(column -> !column.title().isEmpty() && KnownTitles.find(column.title()) == null)
                .toList();
    }

    FileMapping mapping() {
        return mapping;
    }

    /** The fields whose blank cells repeat the cell above. */
    Set<RowField> filled() {
        return filled;
    }

    /** Whether rows are invoice lines, so that equal rows of one entry line add up. */
    boolean isOfInvoiceLines() {
        return invoiceLines;
    }

    private static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    /** How a mapping names a column: by its title where that is the only one, else by its number. */
    String reference(TableColumn column) {
        return reference(column.index(), column.title());
    }

    String reference(int index, String title) {
        String bare = KnownTitles.bare(title);
        boolean once = occurrences.getOrDefault(bare, 0) == 1;
        boolean plain = !bare.isEmpty() && title.chars().noneMatch(TableHeader::breaksLines);
        return once && plain ? title : "#" + (index + 1);
    }
}
