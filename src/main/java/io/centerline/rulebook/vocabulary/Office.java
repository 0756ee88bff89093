package io.centerline.rulebook.vocabulary;

/** Who handles an activity. */
public enum Office {
    /** The director of a Center. */
    CENTER,
    /** The director of the port. */
    PORT,
    /** Both of them. */
    BOTH,
    /** The drawback office to which the claim was sent. */
    DRAWBACK_OFFICE,
    /** The Revenue Division. */
    REVENUE_DIVISION,
    /** An office at CBP's headquarters. */
    HEADQUARTERS;

    /** Whether a Center takes part, so that it has to be known which one. */
    public boolean hasCenter() {
        return this == CENTER || this == BOTH;
    }

    /** Whether a port director takes part, so that the port has to be known. */
    public boolean hasPort() {
        return this == PORT || this == BOTH;
    }
}
