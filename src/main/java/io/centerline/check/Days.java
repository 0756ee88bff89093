package io.centerline.check;

import io.centerline.rulebook.language.InForce;
import io.centerline.text.Series;
import java.util.ArrayList;
import java.util.List;

/** Intervals of days in words. */
final class Days {
    private Days() {}

    /** Several intervals; those that follow each other day by day as one. */
    static String text(List<InForce> sorted) {
        return Series.of(joined(sorted).stream().map(InForce::words).toList());
    }

    private static List<InForce> joined(List<InForce> sorted) {
        List<InForce> joined = new ArrayList<>();
        for (InForce days : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).until().plusDays(1).equals(days.from())) {
                joined.set(last, new InForce(joined.get(last).from(), days.until()));
            } else {
                joined.add(days);
            }
        }
        return joined;
    }
}
