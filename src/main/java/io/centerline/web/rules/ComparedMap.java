package io.centerline.web.rules;

import io.centerline.application.TariffMap;
import io.centerline.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map of a day under one rulebook, with what another has otherwise in color.
 *
 * @param html the map as drawn
 * @param changed how many headings differ
 */
public record ComparedMap(String html, int changed) {

    /** Draws it. */
    public static ComparedMap of(TariffMap map, Rulebook before, Rulebook after, LocalDate day) {
        MapCell.Look look = new MapCell.Look(
                headings(map.on(before, day))
                        .collect(Collectors.toMap(TariffMap.Heading::heading, Function.identity())),
                null);
        List<TariffMap.Part> parts = map.on(after, day);
        int changed = (int) headings(parts)
                .map(heading -> MapCell.of(heading, look))
                .filter(MapCell::changed)
                .count();
        return new ComparedMap(new MapDrawing().of(parts, look, "?asOf=" + day), changed);
    }

    private static Stream<TariffMap.Heading> headings(List<TariffMap.Part> parts) {
        return parts.stream().flatMap(part -> part.chapters().stream()).flatMap(chapter -> chapter.headings().stream());
    }
}
