package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.RuleSearch;
import io.centerline.application.TariffMap;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.tariff.Center;
import io.centerline.tariff.Section;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tariff as a map, and the rules that a search finds. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
public final class RulesPages {
    private final TariffMap map;
    private final ActiveRulebook active;
    private final Clock clock;

    RulesPages(TariffMap map, ActiveRulebook active, Clock clock) {
        this.map = map;
        this.active = active;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param rulebook hash of the rulebook that serves
     * @param asOf the day shown
     * @param since the other day; null without one
     * @param asked what is searched for; empty without a search
     * @param sections the map
     * @param changed the headings that differ between the two days
     * @param rules the rules found; all of them without a search
     * @param centers for the legend
     * @param typed what was typed for the days
     * @param issues what is wrong with it
     */
    record RulesPage(
            String rulebook,
            LocalDate asOf,
            @Nullable LocalDate since,
            String asked,
            List<MapSection> sections,
            List<MapCell> changed,
            List<Rule> rules,
            List<Center> centers,
            Map<String, String> typed,
            List<Issue> issues)
            implements TemplateInstance {}

    /** A section of the map. */
    record MapSection(Section section, List<MapChapter> chapters) {}

    /** A chapter of the map. */
    record MapChapter(String chapter, List<MapCell> cells) {}

    /** The map of the day {@code asOf}, what changed since the day {@code since}, and the rules that {@code q} finds. */
    @GET
    @Blocking
    public Response page(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Query query = new Query(blanksLeftOut(request.query()));
        String asked = Objects.requireNonNullElse(query.raw("q"), "").strip();
        Map<String, String> typed = Map.of(
                "asOf", Objects.requireNonNullElse(query.raw("asOf"), today.toString()),
                "since", Objects.requireNonNullElse(query.raw("since"), ""));
        LocalDate asOf = query.day("asOf", today, rulebook.firstCoveredDay());
        LocalDate since = query.raw("since") == null
                ? null
                : query.day("since", rulebook.firstCoveredDay(), rulebook.firstCoveredDay());
        List<Rule> rules = asked.isEmpty()
                ? rulebook.rules().stream()
                        .sorted(Comparator.comparing(Rule::stage).thenComparing(Rule::id))
                        .toList()
                : RuleSearch.find(rulebook, asked);
        List<MapSection> sections = sections(
                map.on(rulebook, asOf),
                new MapCell.Look(since == null ? null : headings(map.on(rulebook, since)), searched(asked, rules)));
        List<Issue> issues = query.issues();
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new RulesPage(
                        rulebook.hash(),
                        asOf,
                        since,
                        asked,
                        sections,
                        sections.stream()
                                .flatMap(section -> section.chapters().stream())
                                .flatMap(chapter -> chapter.cells().stream())
                                .filter(MapCell::changed)
                                .toList(),
                        rules,
                        List.of(Center.values()),
                        typed,
                        issues));
    }

    /** A form sends its empty fields too. */
    private static @Nullable String blanksLeftOut(@Nullable String query) {
        return query == null ? null : query.replaceAll("(^|&)[A-Za-z]+=(?=&|$)", "");
    }

    private static @Nullable Set<RuleId> searched(String asked, List<Rule> rules) {
        return asked.isEmpty() ? null : rules.stream().map(Rule::id).collect(Collectors.toSet());
    }

    private static Map<String, TariffMap.Heading> headings(List<TariffMap.Part> parts) {
        return parts.stream()
                .flatMap(part -> part.chapters().stream())
                .flatMap(chapter -> chapter.headings().stream())
                .collect(Collectors.toMap(TariffMap.Heading::heading, Function.identity()));
    }

    private static List<MapSection> sections(List<TariffMap.Part> parts, MapCell.Look look) {
        return parts.stream()
                .map(part -> new MapSection(
                        part.section(),
                        part.chapters().stream()
                                .map(chapter -> new MapChapter(
                                        chapter.chapter(),
                                        chapter.headings().stream()
                                                .map(heading -> MapCell.of(heading, look))
                                                .toList()))
                                .toList()))
                .toList();
    }
}
