package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Conclusion;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/**
 * A rule that fired, with what it concluded.
 *
 * @param rule the rule, with its citation, standing, file and line
 * @param conclusion what it inserted
 * @param values the values of the variables its sentence prints, by name
 */
public record Firing(Rule rule, Conclusion conclusion, Map<String, Object> values) {

    /** Sorts firings by rule and conclusion, so that the engine's order cannot show. */
    static final Comparator<Firing> ORDER = Comparator.comparing(
                    (Firing firing) -> firing.rule().id())
            .thenComparing(firing -> firing.conclusion().toString())
            .thenComparing(Firing::sentence);

    public Firing {
        values = Map.copyOf(values);
    }

    /** What the rule says about this match. */
    public String sentence() {
        return rule.sentence().print(name -> Objects.requireNonNull(values.get(name)));
    }
}
