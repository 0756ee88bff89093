package io.centerline.routing;

import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Outcome;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.vocabulary.Office;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence that says where an activity goes and why.
 *
 * @param handling the rule that says who handles it
 * @param proposals the rules that name the Center
 * @param pending why no Center is certain
 */
record RoutingSummary(
        RoutingFacts facts,
        Office office,
        @Nullable Outcome destination,
        Firing handling,
        List<Firing> proposals,
        String pending) {

    String sentence() {
        if (destination instanceof Outcome.Placed placed) {
            String both = office == Office.BOTH ? " and to the " + director() : "";
            String why = proposals.stream().map(Firing::sentence).distinct().collect(Collectors.joining("; "));
            return "Goes to " + placed.center().title() + both + ": " + handling.sentence() + "; " + why;
        }
        if (destination == null) {
            return "Goes to " + elsewhere() + ": " + handling.sentence();
        }
        return (office == Office.BOTH
                        ? "Goes to the " + director() + ", and a person has to say to which Center: "
                        : "Waits for a person to say to which Center: ")
                + handling.sentence() + "; " + pending;
    }

    private String elsewhere() {
        return switch (office) {
            case CENTER, PORT, BOTH -> "the " + director();
            case DRAWBACK_OFFICE -> "the drawback office to which the claim was sent";
            case REVENUE_DIVISION -> "the Revenue Division";
            case HEADQUARTERS -> "CBP headquarters";
        };
    }

    private String director() {
        String port = facts.entry().port();
        return port.isEmpty() ? "port director" : "director of port " + port;
    }
}
