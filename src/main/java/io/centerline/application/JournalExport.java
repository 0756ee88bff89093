package io.centerline.application;

import io.centerline.journal.LogExport;
import io.centerline.journal.SignedCheckpoint;
import io.centerline.journal.TransparencyLog;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/** Exports leaves of the journal, a few exports at a time. Exports with facts are noted before they begin. */
@Singleton
public final class JournalExport {
    private static final int AT_ONCE = 4;
    private static final int RETRY_AFTER = 10;

    private final TransparencyLog log;
    private final Unmasking unmasking;
    private final Semaphore places = new Semaphore(AT_ONCE);

    JournalExport(TransparencyLog log, Unmasking unmasking) {
        this.log = log;
        this.unmasking = unmasking;
    }

    /** An export that is ready to be written. */
    @FunctionalInterface
    public interface Lines {
        /**
         * Writes the export as NDJSON; may wait for a place among those that are written.
         *
         * @throws RuntimeException when the database goes away meanwhile; what was written ends with a whole line and is not
         *     the whole export
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The leaves {@code [from, to)} under a checkpoint that covers them.
     *
     * @param facts whether unmasked facts go with them
     * @throws RefusedException when facts may not be given out
     * @throws BusyException when as many exports are written as may be
     */
    public Lines export(SignedCheckpoint checkpoint, long from, long to, boolean facts) {
        require(facts);
        if (facts && to > from) {
            unmasking.note(from, to);
        }
        LogExport export = log.export(checkpoint, from, to, facts);
        // A place is taken only once the export is written: an answer to HEAD never is.
        return out -> {
            places.acquireUninterruptibly();
            try {
                export.writeTo(out);
            } finally {
                places.release();
            }
        };
    }

    /**
     * Refuses what {@link #export} would refuse; nothing is given out or noted.
     *
     * @param facts whether unmasked facts go with it
     * @throws RefusedException when facts may not be given out
     * @throws BusyException when as many exports are written as may be
     */
    public void require(boolean facts) {
        if (facts) {
            unmasking.require();
        }
        if (places.availablePermits() == 0) {
            throw new BusyException(AT_ONCE + " exports are running", RETRY_AFTER);
        }
    }
}
