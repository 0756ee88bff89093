package io.centerline.rulebook.language;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One element of a rule's {@code when}. */
sealed interface Condition {

    SourcePlace place();

    /** As written, on one line. */
    String text();

    /** The facts it looks at. */
    Pattern pattern();

    /** There is a fact like this; its variables are bound for what follows. */
    record Pattern(
            SourcePlace place, String text, @Nullable Variable binds, FactType fact, List<Constraint> constraints)
            implements Condition {
        public Pattern {
            constraints = List.copyOf(constraints);
        }

        @Override
        public Pattern pattern() {
            return this;
        }

        Stream<Constraint.Comparison> comparisons() {
            return constraints.stream()
                    .filter(Constraint.Comparison.class::isInstance)
                    .map(Constraint.Comparison.class::cast);
        }
    }

    /** There is no fact like this. */
    record Absent(SourcePlace place, String text, Pattern pattern) implements Condition {}

    /** There is at least one fact like this; it matters once, however many there are. */
    record Present(SourcePlace place, String text, Pattern pattern) implements Condition {}

    /** All facts like this taken together: {@code accumulate( Tally( $n : count ); $sum : sum($n); $sum < 100 )}. */
    record Gathered(SourcePlace place, String text, Pattern pattern, List<Aggregate> aggregates, List<Test> tests)
            implements Condition {
        public Gathered {
            aggregates = List.copyOf(aggregates);
            tests = List.copyOf(tests);
        }
    }

    /**
     * A function over all matches of a pattern.
     *
     * @param binds what holds its value
     * @param function the function
     * @param argument the variable of the pattern it takes; null for {@code count}
     * @param field the field that the argument holds; null for {@code count}
     */
    record Aggregate(
            Variable binds,
            Function function,
            @Nullable Variable argument,
            @Nullable Field field) {

        /** Whether ratios are added, so that no digit is lost between the parts. */
        boolean addsRatios() {
            return function == Function.SUM && field != null && field.exact() != null;
        }

        enum Function {
            COUNT("count"),
            SUM("sum"),
            MIN("min"),
            MAX("max");

            private final String word;

            Function(String word) {
                this.word = word;
            }

            String word() {
                return word;
            }

            /** Whether it has no value where nothing matches. */
            boolean needsAny() {
                return this == MIN || this == MAX;
            }
        }
    }

    /** Compares an aggregate: {@code $sum < 100}. */
    record Test(SourcePlace place, Variable variable, Operator operator, Operand operand) {

        boolean holds(Object[] bindings) {
            return operator.holds(bindings[variable.index()], operand.value(bindings));
        }
    }
}
