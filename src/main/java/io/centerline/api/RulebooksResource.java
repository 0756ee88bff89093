package io.centerline.api;

import io.centerline.check.ReportJson;
import io.centerline.rulebook.RuleFolder;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Rulebooks before they serve, and those that did. */
@Path("/v1/rulebooks")
@Produces(MediaType.APPLICATION_JSON)
public final class RulebooksResource {
    private final RuleUpload upload;
    private final CheckDesk desk;

    RulebooksResource(RuleUpload upload, CheckDesk desk) {
        this.upload = upload;
        this.desk = desk;
    }

    /**
     * Checks uploaded rules: language, proofs, cases and scenarios. Changes nothing; an unsound rulebook is an answer, an
     * upload that cannot be read is a problem.
     *
     * @param request the request's query string and media type
     * @param stream a zip archive or JSON {@code {"files": {path: text}}}
     */
    @POST
    @Path("check")
    @Consumes({MediaType.APPLICATION_JSON, RuleUpload.ZIP})
    @Blocking
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public byte[] check(@Context HttpServerRequest request, InputStream stream) {
        RefusedException.ifAny(new Query(request.query()).issues());
        RuleFolder folder = upload.read(request, stream);
        return ReportJson.write(desk.check(folder), UnaryOperator.identity());
    }
}
