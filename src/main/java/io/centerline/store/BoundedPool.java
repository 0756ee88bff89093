package io.centerline.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose users never wait longer than a limit, whatever becomes of the database or the network.
 *
 * <p>A connection that is held longer is cut. Its user then meets the exception of a lost connection, also where the driver waits
 * for the network to take what it writes. Whether the database did what was asked last is unknown then. The database has limits
 * too: it ends a transaction that is not gone on with, so that a program that was paused holds no lock and has nothing to commit
 * when it wakes. While the database is known to answer nobody, who asks is told so at once.
 *
 * <p>Safe for any number of threads. The pool below must bound how long it waits for a connection.
 */
public final class BoundedPool implements DataSource, AutoCloseable {
    /** How long the database keeps a transaction whose program sends nothing. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private static final Duration LONGEST_LOCK_WAIT = Duration.ofSeconds(3);

    /** Said once on each connection. Servers on Windows cannot look whether a client is there while they work. */
    private static final String LIMITS =
            "set idle_in_transaction_session_timeout = " + LONGEST_SILENCE.toMillis() + "; set lock_timeout = "
                    + LONGEST_LOCK_WAIT.toMillis() + "; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
                    + " select set_config('client_connection_check_interval', '1s', false)"
                    + " where version() !~* 'windows|mingw|visual'";

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(BoundedPool.class);

    private static final long GLANCE_MILLIS = 50;
    /** A connection used a moment ago is taken without a look. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int SECONDS_TO_ANSWER = 2;
    private static final String LOST = "08006";
    private static final String NO_CONNECTION = "08001";

    private final DataSource pool;
    private final ThreadFactory threads;
    private final long limitNanos;
    private final Set<Hold> held;
    private final Map<Connection, Long> lastUsed;
    private final ScheduledThreadPoolExecutor watch;
    private final Doubt doubt;

    /**
     * Over a pool that bounds how long it waits for a connection.
     *
     * @param limit of each use of a connection, from asking for it to giving it back
     */
    public BoundedPool(DataSource pool, Duration limit) {
        this(pool, limit, task -> daemon(task, "store-cut"));
    }

