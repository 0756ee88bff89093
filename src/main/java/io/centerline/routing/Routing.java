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
 * @param destination the Center's part: the Center and the basis, or pending; null when no Center takes part
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

    /** The code of the Center, {@code PNDING}, or the name of the office when no Center takes part. */
    public String code() {
        return destination == null ? office.name() : destination.code();
    }

    /** The port whose director takes part; null when none does or the facts name none. */
    public @Nullable String port() {
        String port = facts.entry().port();
        return office.hasPort() && !port.isEmpty() ? port : null;
    }

    /** The ground on which the Center was found; null without a Center and while a case is pending without one. */
    public @Nullable Basis basis() {
        return destination == null ? null : destination.basis();
    }

    /** The Center; null when none takes part and while no Center is certain. */
    public @Nullable Center center() {
        return destination instanceof Outcome.Placed placed ? placed.center() : null;
    }
}
