package io.centerline.rulebook.language;

/** What a field is compared with, or an argument of a conclusion. */
sealed interface Operand {

    FieldType type();

    /** Its value under the bindings of a rule. */
    Object value(Object[] bindings);

    /** A number, true or false written in the rule. */
    record Literal(FieldType type, Object constant) implements Operand {
        @Override
        public Object value(Object[] bindings) {
            return constant;
        }
    }

    /** A named constant such as {@code Center.MACHINERY}. */
    record Word(FieldType type, Enum<?> constant) implements Operand {
        @Override
        public Object value(Object[] bindings) {
            return constant;
        }
    }

    /** A variable bound earlier in the rule. */
    record Bound(Variable variable) implements Operand {
        @Override
        public FieldType type() {
            return variable.type();
        }

        @Override
        public Object value(Object[] bindings) {
            return bindings[variable.index()];
        }
    }
}
