package io.centerline.application;

import io.centerline.application.WorkbookTable.Column;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.sheet.EntryRow;
import io.centerline.text.Echo;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/** The sheet of rejected rows: where, what, why, and how to mend it. Not thread-safe. */
final class RejectsSheet implements RejectedRows {
    private static final Pattern TITLE = Pattern.compile("line \\d+, column \"(.*?)\": ");
    private static final Pattern CELL = Pattern.compile("[^:]*!([A-Z]{1,3})\\d+: ");

    private final WorkbookTable table;
    private List<String> titles = List.of();

    RejectsSheet(Workbook workbook) {
        table = new WorkbookTable(
                workbook,
                "Rejects",
                Column.count("Row"),
                Column.text("Column", 28),
                Column.text("Value", 28),
                Column.text("Reason", 80),
                Column.text("Remedy", 60));
    }

    @Override
    public void begin(List<String> columns) {
        titles = List.copyOf(columns);
    }

    @Override
    public void reject(EntryRow row, String reason, String remedy) {
        int column = column(reason);
        boolean known = column >= 0 && column < titles.size();
        table.add(
                row.number(),
                known ? Echo.clean(titles.get(column)) : null,
                known ? value(row.cell(column), reason) : null,
                Echo.clean(reason),
                Echo.clean(remedy));
    }

    /** A cell as its reason shows it, since only who wrote that knows what it holds; else with every number masked. */
    private static String value(String cell, String reason) {
        String text = Echo.clean(cell.strip());
        return reason.contains("`" + text + "`") ? text : Echo.shown(text);
    }

    /** Ends the sheet; no row is rejected from here on. */
    void end() {
        table.end();
    }

    /** The column that a reason begins with; -1 when it is about the whole row. */
    private int column(String reason) {
        Matcher title = TITLE.matcher(reason);
        if (title.lookingAt()) {
            return titles.indexOf(title.group(1));
        }
        Matcher cell = CELL.matcher(reason);
        if (!cell.lookingAt()) {
            return -1;
        }
        int column = 0;
        for (char letter : cell.group(1).toCharArray()) {
            column = 26 * column + letter - 'A' + 1;
        }
        return column - 1;
    }
}
