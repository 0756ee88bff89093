package io.centerline.web.rules;

import io.centerline.application.TariffMap;
import io.centerline.tariff.Section;
import io.quarkus.qute.TemplateInstance;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Draws maps as HTML, and keeps the last few of those in which nothing is searched for or compared. Thread-safe. */
final class MapDrawing {
    private static final int KEPT = 16;

    /** Stands in a kept map for what its links end with. */
    private static final String DATED = "@dated@";

    private final Map<List<TariffMap.Part>, String> kept = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * The map.
     *
     * @param sections its sections
     * @param dated what a link to a heading ends with
     */
    record MapView(List<MapSection> sections, String dated) implements TemplateInstance {}

    /** A section of the map. */
    record MapSection(Section section, List<MapChapter> chapters) {}

    /** A chapter of the map. */
    record MapChapter(String chapter, List<MapCell> cells) {}

    /**
     * HTML of a map.
     *
     * @param parts the map, the same object where it is the same map
     * @param dated what a link to a heading ends with
     */
    String of(List<TariffMap.Part> parts, MapCell.Look look, String dated) {
        if (look.since() != null || look.searched() != null) {
            return new MapView(sections(parts, look), dated).render();
        }
        String drawn = kept.get(parts);
        if (drawn == null) {
            drawn = new MapView(sections(parts, look), DATED).render();
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(parts, drawn);
        }
        return drawn.replace(DATED, dated);
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
