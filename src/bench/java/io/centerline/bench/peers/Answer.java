package io.centerline.bench.peers;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a peer makes of an importer.
 *
 * @param center the Center with the most lines; null when two have as many, and without lines
 * @param counts lines by Center, those without a line left out
 */
public record Answer(@Nullable String center, Map<String, Long> counts) {
    public Answer {
        counts = Map.copyOf(counts);
    }

    /** The Center with the most lines of these counts. */
    static Answer of(Map<String, Long> counts) {
        String center = null;
        long most = 0;
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            if (entry.getValue() == most) {
                center = null;
            } else if (entry.getValue() > most) {
                most = entry.getValue();
                center = entry.getKey();
            }
        }
        return new Answer(center, counts);
    }

    /** The same of the Center of each line. */
    static Answer ofCenters(Collection<String> centers) {
        SortedMap<String, Long> counts = new TreeMap<>();
        centers.forEach(center -> counts.merge(center, 1L, Long::sum));
        return of(counts);
    }
}
