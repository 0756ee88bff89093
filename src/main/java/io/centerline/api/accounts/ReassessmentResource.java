package io.centerline.api.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Accepts;
import io.centerline.api.BatchLine;
import io.centerline.api.BatchStream;
import io.centerline.api.Bodies;
import io.centerline.api.BodyLines;
import io.centerline.api.ConnectionAbort;
import io.centerline.api.Problem;
import io.centerline.api.Query;
import io.centerline.api.RefusedLine;
import io.centerline.api.StopSignal;
import io.centerline.application.AccountReassessment;
import io.centerline.application.AskedReassessment;
import io.centerline.application.Failure;
import io.centerline.application.FailureKind;
import io.centerline.application.Intakes;
import io.centerline.application.RefusedException;
import io.centerline.intake.Intake;
import io.centerline.intake.IntakeLimits;
import io.centerline.intake.JsonIntake;
import io.centerline.intake.rows.FileIntake;
import io.centerline.intake.rows.RejectedRows;
import io.centerline.intake.rows.RowAccount;
import io.centerline.intake.rows.RowIntake;
import io.centerline.intake.rows.RowOptions;
import io.centerline.intake.sheet.RowSources;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Reassesses accounts on file against new lines. Nothing moves by itself. */
@Path("/v1/reassessments")
public final class ReassessmentResource {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Importers of a file that are decided and recorded together. */
    private static final int PORTION = 64;
    /** How many rows of a file are titles or totals; absent when none is. */
    private static final String SET_ASIDE = "Rows-Set-Aside";

    private final Bodies bodies;
    private final Intakes intakes;
    private final IntakeLimits limits;
    private final ActiveRulebook active;
    private final AccountRequests accounts;
    private final AccountReassessment reassessment;
    private final ObjectMapper json;
    private final StopSignal stop;

    ReassessmentResource(
            Bodies bodies,
            Intakes intakes,
            IntakeLimits limits,
            ActiveRulebook active,
            AccountRequests accounts,
            AccountReassessment reassessment,
            ObjectMapper json,
            StopSignal stop) {
        this.bodies = bodies;
        this.intakes = intakes;
        this.limits = limits;
        this.active = active;
        this.accounts = accounts;
        this.reassessment = reassessment;
        this.json = json;
        this.stop = stop;
    }

    /**
     * Decides each account against what is on file, one line of answer for each, in the order they come; all under the rulebook
     * that serves when the request comes in, and one after the other, so that two reassessments of one account stand in order.
     *
     * @param request the request's query string: {@code asOf}, the day of requests that name none, and {@code explain}
     * @param stream placement requests without {@code account}, one a line, or a file of entry lines as CSV or XLSX
     */
    @POST
    @Blocking
    @Consumes({Accepts.LINES, CSV, XLSX})
    @Produces(Accepts.LINES)
    public Response reassess(@Context HttpServerRequest request, InputStream stream) {
        Serving serving = active.serving();
        Query query = new Query(request.query());
        LocalDate asOf = query.day("asOf", accounts.today(), serving.rulebook().firstCoveredDay());
        Explain detail = query.word("explain", Explain.class, Explain.FULL);
        RefusedException.ifAny(query.issues());
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !isFile(MediaType.valueOf(type))) {
            return answered(lines(serving, detail, asOf, request, bodies.endless(request, stream)))
                    .build();
        }
        FileIntake.Accepted file = file(serving, asOf, request, stream);
        RowAccount account = file.reading().account();
        long setAside = account.titles() + account.sums();
        return answered(importers(serving, detail, asked(file)))
                .header(SET_ASIDE, setAside > 0 ? setAside : null)
                .build();
    }

    private static Response.ResponseBuilder answered(StreamingOutput answer) {
        return Response.ok(answer).header(HttpHeaders.CONTENT_TYPE, Accepts.LINES);
    }

    private static boolean isFile(MediaType type) {
        return type.isCompatible(MediaType.valueOf(CSV)) || type.isCompatible(MediaType.valueOf(XLSX));
    }

    private StreamingOutput lines(
            Serving serving, Explain detail, LocalDate asOf, HttpServerRequest request, InputStream stream) {
        JsonIntake intake = intakes.placements(serving.rulebook());
        return new BatchStream(
                new BodyLines(stream, limits.bytes(), stop),
                lines -> {
                    List<AskedReassessment> asked =
                            lines.stream().map(line -> read(intake, asOf, line)).toList();
                    return reassessment.reassess(serving, detail, asked).stream()
                            .map(answer -> CompletableFuture.completedFuture(write(answer)))
                            .toList();
                },
                Runnable::run,
                new ConnectionAbort(request));
    }

    private static AskedReassessment read(JsonIntake intake, LocalDate asOf, BatchLine line) {
        Failure refusal = line.refusal();
        return refusal != null
                ? AskedReassessment.refused(line.number(), refusal)
                : AskedReassessment.of(line.number(), intake.read(line.text(), asOf));
    }

    private FileIntake.Accepted file(Serving serving, LocalDate asOf, HttpServerRequest request, InputStream stream) {
        FileIntake read = read(intakes.files(serving.rulebook()), asOf, request, stream);
        if (read instanceof FileIntake.Refused refused) {
            throw new RefusedException(FailureKind.ofFacts(refused.issues()), refused.issues());
        }
        return (FileIntake.Accepted) read;
    }

    private static List<AskedReassessment> asked(FileIntake.Accepted file) {
        List<AskedReassessment> asked = new ArrayList<>();
        for (Intake.Accepted each : file.cases()) {
            asked.add(AskedReassessment.of(asked.size() + 1L, each));
        }
        return asked;
    }

    private FileIntake read(RowIntake intake, LocalDate asOf, HttpServerRequest request, InputStream stream) {
        try {
            return bodies.take(
                    request,
                    stream,
                    file -> intake.read(
                            () -> RowSources.open(file, RowIntake.sheet("")),
                            RowOptions.ALL_ROWS,
                            asOf,
                            RejectedRows.NOBODY));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a body that cannot be read is refused where it is read", impossible);
        }
    }

    private StreamingOutput importers(Serving serving, Explain detail, List<AskedReassessment> asked) {
        return out -> {
            for (int from = 0; from < asked.size(); from += PORTION) {
                List<AskedReassessment> portion = asked.subList(from, Math.min(asked.size(), from + PORTION));
                for (AccountReassessment.Answer answer : reassessment.reassess(serving, detail, portion)) {
                    out.write(write(answer));
                    out.write('\n');
                }
                out.flush();
            }
        };
    }

    private byte[] write(AccountReassessment.Answer answer) {
        Failure failure = answer.failure();
        try {
            return json.writeValueAsBytes(
                    failure == null
                            ? ReassessmentLine.of(answer.line(), Objects.requireNonNull(answer.reassessed()))
                            : new RefusedLine(answer.line(), Problem.of(failure)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
