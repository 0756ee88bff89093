package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import io.centerline.rulebook.vocabulary.Conclusion;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A rule that fired, with what it concluded.
 *
 * @param rule the rule, with its citation, standing, file and line
 * @param conclusion what it inserted
 * @param values the values of the variables its sentence prints, by name
 */
public record Firing(Rule rule, Conclusion conclusion, Map<String, Object> values) {

    private static final Comparator<Firing> BY_CONCLUSION = Comparator.comparing(
                    (Firing firing) -> firing.rule().id())
            .thenComparing(firing -> firing.conclusion().toString());

    /**
     * Sorts firings by all they are made of, so that the order in which an evaluator finds them cannot show. Two that come
     * out equal conclude and print the same.
     */
    static final Comparator<Firing> ORDER =
            BY_CONCLUSION.thenComparing(Firing::sentence).thenComparing(byMeaning());

    public Firing {
        values = Map.copyOf(values);
    }

    /**
     * Sorts firings by what they mean and not by what they print: a number is the same in every type and with any number of
     * places.
     */
    static Comparator<Firing> byMeaning() {
        return BY_CONCLUSION
                .thenComparing(firing -> firing.rule().inForce().from())
                .thenComparing(Firing::meaning);
    }

    private String meaning() {
        StringBuilder meaning = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        meaning.append(name).append(' ').append(plain(value)).append('\n'));
        return meaning.toString();
    }

    private static Object plain(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value;
    }

    /** What the rule says about this match. */
    public String sentence() {
        return rule.sentence().print(name -> Objects.requireNonNull(values.get(name)));
    }
}
