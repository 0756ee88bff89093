package io.centerline.intake.rows;

import io.centerline.tariff.HtsNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the versions of an entry line apart and takes one of them as a whole. By days, rows with one day are a version, and a
 * blank day is older than any other. By the order of rows, a new version begins where an ordinal repeats, where a row says
 * otherwise what the line is, and, where rows have no ordinals and do not add up, with another commodity. Stateless.
 */
final class LineVersions {
    /** Numbers that differ behind these digits only are parts of one commodity, such as those of a watch. */
    private static final int RATE_LINE = 8;

    private final OnConflict onConflict;
    private final boolean invoiceLines;
    private final DayOrder order;
    private final DayOrder versionOrder;

    /**
     * The versions of the lines of a file.
     *
     * @param invoiceLines whether rows are invoice lines, which add up whatever their goods are
     * @param order the order of day and month in entry dates
     * @param versionOrder the same for the days of versions
     */
    LineVersions(OnConflict onConflict, boolean invoiceLines, DayOrder order, DayOrder versionOrder) {
        this.onConflict = onConflict;
        this.invoiceLines = invoiceLines;
        this.order = order;
        this.versionOrder = versionOrder;
    }

    /** The rows of the version that is taken, in file order; all rows where versions are not told apart. */
    List<LineRow> choose(List<LineRow> rows) {
        return switch (onConflict) {
            case REPORT -> rows;
            case FIRST -> inOrder(rows, true);
            case LAST -> inOrder(rows, false);
            case NEWEST -> newest(rows);
        };
    }

    private List<LineRow> newest(List<LineRow> rows) {
        int newest = rows.stream().mapToInt(this::version).max().orElseThrow();
        return rows.stream().filter(row -> version(row) == newest).toList();
    }

    private int version(LineRow row) {
        return WrittenDay.inOrder(row.version, versionOrder);
    }

    private List<LineRow> inOrder(List<LineRow> rows, boolean first) {
        List<Integer> starts = starts(rows);
        for (int start : starts) {
            // Rows that a sheet has sorted by ordinals are versions mixed up.
            if (rows.get(start).ordinal != rows.get(0).ordinal) {
                return rows;
            }
        }
        return first
                ? rows.subList(0, starts.size() > 1 ? starts.get(1) : rows.size())
                : rows.subList(starts.get(starts.size() - 1), rows.size());
    }

    /** Where in the rows versions start. */
    private List<Integer> starts(List<LineRow> rows) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        Set<Short> ordinals = new HashSet<>();
        LineTerms terms = new LineTerms(order);
        String goods = "";
        int provisions = 0;
        for (int i = 0; i < rows.size(); i++) {
            LineRow row = rows.get(i);
            String commodities = goods(row);
            boolean again = row.hasOrdinal() && ordinals.contains(row.ordinal) || terms.take(row) != null;
            boolean other = tellsGoods(row) && !goods.isEmpty() && !commodities.isEmpty() && !goods.equals(commodities);
            if (again || other) {
                // Provisions of chapters 98 and 99 stand before their commodity.
                int start = again ? i : i - provisions;
                starts.add(start);
                ordinals.clear();
                terms.clear();
                goods = "";
                for (LineRow taken : rows.subList(start, i + 1)) {
                    terms.take(taken);
                }
            }
            if (row.hasOrdinal()) {
                ordinals.add(row.ordinal);
            }
            goods = commodities.isEmpty() ? goods : commodities;
            provisions = commodities.isEmpty() && tellsGoods(row) && !goods.isEmpty() ? provisions + 1 : 0;
        }
        return starts;
    }

    private boolean tellsGoods(LineRow row) {
        return !row.hasOrdinal() && !invoiceLines;
    }

    private static String goods(LineRow row) {
        return row.numbers.stream()
                .filter(number -> !number.isSpecialProvision())
                .map(HtsNumber::digits)
                .map(digits -> digits.substring(0, Math.min(RATE_LINE, digits.length())))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }
}
