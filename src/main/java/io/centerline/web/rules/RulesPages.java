package io.centerline.web.rules;

import io.centerline.activation.ActiveRulebook;
import io.centerline.api.Html;
import io.centerline.api.Query;
import io.centerline.application.TariffMap;
import io.centerline.facts.Issue;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.language.Stage;
import io.centerline.tariff.Center;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tariff as a map, and the rules that a search finds. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
public final class RulesPages {
    private final TariffMap map;
    private final ActiveRulebook active;
    private final Clock clock;
    private final MapDrawing drawing = new MapDrawing();

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
     * @param dated what a link to a heading ends with, so that it keeps the day that was asked for
     * @param filter which rules are listed
     * @param map the map as drawn
     * @param changed the headings that differ between the two days
     * @param rules the rules that the filter leaves
     * @param all every rule; none where only the map is redrawn
     * @param centers for the legend
     * @param stages to choose from
     * @param typed what was typed for the days
     * @param issues what is wrong with it
     */
    record RulesPage(
            String rulebook,
            LocalDate asOf,
            @Nullable LocalDate since,
            String dated,
            RuleFilter filter,
            String map,
            List<MapCell> changed,
            List<Rule> rules,
            List<Rule> all,
            List<Center> centers,
            List<Stage> stages,
            Map<String, String> typed,
            List<Issue> issues)
            implements TemplateInstance {}

    /** The map of the day {@code asOf}, what changed since the day {@code since}, and the rules that {@code q} finds. */
    @GET
    @Blocking
    public Response page(@Context HttpServerRequest request) {
        Rulebook rulebook = active.latest().rulebook();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Query query = Query.ofForm(request.query());
        RuleFilter filter = RuleFilter.of(query);
        Map<String, String> typed = Map.of(
                "asOf", Objects.requireNonNullElse(query.raw("asOf"), today.toString()),
                "since", Objects.requireNonNullElse(query.raw("since"), ""));
        MapDays days = MapDays.of(query, rulebook, today);
        List<Rule> rules = filter.rules(rulebook);
        MapCell.Look look = days.look(map, rulebook, searched(filter, rules));
        List<Issue> issues = query.issues();
        String dated = query.raw("asOf") != null && issues.isEmpty() ? "?asOf=" + days.asOf() : "";
        return Html.answer(
                issues.isEmpty() ? 200 : 422,
                new RulesPage(
                        rulebook.hash(),
                        days.asOf(),
                        days.since(),
                        dated,
                        filter,
                        drawing.of(map.on(rulebook, days.asOf()), look, dated),
                        days.changed(map, rulebook, look),
                        rules,
                        "shown".equals(request.getHeader("HX-Target")) ? List.of() : RuleFilter.ALL.rules(rulebook),
                        List.of(Center.values()),
                        List.of(Stage.values()),
                        typed,
                        issues));
    }

    private static @Nullable Set<RuleId> searched(RuleFilter filter, List<Rule> rules) {
        return filter.asked().isEmpty() && filter.stage() == null
                ? null
                : rules.stream().map(Rule::id).collect(Collectors.toSet());
    }
}
