package io.centerline.facts;

/** What the canonical form of facts shows of the importer. */
public enum Masking {
    /** Everything, social security numbers too; for the stored facts alone. */
    NONE,
    /** A social security number keeps its last four digits; for everything that leaves the program. */
    SOCIAL_SECURITY,
    /**
     * The number as under {@link #SOCIAL_SECURITY} and no name; for the published hash, which could otherwise be used to
     * try out a person's number until it fits.
     */
    HASH
}
