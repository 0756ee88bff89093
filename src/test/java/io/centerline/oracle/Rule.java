package io.centerline.oracle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is written. A value is a {@link Ratio}, a {@link Boolean}, or the text of a constant such as
 * {@code Center.ELECTRONICS}. A text that begins with a dollar sign is a variable.
 */
record Rule(
        String stage,
        String id,
        String standing,
        LocalDate from,
        LocalDate to,
        List<Condition> conditions,
        String concludes,
        List<Object> arguments) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean low() {
        return standing.equals("inferred:low");
    }

    /** What must hold of the facts. */
    sealed interface Condition {}

    /** Facts of a type under constraints; {@code bound} is the variable of the fact itself. */
    record Pattern(@Nullable String bound, String type, List<Binding> bindings, List<Constraint> constraints)
            implements Condition {}

    record Exists(Pattern pattern, boolean expected) implements Condition {}

    record Accumulation(Pattern pattern, List<Total> totals, List<Constraint> constraints) implements Condition {}

    record Binding(String variable, String field) {}

    /** The left side is a field's name, and in the comparisons of an accumulation a variable. */
    record Constraint(String left, String operator, Object right) {}

    /** The argument is null for a count. */
    record Total(String variable, String function, @Nullable String argument) {}
}
