package io.centerline.api;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Writes rows as lines while {@link RowPages} reads them.
 *
 * @param <R> a row
 */
public final class RowStream<R> implements StreamingOutput {
    private final RowPages<R> rows;
    private final byte[] head;
    private final Function<R, byte[]> line;

    /** Reads pages of rows. */
    public interface Source<R> {
        List<R> read(long from, int most);
    }

    /**
     * Reads the first page.
     *
     * @param place of a row: where the page behind it starts
     * @param page rows read at once
     * @param from where to start
     * @param most at most so many rows in all
     * @param head what comes first
     * @param line a row as its line
     * @param cut ends the connection: whatever is answered to a failure would look like the end of the list
     */
    public RowStream(
            Source<R> source,
            ToLongFunction<R> place,
            int page,
            long from,
            long most,
            byte[] head,
            Function<R, byte[]> line,
            Runnable cut) {
        this.rows = new RowPages<>(source, place, page, from, most, cut);
        this.head = head;
        this.line = line;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(head);
        rows.forEach(row -> out.write(line.apply(row)));
    }
}
