package io.centerline.rulebook.vocabulary;

/** What the commodity numbers of one entry line, those outside chapters 98 and 99, tell about its goods. */
public enum Goods {
    /** There is none. */
    NONE,
    /** There is one. */
    ONE,
    /** There are several, all of one Center. */
    ONE_CENTER,
    /** There are several of different Centers, and those with a value are all of one Center. */
    TOLD_BY_VALUE,
    /** There are several of different Centers, and value does not tell which of them is meant. */
    UNCLEAR
}
