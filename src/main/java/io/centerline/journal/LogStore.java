package io.centerline.journal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The database as the log and its readers use it: one transaction a question, and one word for a database that is away. */
final class LogStore {
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
        return Reading.attempt(() -> jdbi.inTransaction(question));
    }
}
