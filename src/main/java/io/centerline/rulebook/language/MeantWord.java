package io.centerline.rulebook.language;

import io.centerline.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Advises an analyst on a word that is not known. */
final class MeantWord {
    private MeantWord() {}

    /** What the one near word stands for; empty when none is near. */
    static <T> Optional<T> find(Token wrong, Map<String, T> words) {
        return wrong.kind() == Token.Kind.NAME
                ? Nearest.find(wrong.text(), List.copyOf(words.keySet())).map(words::get)
                : Optional.empty();
    }

    /** ``did you mean `count`?`` when one of the words is near, else the list of them; empty without words. */
    static String help(String wrong, Collection<String> words) {
        return Nearest.find(wrong, List.copyOf(words))
                .map(word -> "did you mean `" + word + "`?")
                .orElse(words.isEmpty() ? "" : "use one of: " + String.join(", ", words));
    }
}
