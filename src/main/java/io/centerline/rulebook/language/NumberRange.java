package io.centerline.rulebook.language;

import io.centerline.tariff.Center;
import io.centerline.tariff.HtsNumber;

/**
 * The contiguous numbers a membership rule claims for a Center, at one level of the tariff.
 *
 * @param digits the level: 2 chapter, 4 heading, 6 subheading, 8 rate line
 * @param from the first claimed prefix of that many digits
 * @param to the last claimed prefix
 * @param center the Center
 */
public record NumberRange(int digits, int from, int to, Center center) {

    /** Whether a prefix of this level is claimed. */
    public boolean contains(int prefix) {
        return from <= prefix && prefix <= to;
    }

    /** The range as a sentence names it: {@code `3303`} or {@code `3303` to `3307`}. */
    public String text() {
        return HtsNumber.rangeText(from, to, digits);
    }

    /** The level of a field of {@code HtsNumber}. */
    static int digitsOf(Field field) {
        return switch (field.name()) {
            case "chapter" -> 2;
            case "heading" -> 4;
            case "subheading" -> 6;
            case "rateLine" -> 8;
            default -> throw new IllegalArgumentException("not a level of the tariff: " + field.name());
        };
    }

    static NumberRange of(Rule rule) {
        Condition.Pattern pattern = (Condition.Pattern) rule.conditions().get(0);
        int digits = digitsOf(pattern.comparisons().findFirst().orElseThrow().field());
        int lowest = (int) Math.pow(10, digits - 2);
        long from = lowest;
        long to = lowest * 100L - 1;
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
        // Beyond the level no bound means anything, and may not fit.
        from = Math.min(from, lowest * 100L);
        to = Math.max(to, lowest - 1L);
        Center center = (Center) rule.consequence().arguments().get(1).value(new Object[0]);
        return new NumberRange(digits, Math.toIntExact(from), Math.toIntExact(to), center);
    }
}
