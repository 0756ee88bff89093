package io.centerline.spark;

import io.centerline.batch.GroupRow;
import io.centerline.batch.ImporterText;
import io.centerline.batch.PlainRows;
import io.centerline.intake.rows.RowField;
import io.centerline.intake.rows.StagedTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up equal plain rows of a group, so that an importer of a million lines is read as a few hundred. It takes the same rows
 * as a run on one machine does: rows that vote, of which nothing is to be said, and whose line no other row tells of.
 */
final class RowAddition {
    private final List<StagedTable.Column> columns;
    private final PlainRow plain;
    private final List<Integer> ofLine = new ArrayList<>();
    private final int importer;
    private final int entry;
    private final int line;

    RowAddition(StagedTable table, PlainRows plain) {
        this.columns = table.columns();
        this.plain = new PlainRow(table, plain);
        this.importer = index(RowField.IMPORTER);
        this.entry = index(RowField.ENTRY);
        this.line = index(RowField.LINE);
        int filer = index(RowField.FILER);
        ofLine.add(entry);
        if (filer >= 0) {
            ofLine.add(filer);
        }
    }

    private int index(RowField field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field() == field) {
                return i;
            }
        }
        return -1;
    }

    /** The rows in their order, those that are added up at the place of the first. */
    List<GroupRow> of(List<GroupRow> rows) {
        Set<String> repeated = repeated(rows);
        Map<List<String>, Sum> sums = new LinkedHashMap<>();
        List<Object> placed = new ArrayList<>();
        for (GroupRow row : rows) {
            String key = line(row);
            LocalDate day = key != null && repeated.contains(key) ? null : plain.day(row.cells());
            if (day == null) {
                placed.add(row);
                continue;
            }
            List<String> same = shared(row.cells());
            Sum sum = sums.get(same);
            if (sum == null) {
                sum = new Sum(row, same);
                sums.put(same, sum);
                placed.add(sum);
            }
            sum.add(row.cells(), day);
        }
        return placed.stream()
                .map(each -> each instanceof Sum sum ? sum.row() : (GroupRow) each)
                .toList();
    }

    /** The lines that several rows tell of. */
    private Set<String> repeated(List<GroupRow> rows) {
        if (entry < 0 || line < 0) {
            return Set.of();
        }
        Set<String> met = new HashSet<>(rows.size() * 2);
        Set<String> repeated = new HashSet<>();
        for (GroupRow row : rows) {
            String key = line(row);
            if (key != null && !met.add(key)) {
                repeated.add(key);
            }
        }
        return repeated;
    }

    /** One text for all spellings of a line; null for a row that does not tell its line. */
    private @Nullable String line(GroupRow row) {
        if (entry < 0 || line < 0 || row.cells().get(entry).isEmpty()) {
            return null;
        }
        Integer number = number(row.cells().get(line));
        if (number == null) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        key.append(bare(row.cells().get(importer)));
        for (int column : ofLine) {
            key.append('|').append(bare(row.cells().get(column)));
        }
        return key.append('|').append(number.intValue()).toString();
    }

    private static String bare(String text) {
        return ImporterText.bare(text).replace("-", "");
    }

    private static @Nullable Integer number(String text) {
        String digits = text.strip();
        try {
            return digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.valueOf(digits)
                    : Integer.valueOf(new BigDecimal(digits)
                            .setScale(0, RoundingMode.HALF_UP)
                            .intValueExact());
        } catch (ArithmeticException | NumberFormatException none) {
            return null;
        }
    }

    /** The cells in which rows agree that are added up; the others are empty. */
    private List<String> shared(List<String> cells) {
        List<String> shared = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            shared.add(isShared(columns.get(i).field()) ? cells.get(i) : "");
        }
        return shared;
    }

    private static boolean isShared(RowField field) {
        return switch (field) {
            case IMPORTER, NAME, KIND, ENTRY_TYPE, HTS, SET, ROLE, CURRENCY -> true;
            case VALUE,
                    LINE_VALUE,
                    DATE,
                    COUNT,
                    ENTRY,
                    LINE,
                    QUANTITY,
                    FILER,
                    ORDINAL,
                    BROKER_LINE,
                    INVOICE,
                    VERSION,
                    OTHER -> false;
        };
    }

    /** Rows that say the same. */
    private final class Sum {
        private final GroupRow first;
        private final List<String> shared;
        private final @Nullable BigDecimal[] amounts;
        private long stands;
        private long lines;
        private @Nullable LocalDate day;

        Sum(GroupRow first, List<String> shared) {
            this.first = first;
            this.shared = shared;
            this.amounts = new BigDecimal[shared.size()];
        }

        void add(List<String> cells, LocalDate of) {
            stands++;
            day = day == null || of.isBefore(day) ? of : day;
            for (int i = 0; i < cells.size(); i++) {
                String text = cells.get(i);
                switch (columns.get(i).field()) {
                    case VALUE, LINE_VALUE -> {
                        if (!text.isEmpty()) {
                            BigDecimal amount = PlainRow.amount(text);
                            BigDecimal before = amounts[i];
                            amounts[i] = before == null ? amount : before.add(amount);
                        }
                    }
                    case COUNT -> lines += text.isEmpty() ? 1 : Long.parseLong(text);
                    default -> {
                        // Shared, or lost.
                    }
                }
            }
        }

        GroupRow row() {
            List<String> cells = new ArrayList<>(shared);
            for (int i = 0; i < cells.size(); i++) {
                switch (columns.get(i).field()) {
                    case VALUE, LINE_VALUE -> {
                        BigDecimal amount = amounts[i];
                        cells.set(i, amount == null ? "" : amount.setScale(2).toPlainString());
                    }
                    case DATE -> cells.set(i, String.valueOf(day));
                    case COUNT -> cells.set(i, Long.toString(lines));
                    default -> {
                        // As shared.
                    }
                }
            }
            return new GroupRow(first.file(), first.row(), stands, cells);
        }
    }
}
