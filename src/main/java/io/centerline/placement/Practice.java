package io.centerline.placement;

/**
 * How the program itself counts, reviews and explains, beside what the rules say. What a decision says may change only
 * with a new practice, so that recorded decisions replay to the byte: each receipt names a contract, and each contract
 * has one practice (decision records 0013 and 0017).
 */
public enum Practice {
    /**
     * Of the first contract: flips suppose that a Center once gained is kept, low ranges are left out with their lines,
     * one counting rule is named for a line, and shares are always shown with four places.
     */
    FIRST,
    /**
     * Flips are the fewest lines, low ranges are left out without their lines, every counting rule that sets a line
     * aside is named in its own words, and no share is shown as 0 or 1 that is not.
     */
    SECOND,
    /**
     * As the second; three Centers or more are named as a sentence names them, with commas or semicolons, flips of a
     * routing are what the routing rules answer, and a low range that bars a placement is told so.
     */
    THIRD,
    /**
     * As the third; a line of a routing that names no entry is known by the number of its entry, steps of membership rules
     * show what sources say, and entry numbers are one number whatever dashes, blanks and marks are in them.
     */
    FOURTH;

    /** The practice of new decisions. */
    public static final Practice CURRENT = FOURTH;
}
