package io.centerline.journal;

import java.sql.Types;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The writer who holds the journal's lock and of whom the server hears nothing, also in the midst of its rows. By itself the
 * server ends only those that are silent between statements.
 */
final class SilentWriter {
    private static final Logger LOG = Logger.getLogger(SilentWriter.class);

    /**
     * Sessions that hold the lock and wait for their program, each with all that changes when the program says something. While
     * rows are copied, the server counts the bytes it got. While it sends, it does not see whether anything is taken; who is
     * alive is cut by its own program before ten seconds are over.
     */
    private static final String WAITING =
            "select pid, concat_ws(' ', pid, backend_start, state, state_change, query_start,"
                    + " wait_event, bytes_processed, tuples_processed) as seen"
                    + " from pg_locks join pg_stat_activity using (pid) left join pg_stat_progress_copy using (pid)"
                    + " where locktype = 'advisory' and granted and classid = "
                    + (DecisionTable.WRITER_LOCK >>> Integer.SIZE)
                    + " and objid = " + (DecisionTable.WRITER_LOCK & 0xFFFFFFFFL) + " and objsubid = 1"
                    + " and database = (select oid from pg_database where datname = current_database())"
                    + " and wait_event_type = 'Client' and (wait_event <> 'ClientWrite' or"
                    + " query_start < clock_timestamp() - interval '10 seconds')";

    private SilentWriter() {}

    /** What the server sees now of a writer it waits for; empty when it waits for none. */
    static List<String> seen(Handle handle) {
        forget(handle);
        return handle.createQuery("select seen from (" + WAITING + ") waiting")
                .mapTo(String.class)
                .list();
    }

    /**
     * Ends the session of a writer that has said nothing since it was seen, so that it can neither hold up others nor write when
     * it wakes.
     *
     * @param before what {@link #seen} gave a while ago
     * @return whether there was one
     */
    static boolean end(Handle handle, List<String> before) {
        if (before.isEmpty()) {
            return false;
        }
        forget(handle);
        long ended = handle.createQuery(
                        "select count(pg_terminate_backend(pid)) from (" + WAITING + ") waiting where seen = any(?)")
                .bindBySqlType(0, before.toArray(String[]::new), Types.ARRAY)
                .mapTo(Long.class)
                .one();
        if (ended > 0) {
            LOG.warn("another program held the journal's lock and was silent; its session was ended");
        }
        return ended > 0;
    }

    /** A transaction sees other sessions as they were when it first looked. */
    private static void forget(Handle handle) {
        handle.createQuery("select pg_stat_clear_snapshot()")
                .mapTo(String.class)
                .one();
    }
}
