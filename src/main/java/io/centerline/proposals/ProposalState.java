package io.centerline.proposals;

/** How a proposal stands. */
public enum ProposalState {
    /** Nobody has reviewed it. */
    OPEN,
    /** It may be activated. */
    APPROVED,
    /** A reviewer wants it changed. */
    RETURNED,
    /** It was taken back. */
    WITHDRAWN,
    /** An activation quotes it. */
    ACTIVATED,
    /** Another rulebook is active than the one it was compared with. */
    OVERTAKEN
}
