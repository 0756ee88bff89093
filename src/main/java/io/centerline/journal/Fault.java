package io.centerline.journal;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a row the store will never take from a store that cannot take any. */
final class Fault {

    private Fault() {}

    /**
     * Whether the fault is in what was written. Every fault that is the database's (gone, full, restarting, locked) passes,
     * and is worth another attempt.
     */
    static boolean isOfTheRow(Throwable thrown) {
        SQLException sql = sql(thrown);
        if (sql == null) {
            return !isInput(thrown);
        }
        String state = sql.getSQLState();
        // Data exception, integrity violation, program limit exceeded (a row too large).
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
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
