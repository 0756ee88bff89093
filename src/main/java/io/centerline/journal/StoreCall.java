package io.centerline.journal;

import io.centerline.store.StoreFault;
import io.centerline.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Something read from the journal's database.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface StoreCall<T> {

    /** A dead connection fails within this time; a slow or frozen database takes longer. */
    long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Reads; throws what JDBC and Jdbi throw. */
    T read() throws SQLException;

    /**
     * Reads, and reads again when the first attempt fails at once: its connection may have died with an earlier
     * server.
     *
     * @throws StoreUnavailable when the database does not answer
     * @throws IllegalStateException when it answers that it will never take the question
     */
    static <T> T attempt(StoreCall<T> reading) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.read();
            } catch (JournalException | StoreUnavailable ours) {
                throw ours;
            } catch (SQLException | RuntimeException e) {
                if (StoreFault.isOfTheRow(e)) {
                    throw new IllegalStateException("the journal cannot be read", e);
                }
                if (attempt == 2 || System.nanoTime() - begun > AT_ONCE_NANOS) {
                    throw new StoreUnavailable(
                            "the journal cannot be used: " + StoreFault.reason(e), Journal.RETRY_WHEN_AWAY, e);
                }
            }
        }
    }
}
