package io.centerline.api;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * The rows of a list, read page by page while they are written, so that memory does not grow with the list. The first page is
 * read before the answer begins: a store that is away is still a problem and not half a list. When it goes away later the
 * connection is cut, so that no half list looks whole. Rows are given once. Not thread-safe.
 *
 * @param <R> a row
 */
public final class RowPages<R> {
    private static final Logger LOG = Logger.getLogger(RowPages.class);

    private final RowStream.Source<R> source;
    private final ToLongFunction<R> place;
    private final int page;
    private final Runnable cut;
    private List<R> rows;
    private long left;
    private Predicate<R> given = row -> true;

    /** Takes a row. */
    public interface Writer<R> {
        void write(R row) throws IOException;
    }

    /**
     * Reads the first page.
     *
     * @param place of a row: where the page behind it starts
     * @param page rows read at once
     * @param from where to start
     * @param most at most so many rows in all
     * @param cut ends the connection: whatever is answered to a failure would look like the end of the list
     */
    public RowPages(RowStream.Source<R> source, ToLongFunction<R> place, int page, long from, long most, Runnable cut) {
        this.source = source;
        this.place = place;
        this.page = page;
        this.cut = cut;
        this.left = most;
        this.rows = next(from);
    }

    /** Of a list that is there as a whole. */
    public static <R> RowPages<R> of(List<R> rows) {
        return new RowPages<>((from, most) -> rows, row -> 1, Math.max(1, rows.size()), 0, rows.size(), () -> {});
    }

    /** The same rows without those that a test leaves out. */
    public RowPages<R> only(Predicate<R> wanted) {
        given = wanted;
        return this;
    }

    /** Gives every row, in order. */
    public void forEach(Writer<R> writer) throws IOException {
        while (!rows.isEmpty()) {
            for (R row : rows) {
                if (given.test(row)) {
                    writer.write(row);
                }
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
