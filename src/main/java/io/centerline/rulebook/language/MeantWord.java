package io.centerline.rulebook.language;

import io.centerline.text.Nearest;
import java.util.Collection;
import java.util.List;

/** Advises an analyst on a word that is not known. */
final class MeantWord {
    private MeantWord() {}

    /** ``did you mean `count`?`` when one of the words is near, else the list of them; empty without words. */
    static String help(String wrong, Collection<String> words) {
        return Nearest.find(wrong, List.copyOf(words))
                .map(word -> "did you mean `" + word + "`?")
                .orElse(words.isEmpty() ? "" : "use one of: " + String.join(", ", words));
    }
}
