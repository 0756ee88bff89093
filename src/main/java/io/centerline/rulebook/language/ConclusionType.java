package io.centerline.rulebook.language;

import io.centerline.rulebook.vocabulary.Conclusion;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of conclusion that rules may insert.
 *
 * @param javaType its class
 * @param parameters names and types of its arguments
 * @param required how many of them must be given; the others may be left out at the end
 * @param create makes one from argument values, whole numbers given as {@link Long}
 */
record ConclusionType(
        Class<? extends Conclusion> javaType,
        List<Parameter> parameters,
        int required,
        Function<List<Object>, Conclusion> create) {

    ConclusionType(
            Class<? extends Conclusion> javaType,
            List<Parameter> parameters,
            Function<List<Object>, Conclusion> create) {
        this(javaType, parameters, parameters.size(), create);
    }

    record Parameter(String name, FieldType type) {}

    String name() {
        return javaType.getSimpleName();
    }

    /** How it is written: {@code Proposal(center, basis)}. */
    String signature() {
        return name() + "("
                + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ")";
    }
}
