package io.centerline.application;

import io.centerline.activation.ActivationRequest;
import io.centerline.activation.Activator;
import io.centerline.activation.ActiveChanged;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets a stored rulebook serve on every replica, unless it would move more importers than it may or changes answers for past
 * days.
 */
@Singleton
public final class RulebookActivation {
    private static final Issue UNNEEDED = new Issue(
            IssueCode.CORRECTION_UNNEEDED,
            "/correction",
            "no answer for a past day changes, so nothing was corrected and `correction` is not kept",
            "say in `reason` why the rulebook serves");

    private final RulebookHistory history;
    private final ActivationLimit limit;
    private final Activator activator;

    RulebookActivation(RulebookHistory history, ActivationLimit limit, Activator activator) {
        this.history = history;
        this.limit = limit;
        this.activator = activator;
    }

    /**
     * Activates. When this returns, no replica decides under an earlier rulebook. What is active already stays as it is.
     * A correction is kept only where answers for past days change; else a warning says that none was needed.
     *
     * @throws io.centerline.activation.PastChanged when answers for past days change and nobody says why
     * @throws io.centerline.activation.ImpactNeeded when the change needs an impact report, the one quoted is about
     *     something else, or it could not ask enough and nobody says why that does not matter
     * @throws io.centerline.activation.UnknownRulebook when no such rulebook is stored
     * @throws io.centerline.activation.ActiveChanged when another rulebook is active than the one expected
     */
    public ActivatedRulebook activate(AskedActivation request) {
        RulebookHistory.Permission past = history.hold(request);
        ActivationLimit.Permission permission = limit.hold(request);
        if (!permission.compared().equals(past.compared())) {
            throw new ActiveChanged(past.compared(), permission.compared());
        }
        // What it was compared with must still be active when it begins to serve.
        Activator.Activated done = activator.activate(new ActivationRequest(
                request.rulebook(),
                request.author(),
                request.reason(),
                permission.compared(),
                permission.impact(),
                past.corrects() ? request.correction() : null));
        boolean needless = request.correction() != null
                && !past.corrects()
                && !request.rulebook().equals(past.compared());
        return new ActivatedRulebook(done, needless ? List.of(UNNEEDED) : List.of());
    }
}
