package io.centerline.application;

import io.centerline.activation.ActivationRequest;
import io.centerline.activation.Activations;
import io.centerline.activation.Activator;
import io.centerline.activation.ActiveChanged;
import io.centerline.activation.ImpactNeeded;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import io.centerline.impact.runs.ImpactRun;
import io.centerline.impact.runs.ImpactRuns;
import io.centerline.proposals.ProposalFile;
import io.centerline.proposals.ProposalRequest;
import io.centerline.proposals.ProposalStore;
import io.centerline.proposals.UnknownProposal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a stored rulebook serve on every replica, unless it would move more importers than it may or changes answers for past
 * days, or needs an approved proposal. What an approved proposal says counts for the activation that quotes it.
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
    private final Activations activations;
    private final ProposalStore proposals;
    private final ProposalPolicy policy;
    private final ImpactRuns runs;

    RulebookActivation(
            RulebookHistory history,
            ActivationLimit limit,
            Activator activator,
            Activations activations,
            ProposalStore proposals,
            ProposalPolicy policy,
            ImpactRuns runs) {
        this.history = history;
        this.limit = limit;
        this.activator = activator;
        this.activations = activations;
        this.proposals = proposals;
        this.policy = policy;
        this.runs = runs;
    }

    /**
     * Activates. When this returns, no replica decides under an earlier rulebook. What is active already stays as it is.
     * A correction is kept only where answers for past days change; else a warning says that none was needed.
     *
     * @throws io.centerline.proposals.ApprovalNeeded when the activation needs an approved proposal, or the one it quotes does
     *     not speak for the rulebook
     * @throws UnknownProposal when the proposal quoted does not exist
     * @throws io.centerline.activation.PastChanged when answers for past days change and nobody says why
     * @throws io.centerline.activation.ImpactNeeded when the change needs an impact report, the one quoted is about
     *     something else, or it could not ask enough and nobody says why that does not matter
     * @throws io.centerline.activation.UnknownRulebook when no such rulebook is stored
     * @throws io.centerline.activation.ActiveChanged when another rulebook is active than the one expected
     */
    public ActivatedRulebook activate(AskedActivation asked) {
        AskedActivation request = approved(asked);
        RulebookHistory.Permission past = history.hold(request);
        ActivationLimit.Permission permission = permission(request, asked.impact() == null);
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
                past.corrects() ? request.correction() : null,
                request.proposal()));
        boolean needless = asked.correction() != null
                && !past.corrects()
                && !request.rulebook().equals(past.compared());
        return new ActivatedRulebook(done, needless ? List.of(UNNEEDED) : List.of());
    }

    /** The report that a proposal brings along counts where one is needed. A change that needs none does not fail by it. */
    private ActivationLimit.Permission permission(AskedActivation request, boolean brought) {
        try {
            return limit.hold(request);
        } catch (ImpactNeeded needed) {
            if (!brought || request.impact() == null) {
                throw needed;
            }
            try {
                return limit.hold(request.withoutImpact());
            } catch (ImpactNeeded either) {
                throw needed;
            }
        }
    }

    /** What is asked, with the report and the correction of the proposal it quotes where it names none. */
    private AskedActivation approved(AskedActivation asked) {
        String active = activations.active().orElseThrow().rulebook();
        Long quoted = asked.proposal();
        if (quoted == null) {
            if (!asked.rulebook().equals(active)) {
                policy.holdUnproposed(asked.rulebook(), activations);
            }
            return asked;
        }
        ProposalFile file = proposals.find(quoted).orElseThrow(() -> new UnknownProposal(quoted));
        if (!asked.rulebook().equals(active)) {
            file.holdApproved(asked.rulebook(), active);
            policy.holdApprover(file);
        }
        ProposalRequest proposed = file.proposal().asked();
        return new AskedActivation(
                asked.rulebook(),
                asked.author(),
                asked.reason(),
                asked.expectedActive(),
                asked.impact() == null ? finished(proposed.impact()) : asked.impact(),
                asked.undecidedReason(),
                asked.correction() == null ? proposed.correction() : asked.correction(),
                quoted);
    }

    /** A report that has an answer; one that is not done cannot be quoted. */
    private @Nullable UUID finished(@Nullable UUID report) {
        return report == null
                ? null
                : runs.find(report)
                        .filter(run -> run.state() == ImpactRun.State.DONE)
                        .map(ImpactRun::id)
                        .orElse(null);
    }
}
