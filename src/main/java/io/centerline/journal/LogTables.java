package io.centerline.journal;

import io.centerline.log.TreeHash;
import java.sql.Timestamp;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The log's other tables, within a transaction. */
final class LogTables {

    /** Whoever signs, of all replicas, holds it ("Signer" in ASCII). */
    private static final long SIGNER_LOCK = 0x5369676E6572L;

    private LogTables() {}

    /** Waits until no other replica signs, and keeps them off until the transaction ends. */
    static void takeTurn(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(?)")
                .bind(0, SIGNER_LOCK)
                .mapTo(String.class)
                .one();
    }

    static String origin(Handle handle) {
        return handle.createQuery("select origin from log").mapTo(String.class).one();
    }

    /** How many leaves there are. */
    static long recorded(Handle handle) {
        return handle.createQuery(DecisionTable.NEXT_INDEX).mapTo(Long.class).one();
    }

    /** Whether one of the leaves of a stretch is no decision. */
    static boolean records(Handle handle, long from, long to) {
        return handle.createQuery("select exists (select from log_record where index >= ? and index < ?)")
                .bind(0, from)
                .bind(1, to)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<SignedCheckpoint> newest(Handle handle) {
        return handle.createQuery("select size, root, signed_at, note from checkpoint order by number desc limit 1")
                .map((row, context) -> new SignedCheckpoint(
                        row.getLong("size"),
                        TreeHash.of(row.getBytes("root")),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getString("note")))
                .findOne();
    }

    static void keep(Handle handle, SignedCheckpoint checkpoint) {
        handle.createUpdate("insert into checkpoint (size, root, signed_at, note) values (?, ?, ?, ?)")
                .bind(0, checkpoint.size())
                .bind(1, checkpoint.root().toBytes())
                .bind(2, Timestamp.from(checkpoint.signedAt()))
                .bind(3, checkpoint.note())
                .execute();
    }
}
