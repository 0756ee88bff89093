package io.centerline.rulebook.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word an analyst probably meant. */
final class Nearest {
    private Nearest() {}

    /** ``did you mean `count`?`` when one of the words is close, else the list of them. */
    static String help(String wrong, Collection<String> words) {
        return find(wrong, words)
                .map(word -> "did you mean `" + word + "`?")
                .orElse(words.isEmpty() ? "" : "use one of: " + String.join(", ", words));
    }

    private static Optional<String> find(String wrong, Collection<String> words) {
        String lower = wrong.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(1, wrong.length() / 3))
                .min(Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The Levenshtein distance of two words. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
