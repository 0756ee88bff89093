package io.centerline.web.help;

import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.text.Echo;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Help: the guides, one for each reader. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
public final class HelpPages {
    private final Guides guides;

    HelpPages(Guides guides) {
        this.guides = guides;
    }

    /**
     * The guides there are.
     *
     * @param readers those for one kind of reader
     * @param more the others
     */
    record HelpPage(List<GuideText> readers, List<GuideText> more) implements TemplateInstance {}

    /**
     * One guide.
     *
     * @param guide its text
     */
    record GuidePage(GuideText guide) implements TemplateInstance {}

    /** The list of guides. */
    @GET
    @Blocking
    public Response list(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return Html.ok(new HelpPage(guides.list(Guides.READERS), guides.list(Guides.MORE)));
    }

    /**
     * One guide.
     *
     * @param name its name
     */
    @GET
    @Path("{name}")
    @Blocking
    public Response guide(@PathParam("name") String name, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return guides.find(name)
                .map(guide -> Html.ok(new GuidePage(guide)))
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no guide " + Echo.of(name) + " is there; `/help` lists those that are"));
    }
}
