package io.centerline.api;

import io.centerline.journal.search.Row;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Writes decisions page by page while they are read, so that memory does not grow with the list. The first page is read
 * before the answer begins: a store that is away is still a problem and not half a list. When it goes away later the
 * connection is cut, so that no half list looks whole.
 *
 * @param <R> what a decision is read as
 */
final class RowStream<R extends Row> implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(RowStream.class);

    private final Source<R> source;
    private final int page;
    private final byte[] head;
    private final Function<R, byte[]> line;
    private final Runnable cut;
    private List<R> rows;
    private long left;

    /** Reads pages of decisions. */
    interface Source<R extends Row> {
        List<R> read(long before, int most);
    }

    /**
     * Reads the first page.
     *
     * @param page decisions read at once
     * @param before where to start
     * @param most at most so many decisions in all
     * @param head what comes first
     * @param line a decision as its line
     * @param cut ends the connection: whatever is answered to a failure would look like the end of the list
     */
    RowStream(Source<R> source, int page, long before, long most, byte[] head, Function<R, byte[]> line, Runnable cut) {
        this.source = source;
        this.page = page;
        this.head = head;
        this.line = line;
        this.cut = cut;
        this.left = most;
        this.rows = next(before);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(head);
        while (!rows.isEmpty()) {
            for (R row : rows) {
                out.write(line.apply(row));
            }
            rows = nextOrCut(rows.get(rows.size() - 1).index());
        }
    }

    private List<R> nextOrCut(long before) {
        try {
            return next(before);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a list was cut before decision %d", before);
            cut.run();
            throw failed;
        }
    }

    private List<R> next(long before) {
        int most = (int) Math.min(page, left);
        List<R> next = most == 0 ? List.of() : source.read(before, most);
        left -= next.size();
        return next;
    }
}
