package io.centerline.editor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of texts that mends a finding.
 *
 * @param title what it does, as a menu shows it
 * @param changed the whole text of each file that it changes or adds, by path
 */
public record QuickFix(String title, SortedMap<String, String> changed) {
    public QuickFix {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    }

    static QuickFix of(String title, String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>();
        changed.put(path, text);
        return new QuickFix(title, changed);
    }
}
