package io.centerline.intake;

import io.centerline.text.Echo;

/**
 * A place in a file.
 *
 * @param unit what numbers of rows count, such as {@code line}
 * @param number the number of the row
 * @param column the header as the file writes it; empty for the whole row
 */
record FilePlace(String unit, long number, String column) implements InputPlace {

    @Override
    public String pointer() {
        return column.isEmpty() ? row() : row() + ", column \"" + Echo.token(column) + "\"";
    }

    @Override
    public String prefix() {
        return row() + ": ";
    }

    @Override
    public String subject() {
        return column.isEmpty() ? row() : prefix() + Echo.of(column);
    }

    /** The row alone, such as {@code line 12}. */
    String row() {
        return unit + " " + number;
    }
}
