package io.centerline.rulebook.language;

/** Where rules come from, which says how strictly their form is judged. What rules mean is read alike from anywhere. */
public enum Origin {
    /** Rules that have not served yet. They are held to the whole language. */
    NEW,
    /**
     * Rules that were stored once. They passed the checks of their day, and decisions name them. So what only keeps readers
     * from being misled, such as the digits of an id or the numbers in a sentence, is no reason to refuse them.
     */
    STORED;

    /** Where findings go that only new rules are refused for. */
    FirstFindings form(FirstFindings findings) {
        return this == NEW ? findings : new FirstFindings(0);
    }
}
