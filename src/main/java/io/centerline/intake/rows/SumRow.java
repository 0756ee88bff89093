package io.centerline.intake.rows;

import io.centerline.intake.sheet.EntryRow;
import java.util.regex.Pattern;

/** Recognizes rows that add others up. Stateless. */
final class SumRow {
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:grand|sub|report|overall|entry|importer|line)?[ -]?totals?:?(?: .{0,40})?|.{1,60} totals?:?"
                    + "|sums?:?|summe:?|gesamt(?:summe)?:?|zwischensumme:?|.{1,60} (?:summe|gesamt):?");

    private SumRow() {}

    /** Whether a cell labels a sum, such as {@code ABC12345678 Total}. */
    static boolean isLabel(String text) {
        if (text.length() < 3 || text.length() > 80) {
            return false;
        }
        return LABEL.matcher(text).matches();
    }

    /**
     * Whether a row adds others up: it reports no HTS number, and it says so where a key of the row would stand, or nothing
     * stands in it but amounts. A row that has the number of an importer or entry and a line number is an entry line.
     *
     * @param hts the text of its first HTS cell
     */
    static boolean is(EntryRow row, String hts, TableHeader header) {
        // Nearly every row reports a number, which begins with a digit.
        if (!hts.isEmpty() && (hts.charAt(0) <= '9' || !isLabel(hts))
                || !row.faults().isEmpty()) {
            return false;
        }
        boolean keyed = says(row, header, RowField.IMPORTER) || says(row, header, RowField.ENTRY);
        boolean lines = header.column(RowField.LINE) != null;
        if (keyed && says(row, header, RowField.LINE)) {
            return false;
        }
        boolean amounts = true;
        boolean first = true;
        int cells = row.filled();
        for (int i = 0; i < cells; i++) {
            String text = CellText.of(row.cell(i));
            if (text.isEmpty()) {
                continue;
            }
            RowField field = header.fieldOf(i);
            boolean leads = first && field != RowField.NAME && (lines || !keyed);
            if ((isKey(field) || leads) && isLabel(text)) {
                return true;
            }
            first = false;
            boolean mayHoldAmount = field == RowField.VALUE
                    || field == RowField.LINE_VALUE
                    || field == RowField.QUANTITY
                    || field == RowField.OTHER;
            amounts &= mayHoldAmount && WrittenMoney.cents(text, false, row.isNumeric(i)) >= 0;
        }
        return amounts;
    }

    private static boolean isKey(RowField field) {
        return field == RowField.IMPORTER || field == RowField.ENTRY || field == RowField.LINE || field == RowField.HTS;
    }

    /** Whether a cell says something else than that the row is a sum. */
    private static boolean says(EntryRow row, TableHeader header, RowField field) {
        TableColumn column = header.column(field);
        String text = column == null ? "" : CellText.of(row.cell(column.index()));
        return !text.isEmpty() && !isLabel(text);
    }
}
