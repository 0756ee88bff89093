package io.centerline.journal.search;

/** One decision that was found. */
public sealed interface Row permits Found, Given {

    /** Its place in the journal. */
    long index();
}
