package io.centerline.journal.search;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many decisions were found.
 *
 * @param total all of them
 * @param byKey by what was asked for, without zeros
 */
public record Counts(long total, SortedMap<String, Long> byKey) {
    public Counts {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }
}
