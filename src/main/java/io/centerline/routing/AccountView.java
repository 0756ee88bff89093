package io.centerline.routing;

import io.centerline.facts.RoutingFacts;
import io.centerline.placement.Decision;
import io.centerline.placement.Outcome;
import io.centerline.placement.Placement;
import io.centerline.rulebook.Firing;
import io.centerline.rulebook.vocabulary.AccountStatus;
import io.centerline.rulebook.vocabulary.Matter;
import io.centerline.rulebook.vocabulary.OnFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the placement rules say of an account when no goods are looked at.
 *
 * @param decision the decision on the account alone
 * @param firings what fired for it
 */
record AccountView(Decision decision, List<Firing> firings) {

    static AccountView of(Placement.Examined examined) {
        return new AccountView(examined.decision(), examined.firings());
    }

    AccountStatus status() {
        Outcome outcome = decision.outcome();
        if (outcome instanceof Outcome.Placed) {
            return AccountStatus.PLACED;
        }
        if (outcome instanceof Outcome.NotPlaced) {
            return AccountStatus.NOT_ELIGIBLE;
        }
        return outcome.basis() == null ? AccountStatus.PENDING : AccountStatus.CONFLICT;
    }

    /** Whether the entry's own goods have to say where it goes. */
    boolean leavesItToTheEntry() {
        return status() == AccountStatus.PENDING || status() == AccountStatus.NOT_ELIGIBLE;
    }

    @Nullable
    OnFile onFile() {
        return decision.outcome() instanceof Outcome.Placed placed ? new OnFile(placed.center(), placed.basis()) : null;
    }

    Matter matter(RoutingFacts facts) {
        return new Matter(facts.activity(), facts.importer().kind(), status());
    }
}
