package io.centerline.proposals;

/** What a person says of a proposal. */
public enum ReviewVerdict {
    /** The rulebook may serve. */
    APPROVED,
    /** It may not as it is; the comments say why. */
    RETURNED,
    /** It is not to serve any more. */
    WITHDRAWN
}
