package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Conclusion;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The {@code then} of a rule: one conclusion.
 *
 * @param type what is inserted
 * @param arguments its arguments
 */
record Consequence(ConclusionType type, List<Operand> arguments) {

    private static final Object[] NO_BINDINGS = {};

    Consequence {
        arguments = List.copyOf(arguments);
    }

    /** The conclusion under the bindings of a walk over the conditions. */
    Conclusion conclude(Object[] bindings) {
        return create(argument -> argument.value(bindings));
    }

    /** The conclusion under values by name, whole numbers of any width. */
    Conclusion conclude(Function<String, Object> values) {
        return create(argument -> argument instanceof Operand.Bound bound
                ? widened(values.apply(bound.variable().name()))
                : argument.value(NO_BINDINGS));
    }

    private Conclusion create(Function<Operand, Object> value) {
        Object[] given = new Object[arguments.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = value.apply(arguments.get(i));
        }
        return type.create().apply(Arrays.asList(given));
    }

    private static Object widened(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
