package io.centerline.intake.rows;

import io.centerline.intake.InputPlace;
import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;

/** A cell of a file, or a whole row. One place can move from cell to cell, since nobody keeps it. Not thread-safe. */
final class CellPlace implements InputPlace {
    private static final int WHOLE_ROW = -1;

    private final RowSource source;
    private long row;
    private int column = WHOLE_ROW;
    private String title = "";

    /**
     * Nowhere yet.
     *
     * @param source knows how its places are named
     */
    CellPlace(RowSource source) {
        this.source = source;
    }

    /** Moves to a whole row. */
    CellPlace at(long number) {
        row = number;
        column = WHOLE_ROW;
        title = "";
        return this;
    }

    /** Moves to a cell. */
    CellPlace at(long number, TableColumn cell) {
        return at(number, cell.index(), cell.title());
    }

    /** Moves to a cell. */
    CellPlace at(long number, int index, String header) {
        row = number;
        column = index;
        title = header;
        return this;
    }

    @Override
    public String pointer() {
        return column == WHOLE_ROW ? row() : source.place(row, column, title);
    }

    @Override
    public String prefix() {
        return row() + ": ";
    }

    @Override
    public String subject() {
        return column == WHOLE_ROW ? row() : prefix() + Echo.of(title);
    }

    /** The row alone, such as {@code line 12}. */
    String row() {
        return source.place(row);
    }
}
