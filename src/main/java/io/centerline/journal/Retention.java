package io.centerline.journal;

import io.centerline.log.RecordKind;
import io.centerline.log.RecordText;
import io.centerline.store.StoreUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Erases facts that are old enough, with their salts, in the order of the journal up to the first decision that is
 * younger; lists what was erased. Decisions, leaves and proofs stay as they are. Safe for any number of threads.
 */
public final class Retention {
    /** Whoever erases, of all replicas, holds it ("Eraser" in ASCII). */
    private static final long ERASER_LOCK = 0x457261736572L;

    private static final int ROWS_AT_ONCE = 2_000;

    /** The database reads and compares what it erases and keeps, which has to end within one use of a connection. */
    private static final long BYTES_AT_ONCE = 8L << 20;

    private final LogStore store;

    public Retention(LogStore store) {
        this.store = store;
    }

    /**
     * Erases the facts of decisions made before an instant.
     *
     * @return how many decisions lost their facts
     * @throws StoreUnavailable when the database does not answer; what was erased until then stays erased and listed
     */
    long erase(Instant decidedBefore, Instant now) {
        long erased = 0;
        while (true) {
            int some = store.ask(handle -> eraseSome(handle, decidedBefore, now));
            if (some == 0) {
                return erased;
            }
            erased += some;
        }
    }

    private static int eraseSome(Handle handle, Instant decidedBefore, Instant now) {
        handle.createQuery("select pg_advisory_xact_lock(?)")
                .bind(0, ERASER_LOCK)
                .mapTo(String.class)
                .one();
        long from = handle.createQuery("select coalesce(max(to_index), 0) from erasure")
                .mapTo(Long.class)
                .one();
        Old old = old(handle, from, decidedBefore);
        if (old.count() == 0) {
            return 0;
        }
        long to = old.to();
        handle.createUpdate("insert into erasure (from_index, to_index, decided_before, erased_at) values (?, ?, ?, ?)")
                .bind(0, from)
                .bind(1, to)
                .bind(2, Timestamp.from(decidedBefore))
                .bind(3, Timestamp.from(now.truncatedTo(ChronoUnit.MILLIS)))
                .execute();
        // The hash of the request's body would allow trying out what the body may have said.
        handle.createUpdate("delete from idempotency i using decision d"
                        + " where d.id = i.decision_id and d.index >= ? and d.index < ?")
                .bind(0, from)
                .bind(1, to)
                .execute();
        handle.createUpdate(
                        "update decision set facts = null, facts_gz = null, salt = null where index >= ? and index < ?")
                .bind(0, from)
                .bind(1, to)
                .execute();
        // Last, because it blocks recording.
        LogRecords.append(
                handle,
                RecordKind.ERASURE,
                Long.toString(from),
                text(find(handle, from).orElseThrow()));
        return old.count();
    }

    /** Decisions that are old: how many, and the place behind the last. */
    private record Old(int count, long to) {}

    private record Row(long index, Instant decidedAt, long bytes) {}

    /** The decisions from a place on that are old, one after the other, as many as go at once; at least one if it is old. */
    private static Old old(Handle handle, long from, Instant decidedBefore) {
        List<Row> rows = handle.createQuery("select index, decided_at, coalesce(octet_length(facts), 0)"
                        + " + coalesce(octet_length(facts_gz), 0) + coalesce(octet_length(body), 0)"
                        + " + coalesce(octet_length(body_gz), 0) from decision where index >= ? order by index limit ?")
                .bind(0, from)
                .bind(1, ROWS_AT_ONCE)
                .map((row, context) ->
                        new Row(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3)))
                .list();
        int old = 0;
        long bytes = 0;
        for (Row row : rows) {
            bytes += row.bytes();
            if (!row.decidedAt().isBefore(decidedBefore) || (old > 0 && bytes > BYTES_AT_ONCE)) {
                break;
            }
            old++;
        }
        return new Old(old, old == 0 ? from : rows.get(old - 1).index() + 1);
    }

    private static Optional<Erasure> find(Handle handle, long from) {
        return handle.createQuery(
                        "select from_index, to_index, decided_before, erased_at from erasure where from_index = ?")
                .bind(0, from)
                .map((row, context) -> erasure(row))
                .findOne();
    }

    private static RecordText text(Erasure erasure) {
        return new RecordText(
                Map.of(
                        "from", erasure.from(),
                        "to", erasure.to(),
                        "decidedBefore", erasure.decidedBefore().toString(),
                        "erasedAt", erasure.erasedAt().toString()),
                null);
    }

    /** The table of erasures, to be compared with its leaves. */
    public static RecordSource source() {
        return new NumberedRecords(RecordKind.ERASURE, "erasure", "from_index", (row, context) -> text(erasure(row)));
    }

    /**
     * Erasures in the order of the journal.
     *
     * @param from only those that end behind this place
     * @param most how many at most
     * @throws StoreUnavailable when the database does not answer
     */
    public List<Erasure> list(long from, int most) {
        return store.ask(
                handle -> handle.createQuery("select from_index, to_index, decided_before, erased_at from erasure"
                                + " where to_index > ? order by from_index limit ?")
                        .bind(0, from)
                        .bind(1, most)
                        .map((row, context) -> erasure(row))
                        .list());
    }

    /** The erasures that took facts of a stretch, as far as the log holds them. */
    static List<Erasure> held(Handle handle, long from, long to) {
        List<Erasure> listed = handle.createQuery("select from_index, to_index, decided_before, erased_at from erasure"
                        + " where from_index < ? and to_index > ? order by from_index")
                .bind(0, to)
                .bind(1, from)
                .map((row, context) -> erasure(row))
                .list();
        return listed.stream()
                .filter(erasure ->
                        LogRecords.says(handle, RecordKind.ERASURE, Long.toString(erasure.from()), text(erasure)))
                .toList();
    }

    /**
     * The erasure that took a decision's facts.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws LogAltered when the log holds none that did
     */
    public Erasure of(long index) {
        return store.ask(handle -> held(handle, index, index + 1)).stream()
                .findFirst()
                .orElseThrow(() -> new LogAltered(gone(index)));
    }

    /** Describes facts that nothing in the log explains the lack of. */
    static String gone(long index) {
        return "the facts of the decision at leaf " + index + " are gone, and the log holds no erasure that took them";
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getLong("from_index"),
                row.getLong("to_index"),
                row.getTimestamp("decided_before").toInstant(),
                row.getTimestamp("erased_at").toInstant());
    }
}
