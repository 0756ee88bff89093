package io.centerline.rulebook.language;

/** One condition on one field of a pattern. */
sealed interface Constraint {

    SourcePlace place();

    Field field();

    /** Gives a field's value a name: {@code $n : count}. */
    record Binding(SourcePlace place, Variable variable, Field field) implements Constraint {}

    /** Compares a field: {@code count >= $n}. */
    record Comparison(SourcePlace place, Field field, Operator operator, Operand operand) implements Constraint {

        /** Whether it holds for a value of its field. */
        boolean holds(Object value, Object[] bindings) {
            return operator.holds(value, operand.value(bindings));
        }
    }
}
