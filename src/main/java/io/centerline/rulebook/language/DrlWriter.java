package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Aggregate;
import io.centerline.rulebook.language.Condition.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints rules for the engine.
 *
 * <p>The engine never sees an analyst's text, only what is printed here from the checked tree. So a trick that survives
 * the parser (an escape, a comment, an unknown construct) still cannot reach it.
 */
public final class DrlWriter {
    /** The function by which the engine adds ratios; the engine's own would add quotients. */
    public static final String RATIO_SUM = "ratioSum";

    private DrlWriter() {}

    /** The name a rule has for the engine: its id, and its first day, since one id may stand for several intervals. */
    public static String name(Rule rule) {
        return rule.id() + " " + rule.inForce().from();
    }

    /** One DRL package with these rules, each named as {@link #name} says. All rules are of one stage. */
    public static String print(Stage stage, List<Rule> rules) {
        StringBuilder out = new StringBuilder("package rules." + stage.folder() + ";\ndialect \"mvel\"\n");
        Vocabulary.facts(stage).values().forEach(fact -> appendImport(out, fact.javaType()));
        Vocabulary.conclusions(stage).values().forEach(type -> appendImport(out, type.javaType()));
        Vocabulary.wordTypes().values().forEach(type -> appendImport(out, type));
        for (Rule rule : rules) {
            out.append("rule \"").append(name(rule)).append("\"\nwhen\n");
            rule.conditions()
                    .forEach(condition ->
                            out.append("  ").append(print(condition)).append('\n'));
            out.append("then\n  ").append(print(rule.consequence())).append("\nend\n");
        }
        return out.toString();
    }

    private static void appendImport(StringBuilder out, Class<?> type) {
        out.append("import ").append(type.getCanonicalName()).append(";\n");
    }

    private static String print(Condition condition) {
        if (condition instanceof Condition.Absent absent) {
            return "not " + print((Condition) absent.pattern());
        }
        if (condition instanceof Condition.Present present) {
            return "exists " + print((Condition) present.pattern());
        }
        if (condition instanceof Condition.Gathered gathered) {
            return print(gathered);
        }
        return print((Pattern) condition, List.of());
    }

    private static String print(Pattern pattern, List<String> more) {
        String constraints = Stream.concat(pattern.constraints().stream().map(DrlWriter::print), more.stream())
                .collect(Collectors.joining(", "));
        String binding = pattern.binds() == null ? "" : pattern.binds().name() + " : ";
        return binding + pattern.fact().name() + "( " + constraints + " )";
    }

    private static String print(Condition.Gathered gathered) {
        List<String> parts = new ArrayList<>();
        parts.add(print(gathered.pattern(), ratios(gathered)));
        parts.add(gathered.aggregates().stream().map(DrlWriter::print).collect(Collectors.joining(", ")));
        List<String> tests = new ArrayList<>(existing(gathered));
        gathered.tests().stream().map(DrlWriter::print).forEach(tests::add);
        if (!tests.isEmpty()) {
            parts.add(String.join(", ", tests));
        }
        return "accumulate( " + String.join("; ", parts) + " )";
    }

    /** Bindings of what the analyst's variables are before they are divided; the names have no dollar sign, as no analyst's. */
    private static List<String> ratios(Condition.Gathered gathered) {
        return gathered.aggregates().stream()
                .filter(Aggregate::addsRatios)
                .map(aggregate -> ratio(aggregate) + " : "
                        + Objects.requireNonNull(aggregate.field()).exactName())
                .distinct()
                .toList();
    }

    private static String ratio(Aggregate aggregate) {
        return "ratio" + Objects.requireNonNull(aggregate.argument()).index();
    }

    /** Beside other aggregates the engine would go on with the least of nothing as null; alone it does not. */
    private static List<String> existing(Condition.Gathered gathered) {
        return gathered.aggregates().stream()
                .filter(aggregate ->
                        gathered.aggregates().size() > 1 && aggregate.function().needsAny())
                .map(aggregate -> aggregate.binds().name() + " != null")
                .toList();
    }

    private static String print(Condition.Test test) {
        return test.variable().name() + " " + test.operator().symbol() + " "
                + print(test.operand(), test.variable().type());
    }

    private static String print(Aggregate aggregate) {
        if (aggregate.addsRatios()) {
            return aggregate.binds().name() + " : " + RATIO_SUM + "(" + ratio(aggregate) + ")";
        }
        String argument =
                aggregate.argument() == null ? "1" : aggregate.argument().name();
        return aggregate.binds().name() + " : " + aggregate.function().word() + "(" + argument + ")";
    }

    /** The engine takes a property named {@code set} for a setter and cannot bind it. */
    private static String property(Field field) {
        return field.name().equals("set") ? "articleSet" : field.name();
    }

    private static String print(Constraint constraint) {
        if (constraint instanceof Constraint.Binding binding) {
            return binding.variable().name() + " : " + property(binding.field());
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        return property(comparison.field()) + " " + comparison.operator().symbol() + " "
                + print(comparison.operand(), comparison.field().type());
    }

    private static String print(Consequence consequence) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < consequence.arguments().size(); i++) {
            arguments.add(print(
                    consequence.arguments().get(i),
                    consequence.type().parameters().get(i).type()));
        }
        return "insert(new " + consequence.type().name() + "(" + String.join(", ", arguments) + "));";
    }

    private static String print(Operand operand, FieldType wanted) {
        if (operand instanceof Operand.Bound bound) {
            return bound.variable().name();
        }
        if (operand instanceof Operand.Word word) {
            return word.type().javaType().getSimpleName() + "."
                    + word.constant().name();
        }
        Object constant = ((Operand.Literal) operand).constant();
        return switch (wanted.kind()) {
            case DECIMAL -> ((BigDecimal) constant).toPlainString() + "B";
            // Beyond an int the engine needs to be told; within it, it compares faster without.
            case NUMBER -> constant + (((Long) constant).intValue() == (Long) constant ? "" : "L");
            case DATE, WORD, FLAG, FACT -> constant.toString();
        };
    }
}
