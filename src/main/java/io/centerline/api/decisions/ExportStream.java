package io.centerline.api.decisions;

import io.centerline.api.Accepts;
import io.centerline.api.ConnectionAbort;
import io.centerline.application.JournalExport;
import io.centerline.application.ProofAnswer;
import io.centerline.journal.InclusionProof;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

    /**
     * An answer with a proof: JSON, or an export of the one leaf, as {@code Accept} says.
     *
     * @param json the proof as JSON
     */
    static Response answer(
            InclusionProof proof,
            ProofAnswer json,
            JournalExport exports,
            HttpHeaders headers,
            HttpServerRequest request) {
        return Accepts.ratherThanJson(headers, Accepts.LINES)
                ? answer(
                        exports.export(proof.checkpoint(), proof.index(), proof.index() + 1, false),
                        new ConnectionAbort(request))
                : Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
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
