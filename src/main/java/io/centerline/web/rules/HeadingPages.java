package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.FailureKind;
import io.centerline.application.LevelAnswer;
import io.centerline.application.NumberLookup;
import io.centerline.application.RefusedException;
import io.centerline.application.TariffMap;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.claims.HtsInterval;
import io.centerline.rulebook.evidence.Piece;
import io.centerline.tariff.Center;
import io.centerline.tariff.HtsLevel;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chapter, heading or subheading: which Centers have it, under which rules, and what sources say. */
@Path("/rules/headings")
@Produces(MediaType.TEXT_HTML)
public final class HeadingPages {
    private static final int CHAPTER = 2;
    private static final int HEADING = 4;

    private final NumberLookup lookup;
    private final TariffMap map;
    private final ActiveRulebook active;
    private final Clock clock;

    HeadingPages(NumberLookup lookup, TariffMap map, ActiveRulebook active, Clock clock) {
        this.lookup = lookup;
        this.map = map;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param answer which Centers have it
     * @param agreeing what sources say for them, the strongest first
     * @param against what sources say for other Centers
     * @param above the chapter and heading that it is a part of
     * @param headings its headings; none unless it is a chapter
     * @param numbers its ten-digit numbers; none for a chapter
     * @param issues what is wrong with the day asked for
     */
    record HeadingPage(
            LevelAnswer answer,
            List<Piece> agreeing,
            List<Piece> against,
            List<HtsLevel> above,
            List<TariffMap.Heading> headings,
            List<TariffMap.Numbered> numbers,
            List<Issue> issues)
            implements TemplateInstance {}

    /** The page of 2, 4 or 6 digits, on the day {@code asOf} of the query or today (UTC). */
    @GET
    @Path("{digits}")
    @Blocking
    public Response page(@PathParam("digits") String digits, @Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        Query query = new Query(request.query());
        LocalDate day =
                query.day("asOf", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), rulebook.firstCoveredDay());
        HtsLevel level = HtsLevel.find(digits)
                .orElseThrow(() -> new RefusedException(
                        FailureKind.NOT_FOUND, "a chapter has 2 digits, a heading 4 and a subheading 6"));
        LevelAnswer answer = lookup.level(rulebook, level, day);
        Set<Center> centers =
                answer.centers().stream().map(LevelAnswer.Holding::center).collect(Collectors.toSet());
        long prefix = Long.parseLong(level.digits());
        List<Piece> pieces =
                rulebook.evidence().on(HtsInterval.of(level.digits().length(), prefix, prefix), day);
        List<Issue> issues = query.issues();
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new HeadingPage(
                        answer,
                        pieces.stream()
                                .filter(piece -> centers.contains(piece.center()))
                                .toList(),
                        pieces.stream()
                                .filter(piece -> !centers.contains(piece.center()))
                                .toList(),
                        above(level),
                        level.kind() == HtsLevel.Kind.CHAPTER ? headings(rulebook, level, day) : List.of(),
                        level.kind() == HtsLevel.Kind.CHAPTER ? List.of() : map.numbers(rulebook, level.digits(), day),
                        issues));
    }

    private static List<HtsLevel> above(HtsLevel level) {
        return IntStream.of(CHAPTER, HEADING)
                .filter(length -> length < level.digits().length())
                .mapToObj(length -> new HtsLevel(level.digits().substring(0, length)))
                .toList();
    }

    private List<TariffMap.Heading> headings(Rulebook rulebook, HtsLevel chapter, LocalDate day) {
        return map.on(rulebook, day).stream()
                .flatMap(part -> part.chapters().stream())
                .filter(each -> each.chapter().equals(chapter.digits()))
                .flatMap(each -> each.headings().stream())
                .toList();
    }
}
