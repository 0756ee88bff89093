package io.centerline.journal;

import io.centerline.decision.DecisionColumns;
import io.centerline.log.Checkpoint;
import io.centerline.log.NoteRefused;
import io.centerline.log.Verifiers;
import io.centerline.store.StoreUnavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * Compares, in the background and slowly, every recorded decision with its leaf, what it is listed by with what it says, and
 * the leaves with the tree that the log signed. One replica does it at a time. Where it is, is kept in the database, so that
 * a restart goes on. New decisions are compared as they come; an hour after a round began, the next one begins.
 */
public final class JournalComparison implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JournalComparison.class);

    /** Whoever compares, of all replicas, holds it ("Compare" in ASCII). */
    private static final long COMPARER_LOCK = 0x436F6D70617265L;

    private static final long PAUSE_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final int FETCHED_AT_ONCE = 16;

    /** Where a step ends once it is reached, in bytes of decisions. */
    private static final int STEP_BYTES = 1 << 20;

    private final LogStore store;
    private final LogRecords records;
    private final MissingLeaves missing;
    private final Verifiers verifiers;
    private final int rows;
    private final Counter differences;
    private volatile State state = new State(0, 0);
    /** Whether the last step began a round. Only the comparing thread uses this field and the next one. */
    private boolean begun;

    private boolean said;
    private @Nullable Thread thread;

    /**
     * How far it is.
     *
     * @param compared the leaves before this were compared
     * @param differences how many differences were found, in this round or the one before
     */
    public record State(long compared, long differences) {}

    /**
     * Begins.
     *
     * @param verifiers of the keys that sign the log's checkpoints
     * @param rows leaves compared in a second, at most; 0 for none at all
     */
    public JournalComparison(LogStore store, LogRecords records, Verifiers verifiers, int rows, MeterRegistry meters) {
        this.store = store;
        this.records = records;
        this.missing = new MissingLeaves(store, records);
        this.verifiers = verifiers;
        this.rows = rows;
        this.differences = Counter.builder("centerline.journal.differences")
                .description("recorded decisions, or what they are listed by, found altered in the database")
                .register(meters);
        Gauge.builder("centerline.journal.compared", this, comparison -> comparison.state.compared())
                .description("leaves compared with what lists say of them")
                .register(meters);
    }

    /** Compares from now on until it is closed. */
    public void start() {
        if (rows > 0) {
            thread = new Thread(this::compareUntilClosed, "journal-comparison");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** How far it was about a second ago. */
    public State state() {
        return state;
    }

    private void compareUntilClosed() {
        try {
            while (true) {
                try {
                    step();
                } catch (StoreUnavailable away) {
                    LOG.debug("the comparison goes on once the database is back", away);
                } catch (RuntimeException | Error unexpected) {
                    LOG.warn("the comparison with the log failed and is tried again", unexpected);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException closed) {
            // Each step is a transaction.
        }
    }

    /** Compares the next leaves. */
    void step() {
        begun = false;
        State now = store.ask(this::step);
        if (begun) {
            missing.begin();
        }
        withoutLeaf();
        state = now;
    }

    private State step(Handle handle) {
        // What a crash of the database takes back is compared again.
        handle.execute("set local synchronous_commit = off");
        handle.execute("insert into comparison default values on conflict do nothing");
        boolean free = handle.createQuery("select pg_try_advisory_xact_lock(?)")
                .bind(0, COMPARER_LOCK)
                .mapTo(Boolean.class)
                .one();
        long size = LogTables.recorded(handle);
        if (free) {
            begun = handle.createUpdate("update comparison set next = 0, found_last = found, found = 0,"
                                    + " begun_at = clock_timestamp() where next >= ? and next > 0"
                                    + " and begun_at < clock_timestamp() - interval '1 hour'")
                            .bind(0, size)
                            .execute()
                    > 0;
        }
        Round round = handle.createQuery(
                        "select next, compared, greatest(found, found_last) as differences from comparison")
                .map((row, context) ->
                        new Round(row.getLong("next"), row.getLong("compared"), row.getLong("differences")))
                .one();
        return free && round.next() < size ? compare(handle, round, size) : round.state();
    }

    /** Looks for what is in the tables and should be in the log. A round goes on without it. */
    private void withoutLeaf() {
        try {
            long found = 0;
            for (String fault : missing.next()) {
                found += differs(fault);
            }
            differences.increment((double) found);
            count(found);
            said = false;
        } catch (RuntimeException failed) {
            if (!said) {
                LOG.warn("rows without a leaf cannot be looked for, trying again", failed);
            }
            said = true;
        }
    }

    private void count(long found) {
        if (found > 0) {
            store.ask(handle -> handle.createUpdate("update comparison set found = found + ?")
                    .bind(0, found)
                    .execute());
        }
    }

    private record Round(long next, long compared, long differences) {
        State state() {
            return new State(compared, differences);
        }
    }

    private State compare(Handle handle, Round round, long size) {
        Compared part = leaves(handle, round.next(), Math.min(size, round.next() + rows));
        long found = part.differing() + tiles(handle, round.next(), part.to());
        differences.increment((double) found);
        return handle.createQuery(
                        "update comparison set next = :to, compared = greatest(compared, :to), found = found + :found,"
                                + " begun_at = case next when 0 then clock_timestamp() else begun_at end"
                                + " returning compared, greatest(found, found_last) as differences")
                .bind("to", part.to())
                .bind("found", found)
                .map((row, context) -> new State(row.getLong("compared"), row.getLong("differences")))
                .one();
    }

    /** Leaves that were compared: how many of them differed, and the place behind the last. */
    private record Compared(long differing, long to) {}

    private Compared leaves(Handle handle, long from, long to) {
        long differing = 0;
        long next = from;
        int bytes = 0;
        try (ResultIterator<Row> decisions = handle.createQuery(
                        "select * from decision where index >= ? and index < ? order by index")
                .bind(0, from)
                .bind(1, to)
                .setFetchSize(FETCHED_AT_ONCE)
                .map((row, context) -> Row.of(row))
                .iterator()) {
            while (decisions.hasNext() && bytes < STEP_BYTES) {
                Row decision = decisions.next();
                differing += others(handle, next, decision.index()) + differs(fault(handle, decision));
                bytes += decision.bytes();
                next = decision.index() + 1;
            }
            if (!decisions.hasNext()) {
                differing += others(handle, next, to);
                next = to;
            }
        }
        return new Compared(differing, next);
    }

    /** Compares leaves between decisions. */
    private long others(Handle handle, long from, long to) {
        if (from >= to) {
            return 0;
        }
        long differing = 0;
        long next = from;
        for (StoredRecord record : LogRecords.within(handle, from, to).values()) {
            differing += missing(next, record.index()) + differs(fault(handle, record));
            next = record.index() + 1;
        }
        return differing + missing(next, to);
    }

    private static long missing(long from, long to) {
        if (from < to) {
            differs(
                    from + 1 == to
                            ? "leaf " + from + " is missing"
                            : "leaves " + from + " to " + (to - 1) + " are missing");
        }
        return to - from;
    }

    private @Nullable String fault(Handle handle, StoredRecord record) {
        if (!record.holds()) {
            return "the record at leaf " + record.index() + " does not give the leaf's hash";
        }
        List<String> differing = records.differing(handle, record);
        if (differing.isEmpty()) {
            return null;
        }
        String about = record.index() + " is about, " + record.kind() + " " + record.ref() + ", ";
        return differing.contains(LogRecords.CONTENT)
                ? "what leaf " + about + "cannot be compared: the content of the leaf is gone or another"
                : "what leaf " + about + "was " + differing.get(0);
    }

    /** A row of the table of decisions; its decision is null when it cannot be read. */
    private record Row(long index, @Nullable Recorded recorded) {
        static Row of(ResultSet row) throws SQLException {
            try {
                return new Row(row.getLong("index"), DecisionTable.recorded(row));
            } catch (LogAltered unreadable) {
                return new Row(row.getLong("index"), null);
            }
        }

        int bytes() {
            byte[] facts = recorded == null ? null : recorded.draft().facts();
            return (recorded == null ? 0 : recorded.draft().body().length) + (facts == null ? 0 : facts.length);
        }
    }

    private static @Nullable String fault(Handle handle, Row row) {
        Recorded decision = row.recorded();
        if (decision == null) {
            return DecisionTable.unreadable(row.index()).getMessage();
        }
        String fault = fault(decision);
        return fault == null
                        && decision.draft().facts() == null
                        && Retention.held(handle, row.index(), row.index() + 1).isEmpty()
                ? Retention.gone(row.index())
                : fault;
    }

    private static @Nullable String fault(Recorded decision) {
        if (LeafCheck.entry(decision) == null) {
            return "the decision at leaf " + decision.index() + " does not give the leaf's hash";
        }
        List<String> columns = DecisionColumns.differing(decision.draft());
        if (!columns.isEmpty()) {
            return LeafCheck.columns(decision.index(), columns);
        }
        return LeafCheck.commits(decision) ? null : LeafCheck.facts(decision.index());
    }

    /**
     * Compares tiles that end within a stretch with their roots and, as a round begins, all roots with the newest checkpoint and
     * that with its signature.
     */
    private long tiles(Handle handle, long from, long to) {
        Optional<SignedCheckpoint> newest = LogTables.newest(handle);
        StoredTiles tiles = new StoredTiles(handle);
        long differing = 0;
        for (String fault :
                tiles.faults(from, to, newest.map(SignedCheckpoint::size).orElse(0L))) {
            differing += differs(fault);
        }
        return from > 0 || newest.isEmpty() ? differing : differing + differs(fault(tiles, newest.get()));
    }

    private @Nullable String fault(StoredTiles tiles, SignedCheckpoint newest) {
        try {
            Checkpoint signed = Checkpoint.open(newest.note().getBytes(StandardCharsets.UTF_8), verifiers);
            if (signed.size() != newest.size() || !signed.root().equals(newest.root())) {
                return "the newest checkpoint has another size or root than was signed";
            }
        } catch (NoteRefused refused) {
            return "the newest checkpoint is not what the log signed: " + refused.getMessage();
        }
        String fault = tiles.fault(newest);
        return fault.isEmpty() ? null : fault;
    }

    private static int differs(@Nullable String fault) {
        if (fault == null) {
            return 0;
        }
        LOG.errorf("the journal is not what its log signed: %s", fault);
        return 1;
    }

    /** Waits a while for the current step to end. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
