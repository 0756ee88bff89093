package io.centerline.intake;

import io.centerline.intake.sheet.RowSource;
import io.centerline.text.Echo;

/**
 * A place in a file.
 *
 * @param source knows how its places are named
 * @param number the number of the row
 * @param column the column, from 0; -1 for the whole row
 * @param title the header of the column as the file writes it
 */
record FilePlace(RowSource source, long number, int column, String title) implements InputPlace {

    /** The place of a whole row. */
    FilePlace(RowSource source, long number) {
        this(source, number, -1, "");
    }

    @Override
    public String pointer() {
        return column < 0 ? row() : source.place(number, column, title);
    }

    @Override
    public String prefix() {
        return row() + ": ";
    }

    @Override
    public String subject() {
        return column < 0 ? row() : prefix() + Echo.of(title);
    }

    /** The row alone, such as {@code line 12}. */
    String row() {
        return source.place(number);
    }
}
