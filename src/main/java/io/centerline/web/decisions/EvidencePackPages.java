package io.centerline.web.decisions;

import io.centerline.api.ListFile;
import io.centerline.api.Query;
import io.centerline.application.EvidencePack;
import io.centerline.application.RefusedException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The evidence pack of a decision: one archive for a court file, which shows and verifies the decision by itself. */
@Path(DecisionPages.PATH + "/evidence-pack")
@Produces(MediaType.WILDCARD)
public final class EvidencePackPages {
    private static final String ZIP = "application/zip";

    private final EvidencePack packs;
    private final PackWriter writer;

    EvidencePackPages(EvidencePack packs, PackWriter writer) {
        this.packs = packs;
        this.writer = writer;
    }

    /** The archive with its facts masked. */
    @GET
    @Blocking
    public Response masked(@PathParam("id") String id, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return archive(packs.of(id, true));
    }

    /** The archive with its facts as they are kept, which is noted; a POST, so that no link of another site causes that note. */
    @POST
    @Blocking
    public Response unmasked(@PathParam("id") String id, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return archive(packs.of(id, false));
    }

    private Response archive(EvidencePack.Contents pack) {
        return ListFile.of(writer.zip(pack), ZIP, "decision-" + pack.recorded().index() + ".zip");
    }
}
