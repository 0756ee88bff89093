package io.centerline.cli;

import java.util.ArrayList;
import java.util.List;

/** Plain text of at most 100 columns, wrapped between words. Not thread-safe. */
final class Page {
    /** The widest line. */
    static final int WIDTH = 100;

    private static final int LABEL = 13;
    private static final String GAP = "  ";
    /** A blank, but not the one before a percent sign. */
    private static final String BETWEEN_WORDS = " (?!%)";

    private final StringBuilder text = new StringBuilder();

    /** A column of a table. */
    record Column(String title, int most, boolean right) {
        /** A column of words, wrapped beyond {@code most} characters. */
        static Column words(String title, int most) {
            return new Column(title, most, false);
        }

        /** A column of figures, never wrapped. */
        static Column figures(String title) {
            return new Column(title, WIDTH, true);
        }
    }

    /** An empty line, except at the top and after another one. */
    Page blank() {
        if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
        return this;
    }

    /** A line of its own before what belongs to it. */
    Page heading(String title) {
        return blank().paragraph("", "", title);
    }

    /** A label and its text beside it. */
    Page field(String label, String value) {
        return paragraph(left(label, LABEL), " ".repeat(LABEL), value);
    }

    /** Wrapped text; {@code first} starts its first line and {@code rest} the others. */
    Page paragraph(String first, String rest, String words) {
        String start = first;
        for (String line : wrap(words, WIDTH - Math.max(first.length(), rest.length()))) {
            text.append((start + line).stripTrailing()).append('\n');
            start = rest;
        }
        return this;
    }

    /** A table, indented, each column as wide as its content. */
    Page table(List<Column> columns, List<List<String>> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (List<String> row : rows) {
                widths[i] = Math.max(
                        widths[i], Math.min(columns.get(i).most(), row.get(i).length()));
            }
        }
        row(columns, widths, columns.stream().map(Column::title).toList());
        rows.forEach(row -> row(columns, widths, row));
        return this;
    }

    private void row(List<Column> columns, int[] widths, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                List<String> cell = wrapped.get(i);
                String piece = line < cell.size() ? cell.get(line) : "";
                out.append(GAP).append(columns.get(i).right() ? right(piece, widths[i]) : left(piece, widths[i]));
            }
            text.append(out.toString().stripTrailing()).append('\n');
        }
    }

    /** Lines of at most {@code width} characters, at least one; only a word that is wider is broken. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(BETWEEN_WORDS, -1)) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                lines.add(rest.substring(0, width));
                rest = rest.substring(width);
            }
            line.append(line.length() == 0 ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String right(String cell, int width) {
        return " ".repeat(Math.max(0, width - cell.length())) + cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
