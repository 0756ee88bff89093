package io.centerline.api.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.centerline.api.Accepts;
import io.centerline.api.Query;
import io.centerline.application.DecisionLookup;
import io.centerline.application.FailureKind;
import io.centerline.application.JournalExport;
import io.centerline.application.RefusedException;
import io.centerline.application.Unmasking;
import io.centerline.facts.MaskedFacts;
import io.centerline.journal.Erasure;
import io.centerline.journal.InclusionProof;
import io.centerline.journal.Recorded;
import io.centerline.journal.Retention;
import io.centerline.journal.TransparencyLog;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/** What backs one decision: the proof that it is in the log, and the facts it was made of. */
@Path("/v1/decisions")
public final class ProofResource {
    private static final JsonFactory JSON = new JsonFactory();

    private final DecisionLookup decisions;
    private final TransparencyLog log;
    private final JournalExport exports;
    private final Retention retention;
    private final Unmasking unmasking;

    ProofResource(
            DecisionLookup decisions,
            TransparencyLog log,
            JournalExport exports,
            Retention retention,
            Unmasking unmasking) {
        this.decisions = decisions;
        this.log = log;
        this.exports = exports;
        this.retention = retention;
        this.unmasking = unmasking;
    }

    /**
     * Proves that a decision is in the log: JSON, or an export of this one leaf, which {@code verify} reads.
     *
     * @param id a decision id
     * @param request the request's query string
     * @param headers which form is asked for
     */
    @GET
    @Path("{id}/proof")
    @Produces({MediaType.APPLICATION_JSON, Accepts.LINES})
    @Blocking
    public Response proof(
            @PathParam("id") String id, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        RefusedException.ifAny(new Query(request.query()).issues());
        Recorded recorded = decisions.get(id);
        InclusionProof proof = log.prove(recorded);
        return ExportStream.answer(proof, ProofAnswer.of(recorded.draft().id(), proof), exports, headers, request);
    }

    /**
     * The facts a decision was made of, masked; with {@code masked=false} as they are, which is noted, and with the salt
     * that ties them to the receipt.
     *
     * @param id a decision id
     * @param request the request's query string
     */
    @GET
    @Path("{id}/facts")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public byte[] facts(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        boolean masked = query.flag("masked", true);
        RefusedException.ifAny(query.issues());
        if (!masked) {
            unmasking.require();
        }
        Recorded recorded = decisions.getWhole(id);
        byte[] facts = recorded.draft().facts();
        if (facts == null) {
            throw erased(recorded.index());
        }
        if (!masked && !request.method().equals(HttpMethod.HEAD)) {
            unmasking.note(recorded.index(), recorded.index() + 1);
        }
        return answer(recorded, facts, masked);
    }

    private RefusedException erased(long index) {
        Erasure erasure = retention.of(index);
        return new RefusedException(
                FailureKind.FACTS_ERASED,
                "the facts of this decision were erased on " + erasure.erasedAt() + ", as it was made before "
                        + erasure.decidedBefore() + "; decision, leaf and proofs stay as they were");
    }

    private static byte[] answer(Recorded recorded, byte[] facts, boolean masked) {
        UUID id = recorded.draft().id();
        byte[] salt = recorded.draft().salt();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(facts.length + 256);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", id.toString());
            json.writeBooleanField("masked", masked);
            if (!masked && salt != null) {
                json.writeStringField("salt", HexFormat.of().formatHex(salt));
            }
            json.writeFieldName("facts");
            json.writeRawValue(new String(masked ? MaskedFacts.of(facts) : facts, StandardCharsets.UTF_8));
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException notJson) {
            throw new UncheckedIOException("the stored facts of decision " + id + " are not JSON", notJson);
        }
    }
}
