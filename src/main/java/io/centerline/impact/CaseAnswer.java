package io.centerline.impact;

import io.centerline.placement.Decision;
import io.centerline.placement.Explanation.CenterTally;
import io.centerline.placement.ReviewNote;
import io.centerline.routing.Routing;
import io.centerline.routing.RoutingAnswer;
import io.centerline.rulebook.language.RuleId;
import io.centerline.rulebook.vocabulary.Office;
import io.centerline.rulebook.vocabulary.ReviewCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one rulebook answers to a case, as far as a person acts on it.
 *
 * @param code where the case belongs: code of the Center, {@code PNDING}, {@code NOTELG}, the office for a routing
 *     without a Center, {@code PORT+} and a code for one to both, and {@code REFUSED} when nobody handles the activity
 * @param reviews the reviews it raises
 * @param tallies the votes counted
 * @param rules the rules that fired
 */
record CaseAnswer(String code, Set<ReviewCode> reviews, List<CenterTally> tallies, List<RuleId> rules) {
    private static final String REFUSED = "REFUSED";

    static CaseAnswer of(Decision decision) {
        return new CaseAnswer(
                decision.outcome().code(),
                codes(decision.reviews()),
                decision.explanation().tallies(),
                decision.rules());
    }

    static CaseAnswer of(RoutingAnswer answer) {
        if (answer instanceof RoutingAnswer.Refused) {
            return new CaseAnswer(REFUSED, Set.of(), List.of(), List.of());
        }
        Routing routing = ((RoutingAnswer.Routed) answer).routing();
        String both = routing.office() == Office.BOTH ? Office.PORT.name() + "+" : "";
        return new CaseAnswer(
                both + routing.code(),
                codes(routing.reviews()),
                routing.explanation().tallies(),
                routing.rules());
    }

    private static Set<ReviewCode> codes(List<ReviewNote> reviews) {
        Set<ReviewCode> codes = new TreeSet<>();
        reviews.forEach(review -> codes.add(review.code()));
        return codes;
    }
}
