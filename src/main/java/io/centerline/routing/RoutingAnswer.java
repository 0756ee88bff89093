package io.centerline.routing;

import io.centerline.facts.Issue;
import java.util.List;

/** What the rules make of an activity: where it goes, or what the facts lack to say so. */
public sealed interface RoutingAnswer {

    /** It goes somewhere, or waits for a person. */
    record Routed(Routing routing) implements RoutingAnswer {}

    /**
     * The facts do not suffice.
     *
     * @param issues at least one
     */
    record Refused(List<Issue> issues) implements RoutingAnswer {
        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
