package io.centerline.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a row the store will never take from a store that cannot take any. */
public final class StoreFault {
    /** Connection, transaction ended because its program was silent, rollback, resources, object in use, operator, system. */
    private static final List<String> PASSING = List.of("08", "25P03", "40", "53", "55", "57", "58");

    private static final String LOCK_NOT_HAD = "55P03";

    private static final String DISK_FULL = "53100";

    /** What PostgreSQL says when it takes no more connections; we say it of our pool too. */
    static final String NO_CONNECTION_FREE = "53300";

    private StoreFault() {}

    /**
     * Whether the fault is in what was written. Every fault that is the database's (gone, full, restarting, locked) passes,
     * and is worth another attempt.
     */
    public static boolean isOfTheRow(Throwable thrown) {
        SQLException sql = sql(thrown);
        if (sql == null) {
            return !isInput(thrown);
        }
        String state = sql.getSQLState();
        // Data exception, integrity violation, program limit exceeded (a row too large).
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** Whether the database is away, full, restarting or locked, so that the same may work a little later. */
    public static boolean isOfTheDatabase(Throwable thrown) {
        SQLException sql = sql(thrown);
        if (sql == null) {
            return false;
        }
        String state = sql.getSQLState();
        // The pool gives no state when no connection could be had in time.
        return state == null || PASSING.stream().anyMatch(state::startsWith);
    }

    /** Whether waiting for a lock took longer than allowed. */
    public static boolean isLockNotHad(Throwable thrown) {
        SQLException sql = sql(thrown);
        return sql != null && LOCK_NOT_HAD.equals(sql.getSQLState());
    }

    /** Why the database failed, in words that answers may show. */
    public static String reason(Throwable thrown) {
        SQLException sql = sql(thrown);
        String state = sql == null ? null : sql.getSQLState();
        if (DISK_FULL.equals(state)) {
            return "the disk of its database is full";
        }
        if (LOCK_NOT_HAD.equals(state)) {
            return "another program holds its lock and does not give it back";
        }
        if (NO_CONNECTION_FREE.equals(state)) {
            return "all connections to its database are in use";
        }
        return state == null || state.startsWith("08")
                ? "its database does not answer"
                : "its database says SQLSTATE " + state;
    }

    /**
     * Whether a connection could not be had because all are in use, which tells nothing about the database. Agroal gives no
     * state and no cause then.
     */
    static boolean isNoConnectionFree(SQLException failed) {
        return NO_CONNECTION_FREE.equals(failed.getSQLState())
                || (failed.getSQLState() == null
                        && failed.getCause() == null
                        && String.valueOf(failed.getMessage()).contains("acquisition timeout"));
    }

    private static boolean isInput(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SQLException sql(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
