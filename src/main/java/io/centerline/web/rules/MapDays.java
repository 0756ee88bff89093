package io.centerline.web.rules;

import io.centerline.api.Query;
import io.centerline.application.TariffMap;
import io.centerline.facts.IssueCode;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.language.RuleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day that a map shows, and the other day that it is compared with.
 *
 * @param asOf the day shown
 * @param since the other day, the earlier one; null without one
 */
record MapDays(LocalDate asOf, @Nullable LocalDate since) {

    /** The days {@code asOf} and {@code since} of a form; {@code today} when the first is left out. */
    static MapDays of(Query query, Rulebook rulebook, LocalDate today) {
        LocalDate asOf = query.day("asOf", today, rulebook.firstCoveredDay());
        LocalDate since = query.raw("since") == null
                ? null
                : query.day("since", rulebook.firstCoveredDay(), rulebook.firstCoveredDay());
        if (since != null && since.isAfter(asOf)) {
            query.issue(
                    IssueCode.INTERVAL_REVERSED,
                    "since",
                    "`since` `" + since + "` lies behind `asOf` `" + asOf + "`",
                    "exchange the two days");
        }
        return new MapDays(asOf, since);
    }

    /** How the map of {@link #asOf} is looked at. */
    MapCell.Look look(TariffMap map, Rulebook rulebook, @Nullable Set<RuleId> searched) {
        return new MapCell.Look(
                since == null
                        ? null
                        : headings(map.on(rulebook, since))
                                .collect(Collectors.toMap(TariffMap.Heading::heading, Function.identity())),
                searched);
    }

    /** The headings that differ between the two days; none without the other day. */
    List<MapCell> changed(TariffMap map, Rulebook rulebook, MapCell.Look look) {
        return since == null
                ? List.of()
                : headings(map.on(rulebook, asOf))
                        .map(heading -> MapCell.of(heading, look))
                        .filter(MapCell::changed)
                        .toList();
    }

    private static Stream<TariffMap.Heading> headings(List<TariffMap.Part> parts) {
        return parts.stream().flatMap(part -> part.chapters().stream()).flatMap(chapter -> chapter.headings().stream());
    }
}
