package io.centerline.api.tariff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.centerline.activation.ActiveRulebook;
import io.centerline.activation.Serving;
import io.centerline.api.Bodies;
import io.centerline.api.Query;
import io.centerline.application.NumberAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.NumberPreview;
import io.centerline.application.RefusedException;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.tariff.HtsLevel;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which Center a number belongs to. */
@Path("/v1/hts")
@Produces(MediaType.APPLICATION_JSON)
public final class HtsResource {
    private final Bodies bodies;
    private final NumberLookup numbers;
    private final ActiveRulebook active;
    private final Clock clock;

    HtsResource(Bodies bodies, NumberLookup numbers, ActiveRulebook active, Clock clock) {
        this.bodies = bodies;
        this.numbers = numbers;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The answers to many numbers, in the order asked.
     *
     * @param asOf the day asked for
     * @param results one answer a number
     * @param preview which Center would process imports of all of them; absent unless asked for
     */
    public record Answers(
            String asOf,
            List<HtsAnswer> results,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PreviewAnswer preview) {}

    /**
     * The answer for one number, or for a chapter, heading or subheading, on the day {@code asOf} of the query or today (UTC).
     *
     * @param number as it is written anywhere: with or without dots, 8 or 10 digits, or the 2, 4 or 6 of a level
     * @param request the request's query string
     * @return {@link HtsAnswer} or {@link LevelFound}
     */
    @GET
    @Path("{number}")
    @Blocking
    public Object one(@PathParam("number") String number, @Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = new Query(request.query());
        LocalDate day = query.day("asOf", today(), rulebook.firstCoveredDay());
        List<Issue> issues = new ArrayList<>(query.issues());
        Optional<HtsLevel> level = HtsLevel.find(number);
        if (level.isPresent()) {
            RefusedException.ifAny(issues);
            return LevelFound.of(numbers.level(rulebook, level.get(), day), rulebook.evidence());
        }
        Optional<NumberAnswer> answer = numbers.one(rulebook, number, day, issues);
        RefusedException.ifAny(issues);
        return HtsAnswer.of(answer.orElseThrow(), rulebook.evidence());
    }

    /**
     * The answers for up to 10,000 numbers: {@code {"numbers": ["8471.30.0100"], "asOf": "2026-11-25"}}; with {@code "preview":
     * true} also which Center would process imports of them all, each counted as one entry line.
     *
     * @param request the request's query string
     * @param stream the request's body
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Answers many(@Context HttpServerRequest request, InputStream stream) {
        List<Issue> issues = new ArrayList<>(new Query(request.query()).issues());
        Serving serving = active.latest();
        Rulebook rulebook = serving.rulebook();
        NumbersIntake.Asked asked =
                new NumbersIntake(rulebook.firstCoveredDay()).read(bodies.read(request, stream), today());
        issues.addAll(asked.issues());
        List<NumberAnswer> results =
                numbers.answer(rulebook, asked.numbers(), i -> "/numbers/" + i, asked.asOf(), issues);
        RefusedException.ifAny(issues);
        PreviewAnswer preview = asked.preview()
                ? PreviewAnswer.of(NumberPreview.of(
                        serving.placement(),
                        results.stream().map(NumberAnswer::number).toList(),
                        asked.asOf()))
                : null;
        return new Answers(
                asked.asOf().toString(), results.stream().map(HtsAnswer::of).toList(), preview);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
