package io.centerline.tariff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The texts of the tariff, from the full HTSUS export that an operator may load; the program itself ships none.
 *
 * <p>Immutable and safe to share. Memory: each row's own text once; full paths are put together when asked for.
 */
public final class Descriptions {

    private static final Descriptions NONE = new Descriptions(List.of(), Map.of());
    private static final int[] PREFIXES = {8, 6, 4};

    private final List<Row> rows;
    private final Map<String, Integer> rowByDigits;

    /** One row: its own text and the position of the row it is indented under, -1 for none. */
    record Row(String text, int parent) {}

    Descriptions(List<Row> rows, Map<String, Integer> rowByDigits) {
        this.rows = List.copyOf(rows);
        this.rowByDigits = Map.copyOf(rowByDigits);
    }

    /** No texts: {@link #of} is always empty. */
    public static Descriptions none() {
        return NONE;
    }

    /**
     * Reads the export as USITC publishes it: CSV in UTF-8, with or without byte order mark, with the columns {@code HTS
     * Number, Indent, Description, Unit of Quantity, General Rate of Duty, Special Rate of Duty, Column 2 Rate of Duty,
     * Quota Quantity, Additional Duties}. The file is streamed.
     *
     * @throws ScheduleFileException with every fault of the file, each with its line
     * @throws IOException when the file cannot be read at all
     */
    public static Descriptions read(Path csv) throws IOException, ScheduleFileException {
        return new DescriptionsFile(csv).read();
    }

    /**
     * The text of the number with all that it is indented under, joined with {@code " > "}; that of its rate line,
     * subheading or heading when the number itself has none; empty when nothing is known.
     */
    public String of(HtsNumber number) {
        Integer row = rowByDigits.get(number.digits());
        for (int i = 0; row == null && i < PREFIXES.length; i++) {
            row = rowByDigits.get(number.digits().substring(0, PREFIXES[i]));
        }
        return row == null ? "" : path(row);
    }

    /** The text of a heading or subheading with all that it is indented under; empty when nothing is known. */
    public String of(HtsLevel level) {
        Integer row = rowByDigits.get(level.digits());
        return row == null ? "" : path(row);
    }

    private String path(int last) {
        Deque<String> texts = new ArrayDeque<>();
        for (int at = last; at >= 0; at = rows.get(at).parent()) {
            texts.addFirst(rows.get(at).text());
        }
        return String.join(" > ", texts);
    }
}
