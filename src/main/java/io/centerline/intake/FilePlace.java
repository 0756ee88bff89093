package io.centerline.intake;

import io.centerline.text.Echo;

/**
 * A place in a file.
 *
 * @param line the line of the file the row starts on, counted from 1; the header stands on line 1
 * @param column the header as the file writes it; empty for the whole row
 */
record FilePlace(long line, String column) implements InputPlace {

    @Override
    public String pointer() {
        return column.isEmpty() ? "line " + line : "line " + line + ", column \"" + Echo.token(column) + "\"";
    }

    @Override
    public String prefix() {
        return "line " + line + ": ";
    }

    @Override
    public String subject() {
        return column.isEmpty() ? "line " + line : prefix() + Echo.of(column);
    }
}
