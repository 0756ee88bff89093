package io.centerline.journal.search;

/** One decision that was found. */
public sealed interface Row permits DecisionSummary, DecisionDocument {

    /** Its place in the journal. */
    long index();
}
