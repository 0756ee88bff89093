package io.centerline.api;

import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Problem.Kind;
import io.centerline.facts.FileIntake;
import io.centerline.facts.Intake;
import io.centerline.facts.IntakeLimits;
import io.centerline.facts.JsonIntake;
import io.centerline.placement.Placement.Explain;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reassesses accounts on file against new lines. Nothing moves by itself. */
@Path("/v1/reassessments")
public final class ReassessmentResource {
    private static final String CSV = "text/csv";
    /** Importers of a file that are decided and recorded together. */
    private static final int PORTION = 64;

    private final Bodies bodies;
    private final Intakes intakes;
    private final IntakeLimits limits;
    private final ActiveRulebook active;
    private final AccountDesk accounts;
    private final ReassessmentDesk desk;

    ReassessmentResource(
            Bodies bodies,
            Intakes intakes,
            IntakeLimits limits,
            ActiveRulebook active,
            AccountDesk accounts,
            ReassessmentDesk desk) {
        this.bodies = bodies;
        this.intakes = intakes;
        this.limits = limits;
        this.active = active;
        this.accounts = accounts;
        this.desk = desk;
    }

    /**
     * Decides each account against what is on file, one line of answer for each, in the order they come; all under the rulebook
     * that serves when the request comes in, and one after the other, so that two reassessments of one account stand in order.
     *
     * @param request the request's query string: {@code asOf}, the day of requests that name none, and {@code explain}
     * @param stream placement requests without {@code account}, one a line, or a file of entry lines as CSV
     */
    @POST
    @Blocking
    @Consumes({Accepts.LINES, CSV})
    @Produces(Accepts.LINES)
    @Parameter(name = "asOf", in = ParameterIn.QUERY)
    @Parameter(name = "explain", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "403")
    @APIResponse(responseCode = "406")
    @APIResponse(responseCode = "413")
    @APIResponse(responseCode = "415")
    @APIResponse(responseCode = "500")
    @APIResponse(responseCode = "503")
    public Response reassess(@Context HttpServerRequest request, InputStream stream) {
        Serving serving = active.serving();
        Query query = new Query(request.query());
        LocalDate asOf = query.day("asOf", accounts.today(), serving.rulebook().firstCoveredDay());
        Explain detail = query.word("explain", Explain.class, Explain.FULL);
        RefusedException.ifAny(query.issues());
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            throw new RefusedException(Problem.of(
                    Kind.UNSUPPORTED_MEDIA_TYPE,
                    "send the header `Content-Type: " + Accepts.LINES + "` or `Content-Type: " + CSV + "`"));
        }
        StreamingOutput answer = MediaType.valueOf(type).isCompatible(MediaType.valueOf(CSV))
                ? importers(serving, detail, file(serving, asOf, bodies.read(request, stream)))
                : lines(serving, detail, asOf, request, stream);
        return Response.ok(answer)
                .header(HttpHeaders.CONTENT_TYPE, Accepts.LINES)
                .build();
    }

    private StreamingOutput lines(
            Serving serving, Explain detail, LocalDate asOf, HttpServerRequest request, InputStream stream) {
        JsonIntake intake = intakes.placements(serving.rulebook());
        return new BatchStream(
                new Lines(stream, limits.bytes()),
                lines ->
                        desk
                                .answer(
                                        serving,
                                        detail,
                                        lines.stream()
                                                .map(line -> read(intake, asOf, line))
                                                .toList())
                                .stream()
                                .map(CompletableFuture::completedFuture)
                                .toList(),
                Runnable::run,
                new Cut(request));
    }

    private static AskedReassessment read(JsonIntake intake, LocalDate asOf, BatchLine line) {
        return line.tooLong()
                ? AskedReassessment.refused(line.number(), BatchLine.tooLarge())
                : AskedReassessment.of(line.number(), intake.read(line.text(), asOf));
    }

    private List<AskedReassessment> file(Serving serving, LocalDate asOf, byte[] file) {
        FileIntake read = intakes.files(serving.rulebook()).read(file, asOf);
        if (read instanceof FileIntake.Refused refused) {
            throw new RefusedException(Problem.invalid(Kind.ofFacts(refused.issues()), refused.issues()));
        }
        List<AskedReassessment> asked = new ArrayList<>();
        for (Intake.Accepted each : ((FileIntake.Accepted) read).cases()) {
            asked.add(AskedReassessment.of(asked.size() + 1L, each));
        }
        return asked;
    }

    private StreamingOutput importers(Serving serving, Explain detail, List<AskedReassessment> asked) {
        return out -> {
            for (int from = 0; from < asked.size(); from += PORTION) {
                List<AskedReassessment> portion = asked.subList(from, Math.min(asked.size(), from + PORTION));
                for (byte[] answer : desk.answer(serving, detail, portion)) {
                    out.write(answer);
                    out.write('\n');
                }
                out.flush();
            }
        };
    }
}
