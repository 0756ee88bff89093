package io.centerline.spark;

import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.StagedRows;
import io.centerline.intake.rows.StagedTable;
import io.centerline.intake.rows.TableHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The rows of files as Spark asks for them, while a thread reads the files, which hands rows over as it meets them. Holds a few
 * thousand rows. Closing it ends the thread.
 */
final class PushedRows implements Iterator<Row>, AutoCloseable {
    private static final int AT_ONCE = 1_000;
    private static final int WAITING = 8;

    private final BlockingQueue<List<Row>> full = new ArrayBlockingQueue<>(WAITING);
    private final Thread reader;
    private volatile @Nullable Throwable failure;
    private Iterator<Row> rows = List.<Row>of().iterator();
    private boolean ended;

    PushedRows(Iterator<Integer> files, StagedTable table, RowIntake intake, IntFunction<CsvFile> open) {
        reader = new Thread(() -> read(files, table, intake, open), "centerline-csv");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Iterator<Integer> files, StagedTable table, RowIntake intake, IntFunction<CsvFile> open) {
        try {
            while (files.hasNext()) {
                int file = files.next();
                Taker taker = new Taker(file, table);
                open.apply(file).stage(intake, taker, RejectedRows.NOBODY, null);
                taker.flush();
            }
        } catch (IOException | RuntimeException | Error failed) {
            failure = failed;
        }
        put(List.of());
    }

    private void put(List<Row> chunk) {
        try {
            full.put(chunk);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody wants more rows").initCause(closed);
        }
    }

    @Override
    public boolean hasNext() {
        while (!ended && !rows.hasNext()) {
            List<Row> chunk;
            try {
                chunk = full.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the task was stopped", stopped);
            }
            ended = chunk.isEmpty();
            rows = chunk.iterator();
        }
        Throwable failed = failure;
        if (ended && failed instanceof IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (ended && failed != null) {
            throw new IllegalStateException(failed);
        }
        return rows.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    /** Takes the rows of one file, with its columns in the order of the table. */
    private final class Taker implements StagedRows {
        private final int file;
        private final StagedTable table;
        private int[] places = {};
        private List<Row> chunk = new ArrayList<>(AT_ONCE);

        Taker(int file, StagedTable table) {
            this.file = file;
            this.table = table;
        }

        @Override
        public void begin(TableHeader header) {
            StagedTable own = TableHead.table(header, Map.of());
            places = table.columns().stream().mapToInt(own::indexOf).toArray();
        }

        @Override
        public void take(long number, List<String> cells, String count) {
            Object[] row = new Object[places.length + 2];
            row[0] = file;
            row[1] = number;
            for (int i = 0; i < places.length; i++) {
                // The last column of every table says how many lines a row stands for.
                row[i + 2] = places[i] < cells.size() ? cells.get(places[i]) : count;
            }
            chunk.add(RowFactory.create(row));
            if (chunk.size() == AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (!chunk.isEmpty()) {
                put(chunk);
                chunk = new ArrayList<>(AT_ONCE);
            }
        }
    }
}
