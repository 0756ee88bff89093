package io.centerline.facts;

/** How a line takes part in an article set, as entry summaries report it. */
public enum ArticleSet {
    /** An ordinary line. */
    NONE,
    /** The line that classifies the set. */
    X,
    /** A component of a set that an {@link #X} line classifies. */
    V
}
