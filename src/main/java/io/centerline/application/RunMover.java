package io.centerline.application;

import static io.centerline.batch.run.RunTable.cell;

import io.centerline.batch.run.RunTable;
import io.centerline.text.Echo;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An importer that a run places elsewhere than before.
 *
 * @param importer its number, masked where decisions mask it
 * @param before the code of where it belonged
 * @param after the code of where it belongs
 * @param lines how many entry lines count; -1 when the file does not say
 */
public record RunMover(String importer, String before, String after, long lines) {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    static List<RunMover> all(RunTable table) {
        int importer = table.column("importer");
        int before = table.column("before");
        int after = table.column("after");
        int counted = table.column("counted");
        return table.rows().stream()
                .map(row -> new RunMover(
                        Echo.clean(cell(row, importer)),
                        Echo.shown(cell(row, before)),
                        Echo.shown(cell(row, after)),
                        count(cell(row, counted))))
                .toList();
    }

    private static long count(String text) {
        return COUNT.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    /** Whether the number names one importer alone. */
    public boolean isNamed() {
        return !importer.isEmpty() && !importer.contains("*");
    }
}
