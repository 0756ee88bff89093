package io.centerline.rulebook.vocabulary;

/** Whether other lines of the case have the same entry number and line number. */
public enum Repetition {
    /** None has, or this one is the first of several that are equal in all else. */
    NONE,
    /** An earlier line has, and all such lines are equal in all else. */
    SAME,
    /** Others have, and they are not all equal. */
    VERSION
}
