package io.centerline.journal;

import io.centerline.store.Statements;
import io.centerline.store.StoreUnavailable;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** The database as the log and its readers use it: one transaction a question, and one word for a database that is away. */
public final class LogStore {
    private final Jdbi jdbi;

    public LogStore(DataSource pool) {
        this.jdbi = Statements.over(pool);
    }

    /**
     * Asks in one transaction. Asks twice when the first connection turns out to be dead, so the question must bear it.
     *
     * @throws StoreUnavailable when the database does not answer
     */
    <T> T ask(HandleCallback<T, SQLException> question) {
        return StoreCall.attempt(() -> jdbi.inTransaction(question));
    }
}
