package io.centerline.journal;

import io.centerline.store.StoreFault;
import io.centerline.store.StoreUnavailable;
import java.sql.SQLException;

/**
 * Something read from the journal's database.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface StoreCall<T> {

    /** Reads; throws what JDBC and Jdbi throw. */
    T read() throws SQLException;

    /**
     * Reads, and once more when that failed: the first attempt may have met a connection that died with an earlier server.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws IllegalStateException when it answers that it will never take the question
     */
    static <T> T attempt(StoreCall<T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.read();
            } catch (JournalException | StoreUnavailable ours) {
                throw ours;
            } catch (SQLException | RuntimeException e) {
                if (StoreFault.isOfTheRow(e)) {
                    throw new IllegalStateException("the journal cannot be read", e);
                }
                if (attempt == 2) {
                    throw new StoreUnavailable("the journal cannot be read", Journal.RETRY_WHEN_AWAY, e);
                }
            }
        }
    }
}
