package io.centerline.journal;

import io.centerline.decision.DecisionKind;
import io.centerline.decision.Draft;
import io.centerline.log.TreeHash;
import io.centerline.store.Packed;
import io.centerline.store.Statements;
import io.centerline.store.StoreFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** The journal's tables. Every method is one transaction and throws what JDBC and Jdbi throw. */
final class DecisionTable {

    /** All writers of all replicas queue here, so the order of commits is the order of indices ("Center" in ASCII). */
    static final long WRITER_LOCK = 0x43656E746572L;

    private static final String TAKE_LOCK = "select pg_advisory_xact_lock(" + WRITER_LOCK + ")";

    /** How long a transaction that writes more than decisions waits for the lock, at most twice. */
    private static final int LOCK_MILLIS = 2_000;

    private static final long NO_INDEX = -1;

    /** Leaves that are no decisions have places among the decisions. */
    static final String NEXT_INDEX = "select greatest((select coalesce(max(index), -1) from decision),"
            + " (select coalesce(max(index), -1) from log_record)) + 1";

    /** What {@link #recorded} reads, but for the facts. */
    static final String WITHOUT_FACTS = "index, id, kind, importer, center, basis, status, reviews, rules, as_of,"
            + " decided_at, rulebook, schedule, program, null::text as facts, null::bytea as facts_gz, null::bytea as salt,"
            + " body, body_gz, leaf";

    /** A message of rows; while one is under way, the server does not see that its writer is alive. */
    private static final int BUFFER = 16 * 1024;

    private final Jdbi jdbi;
    private final int lockMillis;

    /**
     * Over a pool of read-committed connections: what others committed before the lock was ours must be seen behind it.
     *
     * @param lockMillis how long to wait for another writer's transaction; that long again once a silent one was ended
     */
    DecisionTable(DataSource pool, int lockMillis) {
        this.jdbi = Statements.over(pool);
        this.lockMillis = Math.max(2, lockMillis);
    }

    /**
     * Records the tickets in their order, all or none; when it throws, none or, after a lost connection, perhaps all. Those that
     * nobody waits for any more, or whose time is over, are left out and have no result.
     *
     * @param again whether an earlier attempt on these tickets may have been committed
     */
    List<WriteResult> write(List<Ticket> tickets, boolean again) throws SQLException {
        return locked((handle, next) -> {
            // Callers may have given up while this program waited for the lock or was paused. Their decisions are not
            // recorded.
            long now = System.nanoTime();
            List<Ticket> waiting = tickets.stream()
                    .filter(ticket -> ticket.waits() && !ticket.isOverdue(now))
                    .toList();
            return waiting.isEmpty() ? List.of() : write(handle, waiting, next, again);
        });
    }

    /**
     * Takes the lock within a transaction that writes more; ends a silent writer that holds it. Waits for less time
     * than a use of a connection may last.
     */
    static void lock(Handle handle) {
        handle.execute("set local lock_timeout = " + LOCK_MILLIS / 2);
        if (!isLocked(handle)) {
            List<String> seen = SilentWriter.seen(handle);
            if (!isLocked(handle)) {
                SilentWriter.end(handle, seen);
                handle.createQuery(TAKE_LOCK).mapTo(String.class).one();
            }
        }
    }

    private static boolean isLocked(Handle handle) {
        handle.savepoint("writer");
        try {
            handle.createQuery(TAKE_LOCK).mapTo(String.class).one();
            return true;
        } catch (RuntimeException failed) {
            if (!StoreFault.isLockNotHad(failed)) {
                throw failed;
            }
            handle.rollbackToSavepoint("writer");
            return false;
        }
    }

    /** An action while the lock is held. */
    private interface Behind<T> {
        T make(Handle handle, long nextIndex) throws SQLException;
    }

    /**
     * Runs an action in a transaction that holds the lock. A writer who blocks it is looked at in the middle of the wait
     * and at its end, and is ended when it was silent in between.
     */
    private <T> T locked(Behind<T> work) throws SQLException {
        try {
            return behindLock(work);
        } catch (SQLException | RuntimeException failed) {
            if (!StoreFault.isLockNotHad(failed)) {
                throw failed;
            }
        }
        List<String> seen = jdbi.withHandle(SilentWriter::seen);
        try {
            return behindLock(work);
        } catch (SQLException | RuntimeException failed) {
            if (StoreFault.isLockNotHad(failed) && jdbi.withHandle(handle -> SilentWriter.end(handle, seen))) {
                return behindLock(work);
            }
            throw failed;
        }
    }

