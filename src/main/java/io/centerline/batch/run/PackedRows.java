package io.centerline.batch.run;

import io.centerline.batch.GroupRow;
import java.util.ArrayList;
import java.util.List;

/** Takes the rows of a group apart that the database packed into one text. Stateless. */
final class PackedRows {
    private static final int FILE_BITS = 40;

    private PackedRows() {}

    /**
     * The rows.
     *
     * @param text for each row its position, a blank, how many rows it stands for, a blank, and its cells, each as its length in
     *     code points, a colon and the text
     * @param columns how many cells a row has
     */
    static List<GroupRow> read(String text, int columns) {
        boolean plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        List<GroupRow> rows = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(' ', at);
            long position = Long.parseLong(text, at, end, 10);
            at = end + 1;
            end = text.indexOf(' ', at);
            long stands = Long.parseLong(text, at, end, 10);
            at = end + 1;
            List<String> cells = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                end = text.indexOf(':', at);
                int length = Integer.parseInt(text, at, end, 10);
                at = end + 1;
                end = plain ? at + length : text.offsetByCodePoints(at, length);
                cells.add(text.substring(at, end));
                at = end;
            }
            rows.add(new GroupRow((int) (position >> FILE_BITS), position & (1L << FILE_BITS) - 1, stands, cells));
        }
        return rows;
    }
}
