package io.centerline.web.edit;

import java.util.List;

/**
 * A unified diff, line by line.
 *
 * @param lines in order
 */
record DiffText(List<Line> lines) {
    /**
     * A line of it.
     *
     * @param kind {@code file}, {@code at}, {@code ins}, {@code del} or {@code same}
     * @param text as the diff has it
     */
    record Line(String kind, String text) {}

    /** Reads a diff. */
    static DiffText of(String diff) {
        return new DiffText(
                diff.isEmpty() ? List.of() : diff.lines().map(DiffText::line).toList());
    }

    private static Line line(String text) {
        if (text.startsWith("+++ ") || text.startsWith("--- ")) {
            return new Line("file", text);
        }
        if (text.startsWith("@@")) {
            return new Line("at", text);
        }
        return new Line(text.startsWith("+") ? "ins" : text.startsWith("-") ? "del" : "same", text);
    }
}
