package io.centerline.proposals;

/** Something else was said of a proposal than the reviewer had seen. */
public final class ProposalStale extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProposalFile current;

    /** With what is on file. */
    public ProposalStale(ProposalFile current) {
        super(
                "proposal " + current.proposal().number() + " is at version " + current.version()
                        + ", not what the review expects",
                null,
                false,
                false);
        this.current = current;
    }

    /** What is on file. */
    public ProposalFile current() {
        return current;
    }
}
