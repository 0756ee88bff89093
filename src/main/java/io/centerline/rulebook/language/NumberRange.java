package io.centerline.rulebook.language;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;
import java.util.List;

/**
 * The contiguous numbers a membership rule claims for a Center, at one level of the tariff.
 *
 * @param digits the level: 2 chapter, 4 heading, 6 subheading, 8 rate line
 * @param from the first claimed prefix of that many digits
 * @param to the last claimed prefix
 * @param center the Center
 */
public record NumberRange(int digits, int from, int to, Center center) {
    private static final List<String> LEVELS = List.of("chapter", "heading", "subheading", "rateLine");

    /** Whether a prefix of this level is claimed. */
    public boolean contains(int prefix) {
        return from <= prefix && prefix <= to;
    }

    /** The range as a sentence names it: {@code `3303`} or {@code `3303` to `3307`}. */
    public String text() {
        return HtsNumber.rangeText(from, to, digits);
    }

    /** The range as names of rules and evidence write it: {@code 3303-3307} or {@code 8544.30}. */
    public String written() {
        return from == to ? written(from) : written(from) + "-" + written(to);
    }

    private String written(int prefix) {
        String text = HtsNumber.prefixText(prefix, digits);
        return text.length() <= 4
                ? text
                : text.substring(0, 4) + "." + text.substring(4, 6)
                        + (text.length() == 6 ? "" : "." + text.substring(6));
    }

    /** The field of {@code HtsNumber} that conditions on this level compare. */
    public String level() {
        return LEVELS.get(digits / 2 - 1);
    }

    /** The level of a field of {@code HtsNumber}. */
    static int digitsOf(Field field) {
        int level = LEVELS.indexOf(field.name());
        if (level < 0) {
            throw new IllegalArgumentException("not a level of the tariff: " + field.name());
        }
        return 2 * level + 2;
    }

    /** The least number of a level: that of chapter 01. */
    static int least(int digits) {
        int least = 1;
        for (int i = 2; i < digits; i++) {
            least *= 10;
        }
        return least;
    }

    /** The greatest number of a level: all its digits are nines. */
    static int greatest(int digits) {
        return least(digits) * 100 - 1;
    }

    static NumberRange of(Rule rule) {
        Condition.Pattern pattern = (Condition.Pattern) rule.conditions().get(0);
        int digits = digitsOf(pattern.comparisons().findFirst().orElseThrow().field());
        long from = least(digits);
        long to = greatest(digits);
        for (Constraint.Comparison comparison : pattern.comparisons().toList()) {
            long bound = (Long) comparison.operand().value(new Object[0]);
            switch (comparison.operator()) {
                case EQUAL -> {
                    from = Math.max(from, bound);
                    to = Math.min(to, bound);
                }
                case AT_LEAST -> from = Math.max(from, bound);
                case GREATER -> from = Math.max(from, bound + 1);
                case AT_MOST -> to = Math.min(to, bound);
                case LESS -> to = Math.min(to, bound - 1);
                case NOT_EQUAL -> throw new IllegalStateException("refused when the rule was read");
            }
        }
        // Beyond the level no bound of a stored rule means anything, and it may not fit.
        from = Math.min(from, greatest(digits) + 1L);
        to = Math.max(to, least(digits) - 1L);
        Center center = (Center) rule.consequence().arguments().get(1).value(new Object[0]);
        return new NumberRange(digits, Math.toIntExact(from), Math.toIntExact(to), center);
    }
}
