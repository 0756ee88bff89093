package io.centerline.intake.sheet;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file or table.
 *
 * @param number the row's number, which its {@link RowSource} turns into a place
 * @param cells the text of each cell, in the order of the columns; an empty one counts as absent. A date of a workbook is
 *     ISO text, a number is plain decimal text without exponent
 * @param numeric which cells held a number that the source keeps apart from text
 * @param faults what the source cannot read of the row, by column
 * @param written the cells as a file of separated values writes them, with what spreadsheets put around texts; the text of
 *     the whole row alone where it cannot be split; empty where the source is no such file
 */
public record EntryRow(long number, List<String> cells, BitSet numeric, List<CellFault> faults, List<String> written) {
    private static final BitSet NONE = new BitSet(0);

    public EntryRow {
        cells = List.copyOf(cells);
        faults = List.copyOf(faults);
        written = List.copyOf(written);
    }

    /** A row of a source that is no file of separated values. */
    public EntryRow(long number, List<String> cells, BitSet numeric, List<CellFault> faults) {
        this(number, cells, numeric, faults, List.of());
    }

    /** A row of texts in which nothing is wrong. */
    public EntryRow(long number, List<String> cells) {
        this(number, cells, NONE, List.of());
    }

    /** The text of a cell; empty behind the last one. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether a cell held a number, as cells of a workbook do; then a leading zero was never in it. */
    public boolean isNumeric(int column) {
        return numeric.get(column);
    }

    /** Why a cell cannot be read, or why the whole row cannot ({@link CellFault#WHOLE_ROW}); null when it can. */
    public @Nullable CellFault fault(int column) {
        for (CellFault fault : faults) {
            if (fault.column() == column) {
                return fault;
            }
        }
        return null;
    }

    /** How many cells the row has up to the last one that says anything. */
    public int filled() {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }

    /** Whether no cell says anything and nothing is wrong. */
    public boolean isBlank() {
        return faults.isEmpty() && filled() == 0;
    }
}
