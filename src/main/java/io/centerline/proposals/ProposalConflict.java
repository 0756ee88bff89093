package io.centerline.proposals;

/** What is asked for does not fit how a proposal stands. */
public final class ProposalConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why, and what to do. */
    public ProposalConflict(String message) {
        super(message, null, false, false);
    }
}
