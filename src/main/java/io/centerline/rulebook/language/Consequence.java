package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Conclusion;
import java.util.List;

/**
 * The {@code then} of a rule: one conclusion.
 *
 * @param type what is inserted
 * @param arguments its arguments
 */
record Consequence(ConclusionType type, List<Operand> arguments) {

    Consequence {
        arguments = List.copyOf(arguments);
    }

    Conclusion conclude(Object[] bindings) {
        return type.create()
                .apply(arguments.stream()
                        .map(argument -> argument.value(bindings))
                        .toList());
    }
}
