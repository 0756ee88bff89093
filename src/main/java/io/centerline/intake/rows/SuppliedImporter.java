package io.centerline.intake.rows;

import io.centerline.intake.sheet.EntryRow;
import io.centerline.intake.sheet.ForwardedRows;
import io.centerline.intake.sheet.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that name no importer, with a column for it behind the last one that the header has, which says the same in every row.
 * Rows that do not fill the header stay as they are, as does everything above it. Not thread-safe.
 */
public final class SuppliedImporter extends ForwardedRows {
    private final int above;
    private final String number;
    private int seen;
    private int column = -1;

    /**
     * Rows with an importer.
     *
     * @param rows the rows, which closing this closes
     * @param above how many rows that are not blank stand above the header
     * @param number the importer number
     */
    public SuppliedImporter(RowSource rows, int above, String number) {
        super(rows);
        this.above = above;
        this.number = number;
    }

    @Override
    public @Nullable EntryRow next() throws IOException {
        EntryRow row = super.next();
        if (row == null || row.isBlank()) {
            return row;
        }
        if (column < 0) {
            if (seen++ < above) {
                return row;
            }
            column = row.cells().size();
            return with(row, RowField.IMPORTER.title());
        }
        boolean tooShort = writesEmptyCells() && row.cells().size() < column;
        return tooShort || row.filled() > column ? row : with(row, number);
    }

    private EntryRow with(EntryRow row, String text) {
        return new EntryRow(row.number(), padded(row.cells(), text), row.numeric(), row.faults(), written(row, text));
    }

    private List<String> written(EntryRow row, String text) {
        return row.written().isEmpty() ? List.of() : padded(row.written(), text);
    }

    private List<String> padded(List<String> cells, String text) {
        List<String> all = new ArrayList<>(cells.subList(0, Math.min(cells.size(), column)));
        while (all.size() < column) {
            all.add("");
        }
        all.add(text);
        return all;
    }
}
