package io.centerline.api;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * Writes rows page by page while they are read, so that memory does not grow with the list. The first page is read
 * before the answer begins: a store that is away is still a problem and not half a list. When it goes away later the
 * connection is cut, so that no half list looks whole.
 *
 * @param <R> a row
 */
public final class RowStream<R> implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(RowStream.class);

    private final Source<R> source;
    private final ToLongFunction<R> place;
    private final int page;
    private final byte[] head;
    private final Function<R, byte[]> line;
    private final Runnable cut;
    private List<R> rows;
    private long left;

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
        this.source = source;
        this.place = place;
        this.page = page;
        this.head = head;
        this.line = line;
        this.cut = cut;
        this.left = most;
        this.rows = next(from);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(head);
        while (!rows.isEmpty()) {
            for (R row : rows) {
                out.write(line.apply(row));
            }
            rows = nextOrCut(place.applyAsLong(rows.get(rows.size() - 1)));
        }
    }

    private List<R> nextOrCut(long from) {
        try {
            return next(from);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a list was cut at %d", from);
            cut.run();
            throw failed;
        }
    }

    private List<R> next(long from) {
        int most = (int) Math.min(page, left);
        List<R> next = most == 0 ? List.of() : source.read(from, most);
        left -= next.size();
        return next;
    }
}
