package io.centerline.intake.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of staged rows hold: those of a file that are read, in its order, and last how many rows each row stands for.
 * Immutable.
 */
public final class StagedTable {
    private final TableHeader header;
    private final List<Column> columns;

    private StagedTable(TableHeader header) {
        this.header = header;
        this.columns = header.read().stream()
                .map(column -> new Column(column.field(), column.title()))
                .toList();
    }

    /**
     * A column.
     *
     * @param field what it holds
     * @param title its title as the file writes it
     */
    public record Column(RowField field, String title) {}

    /**
     * The table of a file.
     *
     * @param orders the order of day and month in each column of days that tells one
     */
    static StagedTable of(TableHeader header, Map<RowField, DayOrder> orders) {
        return new StagedTable(header.staged(orders));
    }

    TableHeader header() {
        return header;
    }

    /** The columns; the last one is {@link RowField#COUNT}. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether rows are invoice lines, so that equal rows of one entry line add up. */
    public boolean isOfInvoiceLines() {
        return header.isOfInvoiceLines();
    }

    /** Whether the amounts of a column have a decimal comma. */
    public boolean hasDecimalComma(RowField field) {
        TableColumn column = header.column(field);
        return column != null && column.origin() == KnownTitle.Origin.GERMAN;
    }

    /** How open days of a column are read; null when nothing tells. */
    public @Nullable DayOrder order(RowField field) {
        return header.mapping().dates() != null ? header.mapping().dates() : header.order(field);
    }

    /** Whether rows of two files mean the same, column by column, whatever the order of the columns. */
    public boolean meansTheSame(StagedTable other) {
        return header.isOfInvoiceLines() == other.header.isOfInvoiceLines()
                && columns.size() == other.columns.size()
                && columns.stream().allMatch(column -> other.indexOf(column) >= 0);
    }

    /** Where a column of another table with the same meaning stands in this one; -1 when there is none. */
    public int indexOf(Column column) {
        for (int i = 0; i < columns.size(); i++) {
            Column own = columns.get(i);
            if (own.field() == column.field()
                    && KnownTitles.bare(own.title()).equals(KnownTitles.bare(column.title()))) {
                return i;
            }
        }
        return -1;
    }
}
