package io.centerline.api.tariff;

import io.centerline.api.Query;
import io.centerline.application.FailureKind;
import io.centerline.application.RefusedException;
import io.centerline.journal.KeptSchedules;
import io.centerline.tariff.Schedule;
import io.centerline.text.Echo;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The editions of the schedule that receipts name. */
@Path("/v1/schedules")
public final class SchedulesResource {
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final KeptSchedules kept;
    private final Schedule serving;

    SchedulesResource(KeptSchedules kept, Schedule serving) {
        this.kept = kept;
        this.serving = serving;
    }

    /**
     * The editions under which programs decided here.
     *
     * @param schedules the one kept last first
     */
    public record Editions(List<Entry> schedules) {}

    /**
     * One edition.
     *
     * @param edition its name, as {@code receipt.schedule} has it
     * @param sha256 of its text
     * @param bytes length of its text
     * @param keptAt when a program first decided under it here, with zone
     * @param active whether it serves here
     */
    public record Entry(String edition, String sha256, int bytes, String keptAt, boolean active) {}

    /**
     * Lists the editions.
     *
     * @param request the request's query string
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public Editions list(@Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return new Editions(kept.list().stream()
                .map(edition -> new Entry(
                        edition.edition(),
                        edition.sha256(),
                        edition.bytes(),
                        edition.keptAt().toString(),
                        edition.edition().equals(serving.edition())))
                .toList());
    }

    /**
     * The text of an edition, with which decisions are replayed without the service.
     *
     * @param edition its name
     * @param request the request's query string
     */
    @GET
    @Path("{edition}")
    @Produces(TEXT)
    @Blocking
    public byte[] text(@PathParam("edition") String edition, @Context HttpServerRequest request) {
        RefusedException.ifAny(new Query(request.query()).issues());
        return kept.text(edition)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND,
                        "no decision here used the schedule " + Echo.of(edition)
                                + "; `GET /v1/schedules` lists those in use"));
    }
}
