package io.centerline.web.decisions;

import io.centerline.api.Query;
import io.centerline.application.EvidencePack;
import io.centerline.application.RefusedException;
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

/** The evidence pack of a decision: one archive for a court file, which shows and verifies the decision by itself. */
@Path(DecisionPages.PATH + "/evidence-pack")
public final class EvidencePackPages {
    private static final String ZIP = "application/zip";

    private final EvidencePack packs;
    private final PackWriter writer;

    EvidencePackPages(EvidencePack packs, PackWriter writer) {
        this.packs = packs;
        this.writer = writer;
    }

    private enum FactsShown {
        MASKED,
        UNMASKED
    }

    /** The archive; with {@code facts=unmasked} the facts are in it as they are kept, which is noted. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response pack(@PathParam("id") String id, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        FactsShown facts = query.word("facts", FactsShown.class, FactsShown.MASKED);
        RefusedException.ifAny(query.issues());
        boolean leaves = !request.method().equals(HttpMethod.HEAD);
        EvidencePack.Contents pack = packs.of(id, facts == FactsShown.MASKED, leaves);
        return Response.ok(writer.zip(pack), ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"decision-" + pack.recorded().index() + ".zip\"")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
