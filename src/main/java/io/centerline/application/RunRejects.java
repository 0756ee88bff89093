package io.centerline.application;

import static io.centerline.batch.run.RunTable.cell;

import io.centerline.batch.run.RunTable;
import io.centerline.text.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first rejected rows of a run, with numbers of persons masked.
 *
 * @param titles of the columns of the input
 * @param rows the rows
 * @param more whether there are further ones
 */
public record RunRejects(List<String> titles, List<Row> rows, boolean more) {
    private static final Pattern EIN = Pattern.compile("[0-9]{2}-[0-9]{7}[0-9A-Z]{2}");
    private static final int READ = 480;
    private static final int SHOWN = 120;

    /**
     * A row.
     *
     * @param reason why it was rejected
     * @param remedy how to mend it
     * @param cells the row, cut where it is long
     */
    public record Row(String reason, String remedy, List<String> cells) {}

    public RunRejects {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
    }

    static RunRejects of(RunTable table) {
        int reason = table.column("Reason");
        int remedy = table.column("Remedy");
        int width = reason < 0 ? table.titles().size() : reason;
        return new RunRejects(
                table.titles().subList(0, width).stream().map(Echo::shown).toList(),
                table.rows().stream()
                        .map(row -> row(row, cell(row, reason), cell(row, remedy), width))
                        .toList(),
                table.more());
    }

    private static Row row(List<String> row, String reason, String remedy, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(shown(cell(row, i), reason));
        }
        return new Row(Echo.clean(reason), Echo.clean(remedy), cells);
    }

    /** A cell as its reason shows it, since only who wrote that knows what it holds; else with every number of a person masked. */
    private static String shown(String cell, String reason) {
        // Masked before it is cut: half a number would no longer look like one.
        String text = Echo.clean(cell.length() > READ ? cell.substring(0, READ) : cell);
        boolean safe = EIN.matcher(text).matches() || reason.contains("`" + text + "`");
        String masked = safe ? text : Echo.shown(text);
        return masked.length() > SHOWN ? masked.substring(0, SHOWN) + "…" : masked;
    }
}
