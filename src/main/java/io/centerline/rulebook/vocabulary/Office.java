package io.centerline.rulebook.vocabulary;

/** Who handles an activity. */
public enum Office {
    /** The director of a Center. */
    CENTER,
    /** The director of the port. */
    PORT,
    /** Both of them. */
    BOTH
}
