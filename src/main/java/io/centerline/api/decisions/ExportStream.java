package io.centerline.api.decisions;

import io.centerline.api.Accepts;
import io.centerline.application.JournalExport;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** Writes an export as the body of an answer. When it fails in the middle the connection is cut, so that no part looks whole. */
final class ExportStream implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    private final JournalExport.Lines lines;
    private final Runnable cut;

    private ExportStream(JournalExport.Lines lines, Runnable cut) {
        this.lines = lines;
        this.cut = cut;
    }

    /**
     * An answer with an export.
     *
     * @param cut ends the connection
     */
    static Response answer(JournalExport.Lines lines, Runnable cut) {
        return Response.ok(new ExportStream(lines, cut), Accepts.LINES).build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            lines.writeTo(out);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "an export was cut");
            cut.run();
            throw failed;
        }
    }
}
