package io.centerline.rulebook.vocabulary;

/**
 * What is counted and over which time.
 *
 * @param measure what one vote is
 * @param months length of the window that ends with the as-of date, at least 1
 */
public record Counting(Measure measure, int months) implements Conclusion {

    public Counting {
        if (months < 1) {
            throw new IllegalArgumentException("a window has at least one month");
        }
    }
}
