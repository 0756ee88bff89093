package io.centerline.api.accounts;

import io.centerline.api.Accepts;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.PacketDraft;
import io.centerline.application.PacketDrafting;
import io.centerline.application.RefusedException;
import io.centerline.tariff.Center;
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
import java.util.List;

/** Drafts the packet of an appeal from a decision. */
@Path("/v1/decisions/{id}/appeal-packet")
public final class PacketResource {
    private static final List<String> CENTERS =
            Arrays.stream(Center.values()).map(Center::code).toList();

    private final PacketDrafting drafting;

    PacketResource(PacketDrafting drafting) {
        this.drafting = drafting;
    }

    /**
     * The importer's own counts by heading, filled into a packet, as JSON or as a page to print.
     *
     * @param id a decision id
     * @param headers which of the two is wanted
     * @param request the request's query string: {@code preferred}, a Center
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Blocking
    public Response draft(
            @PathParam("id") String id, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        Query query = new Query(request.query());
        String preferred = query.word("preferred", CENTERS);
        RefusedException.ifAny(query.issues());
        PacketDraft.Drafted drafted = drafting.draft(
                id, preferred == null ? null : Center.findByCode(preferred).orElseThrow());
        return Accepts.ratherThanJson(headers, MediaType.TEXT_HTML)
                ? Html.ok(PacketPage.of(drafted))
                : Response.ok(drafted.draft(), MediaType.APPLICATION_JSON).build();
    }
}