    BoundedPool(DataSource pool, Duration limit, ThreadFactory threads) {
        this.pool = pool;
        this.threads = threads;
        this.limitNanos = limit.toNanos();
        this.held = ConcurrentHashMap.newKeySet();
        this.lastUsed = Collections.synchronizedMap(new WeakHashMap<>());
        this.watch = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "store-watch"));
        this.doubt = new Doubt(pool, threads);
        var unused = watch.scheduleWithFixedDelay(this::glance, GLANCE_MILLIS, GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private BoundedPool(BoundedPool other, Duration limit) {
        this.pool = other.pool;
        this.threads = other.threads;
        this.limitNanos = limit.toNanos();
        this.held = other.held;
        this.lastUsed = other.lastUsed;
        this.watch = other.watch;
        this.doubt = other.doubt;
    }

    private void glance() {
        long now = System.nanoTime();
        for (Hold hold : held) {
            try {
                hold.cutWhenOverdue(now);
                if (hold.lastsLong(now)) {
                    doubt.raise();
                }
            } catch (RuntimeException | Error e) {
                // No memory for a thread, say: an executor repeats nothing that threw, and the next glance must come.
                LOG.error("a connection held for too long cannot be cut now, trying again", e);
            }
        }
    }

    /** The same pool with another limit, for as long as this one is open. */
    public BoundedPool within(Duration limit) {
        return new BoundedPool(this, limit);
    }

    /**
     * A connection to be closed within the limit.
     *
     * @throws SQLException when the database does not answer
     */
    @Override
    public Connection getConnection() throws SQLException {
        long due = System.nanoTime() + limitNanos;
        while (true) {
            doubt.requireNone();
            Hold hold = new Hold(pooled(), due);
            held.add(hold);
            boolean ready = false;
            try {
                ready = hold.isReady();
            } finally {
                if (!ready) {
                    hold.drop();
                }
            }
            if (ready) {
                return (Connection) Proxy.newProxyInstance(
                        BoundedPool.class.getClassLoader(), new Class<?>[] {Connection.class}, hold);
            }
            if (System.nanoTime() - due >= 0) {
                throw new SQLException("the database does not answer", LOST);
            }
        }
    }

    /**
     * Where all connections are in use, the database is not away. Whatever else keeps a connection from being had, interrupted
     * threads of pool and driver too, is a database that is away.
     */
    private Connection pooled() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException failed) {
            throw new SQLException(
                    "no connection to the database: " + failed.getMessage(),
                    StoreFault.isNoConnectionFree(failed) ? StoreFault.NO_CONNECTION_FREE : NO_CONNECTION,
                    failed);
        }
    }

    private enum State {
        HELD,
        CUT,
        OVER
    }

    /** The use of a connection. */
    private final class Hold implements InvocationHandler {
        private final Connection pooled;
        private final Connection raw;
        private final long due;
        private final AtomicReference<State> state = new AtomicReference<>(State.HELD);

        Hold(Connection pooled, long due) throws SQLException {
            this.pooled = pooled;
            this.raw = pooled.unwrap(Connection.class);
            this.due = due;
        }

        /** Whether the connection works; false when it died while it lay in the pool. */
        boolean isReady() throws SQLException {
            Long last = lastUsed.get(raw);
            if (last == null) {
                return isTold();
            }
            long begun = System.nanoTime();
            if (begun - last < FRESH_NANOS) {
                return !raw.isClosed();
            }
            if (raw.isValid(SECONDS_TO_ANSWER)) {
                return true;
            }
            if (System.nanoTime() - begun >= TimeUnit.SECONDS.toNanos(SECONDS_TO_ANSWER)) {
                // It is not this connection: the next one would be waited for as long.
                throw new SQLException("the database does not answer", LOST);
            }
            return false;
        }

        /** Whether the database was told the limits; false when the connection is dead. */
        private boolean isTold() throws SQLException {
            long begun = System.nanoTime();
            try (Statement statement = raw.createStatement()) {
                statement.execute(LIMITS);
                return true;
            } catch (SQLException failed) {
                if (raw.isClosed() && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS_TO_ANSWER)) {
                    return false;
                }
                throw failed;
            }
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("close")) {
                close();
                return null;
            }
            if (method.getName().equals("abort")) {
                // Of the driver's connection: Agroal 3.0 marks its own as closed, keeps its place and cuts nothing.
                raw.abort(Runnable::run);
                return null;
            }
            try {
                return method.invoke(pooled, arguments);
            } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
            }
        }

        private void close() throws SQLException {
            if (state.compareAndSet(State.HELD, State.OVER)) {
                held.remove(this);
                if (raw.isClosed()) {
                    discard(pooled, raw);
                } else {
                    lastUsed.put(raw, System.nanoTime());
                    pooled.close();
                }
            } else if (state.compareAndSet(State.CUT, State.OVER)) {
                discard(pooled, raw);
            }
        }

        void drop() {
            state.set(State.OVER);
            held.remove(this);
            discard(pooled, raw);
        }

        /** Whether half of the limit has passed. */
        boolean lastsLong(long now) {
            return now - due >= -limitNanos / 2;
        }

        void cutWhenOverdue(long now) {
            if (now - due >= 0 && state.compareAndSet(State.HELD, State.CUT)) {
                boolean started = false;
                try {
                    // Over TLS even this can wait for the network.
                    threads.newThread(this::cut).start();
                    started = true;
                } finally {
                    if (started || !state.compareAndSet(State.CUT, State.HELD)) {
                        held.remove(this);
                    }
                }
            }
        }

        private void cut() {
            try {
                raw.abort(Runnable::run);
            } catch (SQLException closed) {
                // Cut already.
            }
        }
    }

    /** Takes care that nobody gets a connection again. */
    static void discard(Connection pooled, Connection raw) {
        try (pooled) {
            raw.abort(Runnable::run);
            // A pool forgets a connection once it threw.
            pooled.createStatement().close();
        } catch (SQLException closed) {
            // As it should be.
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stops looking after connections; the pool below stays open. */
    @Override
    public void close() {
        doubt.close();
        watch.shutdownNow();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool has one user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
