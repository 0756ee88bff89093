package io.centerline.bench.peers;

import io.centerline.rulebook.language.NumberRange;

/**
 * Ten-digit numbers that belong to one Center.
 *
 * @param from the first number
 * @param to the last number
 * @param center the name of the Center
 * @param digits how many digits the rule compares: more digits win over fewer
 */
record Range(long from, long to, String center, int digits) {

    /** The ten-digit numbers that a rule claims. */
    static Range of(NumberRange claimed) {
        long unit = 1;
        for (int digit = claimed.digits(); digit < 10; digit++) {
            unit *= 10;
        }
        return new Range(
                claimed.from() * unit,
                (claimed.to() + 1) * unit - 1,
                claimed.center().name(),
                claimed.digits());
    }

    boolean contains(long number) {
        return from <= number && number <= to;
    }
}
