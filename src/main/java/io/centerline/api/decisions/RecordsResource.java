package io.centerline.api.decisions;

import io.centerline.api.Accepts;
import io.centerline.api.Query;
import io.centerline.application.FailureKind;
import io.centerline.application.JournalExport;
import io.centerline.application.ProofAnswer;
import io.centerline.application.RefusedException;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.LogRecords;
import io.centerline.journal.StoredRecord;
import io.centerline.journal.TransparencyLog;
import io.centerline.log.RecordKind;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;

/** The leaves of the log that are no decisions: activations, changes of accounts, disclosures, erasures, quoted reports. */
@Path("/v1/journal/records")
public final class RecordsResource {
    private final LogRecords records;
    private final TransparencyLog log;
    private final JournalExport exports;

    RecordsResource(LogRecords records, TransparencyLog log, JournalExport exports) {
        this.records = records;
        this.log = log;
        this.exports = exports;
    }

    /**
     * The leaves from the place {@code from} (default 0) on, {@code limit} (default 100) at a time; with {@code kind} only those of
     * one kind.
     *
     * @param request the request's query string
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public RecordsAnswer list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String kind = query.word(
                "kind", Arrays.stream(RecordKind.values()).map(RecordKind::word).toList());
        JournalPage page = JournalPage.read(query, JournalPage.NO_PLACE);
        RefusedException.ifAny(query.issues());
        RecordKind wanted = kind == null ? null : RecordKind.of(kind).orElseThrow();
        return RecordsAnswer.of(records.list(wanted, page.from(), page.limit()), page);
    }

    /**
     * Proves that a leaf is in the log: JSON, or an export of this one leaf, which {@code verify} reads.
     *
     * @param index its place in the journal
     * @param request the request's query string
     * @param headers which form is asked for
     */
    @GET
    @Path("{index}/proof")
    @Produces({MediaType.APPLICATION_JSON, Accepts.LINES})
    @Blocking
    public Response proof(
            @PathParam("index") String index, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        RefusedException.ifAny(new Query(request.query()).issues());
        StoredRecord record = place(index)
                .flatMap(records::find)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no leaf at this place is a record beside the decisions; `GET /v1/journal/records` lists those"
                                + " that are"));
        InclusionProof proof = log.prove(record);
        return ExportStream.answer(proof, ProofAnswer.of(record, proof), exports, headers, request);
    }

    private static Optional<Long> place(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
