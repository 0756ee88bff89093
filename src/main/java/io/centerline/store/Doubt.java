package io.centerline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Whether a database answers anybody. Once it is known not to, all who ask are told so at once: where callers queue for a thread,
 * each would else wait for the limits of those before it.
 */
final class Doubt implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 1;
    private static final long PAUSE_MILLIS = 200;

    private final DataSource pool;
    private final ThreadFactory threads;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean away;
    private volatile boolean closed;

    /** About the database that a pool is connected to. */
    Doubt(DataSource pool, ThreadFactory threads) {
        this.pool = pool;
        this.threads = threads;
    }

    /** Asks the database, in a thread of its own, until it answers. */
    void raise() {
        if (asking.compareAndSet(false, true)) {
            boolean started = false;
            try {
                threads.newThread(this::ask).start();
                started = true;
            } finally {
                if (!started) {
                    asking.set(false);
                }
            }
        }
    }

    /**
     * Passes unless the database is known to be away.
     *
     * @throws SQLException when it is
     */
    void requireNone() throws SQLException {
        if (away) {
            throw new SQLException("the database does not answer", "08006");
        }
    }

    private enum Answer {
        YES,
        NO,
        /** All connections are in use. Each is cut at its limit, so the question can be put then. */
        NOT_ASKED
    }

    private void ask() {
        try {
            for (Answer answer = answer(); !closed && answer != Answer.YES; answer = answer()) {
                away |= answer == Answer.NO;
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closing) {
            // Nobody asks any more.
        } finally {
            away = false;
            asking.set(false);
        }
    }

    private Answer answer() {
        try (Connection connection = pool.getConnection()) {
            Connection raw = connection.unwrap(Connection.class);
            if (raw.isValid(SECONDS_TO_ANSWER)) {
                return Answer.YES;
            }
            BoundedPool.discard(connection, raw);
            return Answer.NO;
        } catch (SQLException unanswered) {
            return StoreFault.isNoConnectionFree(unanswered) ? Answer.NOT_ASKED : Answer.NO;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
