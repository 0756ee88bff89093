package io.centerline.routing;

import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.Explanation.Detail;
import io.centerline.placement.Explanation.Missed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an activity goes where it goes; as of a placement, but that one entry is counted and not a window of days.
 *
 * @param summary one sentence
 * @param tallies the Centers with votes among the entry's lines, most first; empty when the lines were not looked at
 * @param notCounted the lines that did not vote, one record a reason; empty when the lines were not looked at
 * @param detail the long form; null when only a summary was asked for
 */
public record RoutingExplanation(
        String summary,
        List<CenterTally> tallies,
        List<Missed> notCounted,
        @Nullable Detail detail) {

    public RoutingExplanation {
        tallies = List.copyOf(tallies);
        notCounted = List.copyOf(notCounted);
    }
}
