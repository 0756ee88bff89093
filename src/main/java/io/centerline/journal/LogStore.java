package io.centerline.journal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The database as the log and its readers use it: one transaction a question, and one word for a database that is away. */
final class LogStore {
    private static final int RETRY_AFTER = 5;

    private final Jdbi jdbi;

    LogStore(DataSource pool) {
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Asks in one transaction. Asks twice when the first connection turns out to be dead, so the question must bear it.
     *
     * @throws JournalUnavailable when the database does not answer
     */
    <T> T ask(HandleCallback<T, SQLException> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction((Handle handle) -> question.withHandle(handle));
            } catch (JournalException ours) {
                throw ours;
            } catch (SQLException | RuntimeException e) {
                if (Fault.isOfTheRow(e)) {
                    throw new IllegalStateException("the log cannot be read", e);
                }
                if (attempt == 2) {
                    throw unavailable(e);
                }
            }
        }
    }

    private static JournalUnavailable unavailable(@Nullable Throwable cause) {
        return new JournalUnavailable("the log cannot be read", RETRY_AFTER, cause);
    }
}
