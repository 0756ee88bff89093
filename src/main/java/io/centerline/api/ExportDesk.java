package io.centerline.api;

import io.centerline.journal.LogExport;
import io.centerline.journal.SignedCheckpoint;
import io.centerline.journal.TransparencyLog;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Streams exports of the journal, a few at a time. Whoever gets facts with them is noted first. */
@Singleton
final class ExportDesk {
    private static final Logger LOG = Logger.getLogger(ExportDesk.class);
    private static final int AT_ONCE = 4;
    private static final int RETRY_AFTER = 10;

    private final TransparencyLog log;
    private final Unmasking unmasking;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ExportDesk(TransparencyLog log, Unmasking unmasking) {
        this.log = log;
        this.unmasking = unmasking;
    }

    /**
     * The leaves {@code [from, to)} under a checkpoint that covers them.
     *
     * @param cut ends the connection: whatever is answered to a failure in the middle would look like the end
     */
    Response export(SignedCheckpoint checkpoint, long from, long to, boolean facts, Runnable cut) {
        if (facts) {
            unmasking.require();
        }
        if (places.availablePermits() == 0) {
            throw new BusyException(AT_ONCE + " exports are running", RETRY_AFTER);
        }
        if (facts && to > from) {
            unmasking.note(from, to);
        }
        LogExport export = log.export(checkpoint, from, to, facts);
        // Taken only once it is written: an answer to HEAD never is.
        StreamingOutput stream = out -> {
            places.acquireUninterruptibly();
            try {
                export.writeTo(out);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "an export of the leaves from %d to %d was cut", from, to);
                cut.run();
                throw failed;
            } finally {
                places.release();
            }
        };
        return Response.ok(stream, Accepts.LINES).build();
    }
}
