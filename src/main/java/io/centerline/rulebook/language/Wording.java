package io.centerline.rulebook.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints conditions and conclusions one way, whatever layout they were written in. {@link #SHOWN} is for people;
 * {@link #SENSE} prints the same for two texts that say the same under other variable names.
 */
final class Wording {
    static final Wording SHOWN = new Wording(true);
    static final Wording SENSE = new Wording(false);

    private final boolean named;

    private Wording(boolean named) {
        this.named = named;
    }

    String of(Rule rule) {
        return rule.conditions().stream().map(this::of).collect(Collectors.joining("\n")) + "\n"
                + of(rule.consequence());
    }

    String of(Condition condition) {
        if (condition instanceof Condition.Absent absent) {
            return "not " + of(absent.pattern());
        }
        if (condition instanceof Condition.Present present) {
            return "exists " + of(present.pattern());
        }
        if (condition instanceof Condition.Gathered gathered) {
            String aggregates = gathered.aggregates().stream().map(this::of).collect(Collectors.joining(", "));
            String tests = gathered.tests().stream().map(this::of).collect(Collectors.joining(", "));
            return "accumulate( " + of(gathered.pattern()) + "; " + aggregates + (tests.isEmpty() ? "" : "; " + tests)
                    + " )";
        }
        Condition.Pattern pattern = (Condition.Pattern) condition;
        List<String> constraints = pattern.constraints().stream().map(this::of).toList();
        return (pattern.binds() == null ? "" : of(pattern.binds()) + " : ")
                + pattern.fact().name()
                + (constraints.isEmpty() ? "()" : "( " + String.join(", ", constraints) + " )");
    }

    String of(Constraint constraint) {
        if (constraint instanceof Constraint.Binding binding) {
            return of(binding.variable()) + " : " + binding.field().name();
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        return comparison.field().name() + " " + comparison.operator().symbol() + " " + of(comparison.operand());
    }

    String of(Condition.Test test) {
        return of(test.variable()) + " " + test.operator().symbol() + " " + of(test.operand());
    }

    String of(Consequence consequence) {
        return consequence.type().name()
                + consequence.arguments().stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private String of(Condition.Aggregate aggregate) {
        Variable argument = aggregate.argument();
        return of(aggregate.binds()) + " : " + aggregate.function().word() + "("
                + (argument == null ? "" : of(argument)) + ")";
    }

    String of(Operand operand) {
        if (operand instanceof Operand.Bound bound) {
            return of(bound.variable());
        }
        if (operand instanceof Operand.Word word) {
            return word.type().javaType().getSimpleName() + "."
                    + word.constant().name();
        }
        Object constant = ((Operand.Literal) operand).constant();
        if (constant instanceof BigDecimal decimal) {
            return (named ? decimal : decimal.stripTrailingZeros()).toPlainString();
        }
        return constant.toString();
    }

    private String of(Variable variable) {
        return named ? variable.name() : "$" + variable.index();
    }
}
