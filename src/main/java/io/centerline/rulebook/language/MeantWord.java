package io.centerline.rulebook.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word an analyst probably meant. */
final class MeantWord {
    /** Longer than any word there is; comparing costs the product of both lengths. */
    private static final int MOST_LETTERS = 40;

    private MeantWord() {}

    /** ``did you mean `count`?`` when one of the words is close, else the list of them. */
    static String help(String wrong, Collection<String> words) {
        return find(wrong, words)
                .map(word -> "did you mean `" + word + "`?")
                .orElse(words.isEmpty() ? "" : "use one of: " + String.join(", ", words));
    }

    private static Optional<String> find(String wrong, Collection<String> words) {
        if (wrong.length() > MOST_LETTERS) {
            return Optional.empty();
        }
        String lower = wrong.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(1, wrong.length() / 3))
                .min(Comparator.<String>comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be changed, added, dropped or swapped with the next to make one word of the other. */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
                if (i > 0 && j > 0) {
                    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    rows[i][j] = Math.min(rows[i][j], rows[i - 1][j - 1] + changed);
                }
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
