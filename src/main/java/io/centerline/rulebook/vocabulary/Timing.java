package io.centerline.rulebook.vocabulary;

/** Where a line's date lies relative to the counting window. */
public enum Timing {
    BEFORE_WINDOW,
    IN_WINDOW,
    AFTER_WINDOW,
    UNDATED
}
