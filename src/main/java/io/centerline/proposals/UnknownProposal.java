package io.centerline.proposals;

/** No proposal has the number. */
public final class UnknownProposal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the number. */
    public UnknownProposal(long number) {
        super("no proposal has the number " + number, null, false, false);
    }
}
