package io.centerline.proposals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with all that was said of it.
 *
 * @param proposal what is proposed
 * @param reviews what was said, in order
 * @param activation number of the first activation that quotes it; null when none does
 */
public record ProposalFile(
        RuleProposal proposal,
        List<ProposalReview> reviews,
        @Nullable Long activation) {

    public ProposalFile {
        reviews = List.copyOf(reviews);
    }

    /** Which version it is: 1 when it is new, and one more with each review. */
    public long version() {
        return 1L + reviews.size();
    }

    /** What was said last; null when nothing was. */
    public @Nullable ProposalReview last() {
        return reviews.isEmpty() ? null : reviews.get(reviews.size() - 1);
    }

    /**
     * How it stands.
     *
     * @param active hash of the rulebook that is active
     */
    public ProposalState state(String active) {
        ProposalReview last = last();
        ReviewVerdict verdict = last == null ? null : last.said().verdict();
        if (activation != null) {
            return ProposalState.ACTIVATED;
        }
        if (verdict == ReviewVerdict.WITHDRAWN) {
            return ProposalState.WITHDRAWN;
        }
        if (verdict == ReviewVerdict.RETURNED) {
            return ProposalState.RETURNED;
        }
        if (!proposal.base().equals(active)) {
            return ProposalState.OVERTAKEN;
        }
        return verdict == ReviewVerdict.APPROVED ? ProposalState.APPROVED : ProposalState.OPEN;
    }

    /**
     * Passes when the proposal lets a rulebook serve.
     *
     * @param rulebook hash of the rulebook that is to serve
     * @param active hash of the rulebook that is active
     * @throws ApprovalNeeded when it is about another rulebook, or is not approved
     */
    public void holdApproved(String rulebook, String active) {
        if (!proposal.rulebook().equals(rulebook)) {
            throw new ApprovalNeeded(
                    "proposal " + proposal.number() + " is about another rulebook, `" + proposal.rulebook() + "`",
                    "quote the proposal of this rulebook; `GET /v1/proposals` lists them");
        }
        ProposalState state = state(active);
        if (state != ProposalState.APPROVED) {
            throw new ApprovalNeeded("proposal " + proposal.number() + " is " + state, help(state, active));
        }
    }

    private String help(ProposalState state, String active) {
        return switch (state) {
            case OPEN, APPROVED -> "let it be reviewed with `POST /v1/proposals/" + proposal.number() + "/reviews`";
            case OVERTAKEN -> overtaken(active);
            case RETURNED -> "mend what its reviewer says, and propose again";
            case WITHDRAWN, ACTIVATED -> "propose the rulebook again with `POST /v1/proposals`";
        };
    }

    /** What to do when another rulebook became active meanwhile. */
    public String overtaken(String active) {
        return "it was compared with `" + proposal.base() + "`, and `" + active
                + "` is active now; carry its changes over to what is active, and propose that";
    }
}
