package io.centerline.editor;

import java.util.Arrays;

/** Where the lines of a text begin. Offsets are of chars, lines and columns begin with 0. Immutable. */
public final class TextLines {
    private final int length;
    private final int[] starts;

    /** Finds the lines of a text with line feeds. */
    public TextLines(String text) {
        length = text.length();
        int[] found = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = at + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The line of an offset, which is cut to the text. */
    public int line(int offset) {
        int at = Arrays.binarySearch(starts, Math.max(0, Math.min(offset, length)));
        return at >= 0 ? at : -at - 2;
    }

    /** The column of an offset. */
    public int column(int offset) {
        return Math.max(0, Math.min(offset, length)) - starts[line(offset)];
    }

    /** The offset of a line and column; a column behind the end of its line is that end. */
    public int offset(int line, int column) {
        if (line < 0) {
            return 0;
        }
        if (line >= starts.length) {
            return length;
        }
        return (int) Math.min(end(line), (long) starts[line] + Math.max(0, column));
    }

    /** The end of a line, before its line feed. */
    public int end(int line) {
        return line + 1 < starts.length ? starts[line + 1] - 1 : length;
    }

    /** How many lines there are, at least one. */
    public int count() {
        return starts.length;
    }
}
