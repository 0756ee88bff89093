package io.centerline.routing;

import io.centerline.facts.Issue;
import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Outcome;
import io.centerline.placement.ReviewNote;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Basis;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.tariff.Center;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one activity goes, a function of its facts and a rulebook and of nothing else.
 *
 * @param facts what it rests on
 * @param office who handles the activity
 * @param destination the Center's part: the Center and the basis, or pending; null when the port alone handles it
 * @param reviews reasons for a person to look, each code once, in declared order
 * @param explanation why
 * @param warnings what intake noted about the input
 * @param rules every rule that fired, in order
 * @param rulebook hash of the rulebook
 */
public record Routing(
        RoutingFacts facts,
        Office office,
        @Nullable Outcome destination,
        List<ReviewNote> reviews,
        RoutingExplanation explanation,
        List<Issue> warnings,
        List<RuleId> rules,
        String rulebook) {

    public Routing {
        reviews = List.copyOf(reviews);
        warnings = List.copyOf(warnings);
        rules = List.copyOf(rules);
    }

    /** {@code ROUTED}, or {@code PENDING} while no Center is certain. */
    public String status() {
        return destination instanceof Outcome.Pending ? "PENDING" : "ROUTED";
    }

    /** The code of the Center, {@code PNDING}, or {@code PORT} when the port alone handles it. */
    public String code() {
        return destination == null ? Office.PORT.name() : destination.code();
    }

    /** The port whose director takes part; null when none does or the facts name none. */
    public @Nullable String port() {
        String port = facts.entry().port();
        return office == Office.CENTER || port.isEmpty() ? null : port;
    }

    /** The ground on which the Center was found; null for a port and while a case is pending without one. */
    public @Nullable Basis basis() {
        return destination == null ? null : destination.basis();
    }

    /** The Center; null when the port alone handles the activity and while no Center is certain. */
    public @Nullable Center center() {
        return destination instanceof Outcome.Placed placed ? placed.center() : null;
    }
}
