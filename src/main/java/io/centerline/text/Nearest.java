package io.centerline.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 40;

    private Nearest() {}

    /**
     * The one known word nearest to the given one, case aside: it goes on where the given word stops, or at most a third
     * of the letters differ (one in a short word). Empty when none is near, or when two are equally near.
     */
    public static Optional<String> find(String word, List<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        List<String> longer = wanted.length() < 3 ? List.of() : startingWith(wanted, known);
        if (longer.size() == 1) {
            return Optional.of(longer.get(0));
        }
        String best = "";
        int bestDistance = Math.max(1, wanted.length() / 3) + 1;
        boolean tied = false;
        for (String candidate : known) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance && distance < candidate.length()) {
                best = candidate;
                bestDistance = distance;
                tied = false;
            } else if (distance == bestDistance) {
                tied = true;
            }
        }
        return best.isEmpty() || tied ? Optional.empty() : Optional.of(best);
    }

    private static List<String> startingWith(String start, List<String> known) {
        return known.stream()
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }

    /** Advice that names the nearest word, or all of them when none is near. */
    public static String advise(String word, List<String> known) {
        return find(word, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "use one of `" + String.join("`, `", known) + "`");
    }

    /** Edits between two words, a swap of neighbours counting as one. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cheapest = Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
    }
}
