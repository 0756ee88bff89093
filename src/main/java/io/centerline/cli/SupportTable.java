package io.centerline.cli;

import io.centerline.cli.Page.Column;
import io.centerline.rulebook.evidence.Strength;
import io.centerline.rulebook.evidence.Support;
import io.centerline.tariff.Center;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How much of the tariff rests on what, as a table: a row a Center, a column a strength that occurs. */
final class SupportTable {
    private static final String NONE = "-";

    private final Support support;

    private SupportTable(Support support) {
        this.support = support;
    }

    /** The table with its title. */
    static String of(Support support) {
        return new SupportTable(support).write();
    }

    private String write() {
        List<Strength> strengths = Arrays.stream(Strength.values())
                .filter(strength -> support.rows().stream().anyMatch(row -> row.strength() == strength))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("Center", Page.WIDTH)));
        strengths.forEach(strength -> columns.add(Column.figures(strength.words())));
        List<List<String>> rows = new ArrayList<>();
        for (Center center : Center.values()) {
            rows.add(row(center.code(), strengths, row -> row.center() == center));
        }
        rows.add(row("all", strengths, row -> true));
        return new Page()
                .paragraph(
                        "", "", "what the tariff rests on from " + support.day() + " on, headings/ten-digit numbers:")
                .table(columns, rows)
                .toString();
    }

    private List<String> row(String title, List<Strength> strengths, Predicate<Support.Row> wanted) {
        List<String> cells = new ArrayList<>(List.of(title));
        for (Strength strength : strengths) {
            List<Support.Row> rows = support.rows().stream()
                    .filter(row -> row.strength() == strength && wanted.test(row))
                    .toList();
            long headings = rows.stream().mapToLong(Support.Row::headings).sum();
            long numbers = rows.stream().mapToLong(Support.Row::numbers).sum();
            cells.add(rows.isEmpty() ? NONE : String.format(Locale.ROOT, "%,d/%,d", headings, numbers));
        }
        return cells;
    }
}