    private <T> T behindLock(Behind<T> work) throws SQLException {
        return jdbi.inTransaction(handle -> work.make(handle, lockedNextIndex(handle.getConnection())));
    }

    /**
     * Takes the lock and numbers behind it: one exchange, three statements, each with a view of its own of what is committed.
     * A transaction whose commit got no answer holds the lock until it ends, so behind it the outcome is known.
     */
    private long lockedNextIndex(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "set local lock_timeout = " + lockMillis / 2 + "; " + TAKE_LOCK + "; " + NEXT_INDEX)) {
            statement.execute();
            statement.getMoreResults();
            statement.getMoreResults();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<WriteResult> write(Handle handle, List<Ticket> tickets, long first, boolean again)
            throws SQLException {
        Map<UUID, Recorded> earlier = again ? byId(handle, ids(tickets)) : Map.of();
        Map<String, Used> keys = usedKeys(handle, tickets);
        long next = first;
        List<WriteResult.Durable> fresh = new ArrayList<>();
        Map<String, Used> freshKeys = new LinkedHashMap<>();
        List<WriteResult> outcomes = new ArrayList<>();
        for (Ticket ticket : tickets) {
            Draft draft = ticket.draft();
            IdempotencyKey key = ticket.key();
            Recorded before = earlier.get(draft.id());
            Used used = key == null ? null : keys.get(key.key());
            if (before != null) {
                boolean same = Arrays.equals(before.leaf(), ticket.leaf());
                outcomes.add(
                        same
                                ? new WriteResult.Durable(ticket, new Recorded(before.index(), before.leaf(), draft))
                                : new WriteResult.Refused(ticket, new DraftRefused(draft.id(), null)));
            } else if (key != null && used != null) {
                outcomes.add(repeated(ticket, key, used));
            } else {
                Recorded recorded = new Recorded(next++, ticket.leaf(), draft);
                WriteResult.Durable durable = new WriteResult.Durable(ticket, recorded);
                fresh.add(durable);
                outcomes.add(durable);
                if (key != null) {
                    Used now = new Used(key.bodyHash(), recorded.index(), recorded);
                    keys.put(key.key(), now);
                    freshKeys.put(key.key(), now);
                }
            }
        }
        insert(handle, fresh);
        insert(handle, freshKeys);
        return outcomes;
    }

    /** The first answer under a key, unless the request is another one or the answer is no longer what was given. */
    private static WriteResult repeated(Ticket ticket, IdempotencyKey key, Used used) {
        if (!Arrays.equals(used.bodyHash(), key.bodyHash())) {
            return new WriteResult.Refused(ticket, new IdempotencyConflict(key.key()));
        }
        try {
            if (used.index() == NO_INDEX) {
                throw new LogAltered("the journal has no decision under the `Idempotency-Key`, which stands for one");
            }
            if (used.recorded() == null) {
                throw unreadable(used.index());
            }
            return new WriteResult.Durable(ticket, LeafCheck.body(used.recorded()));
        } catch (LogAltered altered) {
            return new WriteResult.Refused(ticket, altered);
        }
    }

    /** What a key stands for; the index is {@link #NO_INDEX} where the decision is gone. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Used(
            byte[] bodyHash, long index, @Nullable Recorded recorded) {}

    private static UUID[] ids(List<Ticket> tickets) {
        return tickets.stream().map(t -> t.draft().id()).toArray(UUID[]::new);
    }

    private static Map<String, Used> usedKeys(Handle handle, List<Ticket> tickets) throws SQLException {
        Map<String, Used> used = new HashMap<>();
        String[] keys = tickets.stream()
                .map(Ticket::key)
                .filter(Objects::nonNull)
                .map(IdempotencyKey::key)
                .toArray(String[]::new);
        if (keys.length == 0) {
            return used;
        }
        handle.createQuery(
                        "select i.key, i.body_hash, d.* from idempotency i left join decision d on d.id = i.decision_id"
                                + " where i.key = any(?)")
                .bindBySqlType(0, handle.getConnection().createArrayOf("text", keys), Types.ARRAY)
                .map((row, context) -> Map.entry(row.getString("key"), used(row)))
                .forEach(entry -> used.put(entry.getKey(), entry.getValue()));
        return used;
    }

    private static Used used(ResultSet row) throws SQLException {
        if (row.getObject("id") == null) {
            return new Used(row.getBytes("body_hash"), NO_INDEX, null);
        }
        try {
            return new Used(row.getBytes("body_hash"), row.getLong("index"), recorded(row));
        } catch (LogAltered altered) {
            // Only this decision is refused; the others of the batch are recorded.
            return new Used(row.getBytes("body_hash"), row.getLong("index"), null);
        }
    }

    private static void insert(Handle handle, List<WriteResult.Durable> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Connection connection = handle.getConnection();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(DecisionCopy.COPY);
        try (OutputStream out = new PGCopyOutputStream(copy, BUFFER)) {
            DecisionCopy.writeAll(out, rows);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                // The connection broke inside the copy; the driver would let the rollback wait for its end for ever.
                connection.abort(Runnable::run);
            }
        }
    }

    private static void insert(Handle handle, Map<String, Used> keys) {
        if (keys.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into idempotency (key, body_hash, decision_id, created_at) values (?, ?, ?, ?)");
        keys.forEach((key, used) -> {
            Draft draft = Objects.requireNonNull(used.recorded()).draft();
            batch.bind(0, key)
                    .bind(1, used.bodyHash())
                    .bind(2, draft.id())
                    .bind(3, Timestamp.from(draft.decidedAt()))
                    .add();
        });
        batch.execute();
    }

    Optional<Recorded> find(UUID id) throws SQLException {
        return jdbi.withHandle(handle ->
                        Optional.ofNullable(byId(handle, new UUID[] {id}).get(id)))
                .map(LeafCheck::body);
    }

    /** Checks that the next decision could be written, by taking the lock; returns the database's time. */
    Instant probe() throws SQLException {
        return locked((handle, next) -> handle.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }

    /** Checks that the database has room for a batch, by writing as much and rolling it back. */
    void probeWriting() throws SQLException {
        jdbi.useHandle(handle -> {
            handle.begin();
            try {
                handle.execute("create temporary table room on commit drop as"
                        + " select sha512(n::text::bytea) from generate_series(1, 16000) n");
            } finally {
                handle.rollback();
            }
        });
    }

    private static Map<UUID, Recorded> byId(Handle handle, UUID[] ids) throws SQLException {
        Map<UUID, Recorded> found = new HashMap<>();
        handle.createQuery("select * from decision where id = any(?)")
                .bindBySqlType(0, handle.getConnection().createArrayOf("uuid", ids), Types.ARRAY)
                .map((row, context) -> recorded(row))
                .forEach(recorded -> found.put(recorded.draft().id(), recorded));
        return found;
    }

    /**
     * A row that has all columns of the table.
     *
     * @throws LogAltered when no decision can be made of it
     */
    static Recorded recorded(ResultSet row) throws SQLException {
        long index = row.getLong("index");
        try {
            TreeHash leaf = TreeHash.of(row.getBytes("leaf"));
            return new Recorded(index, leaf.toBytes(), draft(row));
        } catch (RuntimeException altered) {
            throw unreadable(index);
        }
    }

    static LogAltered unreadable(long index) {
        return new LogAltered("the row of the decision at leaf " + index + " cannot be read");
    }

    private static Draft draft(ResultSet row) throws SQLException {
        @Nullable String basis = row.getString("basis");
        return new Draft(
                row.getObject("id", UUID.class),
                DecisionKind.valueOf(row.getString("kind")),
                row.getString("importer"),
                row.getString("status"),
                row.getString("center"),
                basis,
                LeafCheck.texts(row, "reviews"),
                LeafCheck.texts(row, "rules"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("rulebook"),
                row.getString("schedule"),
                row.getString("program"),
                Packed.text(row, "facts"),
                row.getBytes("salt"),
                Objects.requireNonNull(Packed.text(row, "body")));
    }
}
