package io.centerline.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a row the store will never take from a store that cannot take any. */
public final class StoreFault {
    /** Connection, rollback, resources, object in use, operator's intervention, system. */
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57", "58");

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
