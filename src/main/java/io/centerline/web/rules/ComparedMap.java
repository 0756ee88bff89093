package io.centerline.web.rules;

import io.centerline.application.TariffMap;
import io.centerline.rulebook.Rulebook;
import io.centerline.web.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The map of a day under one rulebook, with what another has otherwise in color.
 *
 * @param html the map as drawn
 * @param moved how many headings have numbers that change their Center
 * @param ruled how many others differ in rule or standing alone
 */
public record ComparedMap(String html, int moved, int ruled) {

    /** Draws it. */
    public static ComparedMap of(TariffMap map, Rulebook before, Rulebook after, LocalDate day) {
        MapCell.Look look = new MapCell.Look(
                headings(map.on(before, day))
                        .collect(Collectors.toMap(TariffMap.Heading::heading, Function.identity())),
                null);
        List<TariffMap.Part> parts = map.on(after, day);
        List<MapCell> changed = headings(parts)
                .map(heading -> MapCell.of(heading, look))
                .filter(MapCell::changed)
                .toList();
        int moved = (int) changed.stream().filter(MapCell::moved).count();
        return new ComparedMap(new MapDrawing().of(parts, look, "?asOf=" + day), moved, changed.size() - moved);
    }

    /** What differs, in words. */
    public String words() {
        String centers =
                moved == 1 ? "1 heading changes its Center" : Formats.grouped(moved) + " headings change their Center";
        String rules = Formats.grouped(ruled) + (ruled == 1 ? " only its rule" : " only their rule");
        if (moved > 0) {
            return ruled > 0 ? centers + ", " + rules : centers;
        }
        return switch (ruled) {
            case 0 -> "no heading differs";
            case 1 -> "1 heading changes only its rule";
            default -> Formats.grouped(ruled) + " headings change only their rule";
        };
    }

    private static Stream<TariffMap.Heading> headings(List<TariffMap.Part> parts) {
        return parts.stream().flatMap(part -> part.chapters().stream()).flatMap(chapter -> chapter.headings().stream());
    }
}
