package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Aggregate;
import io.centerline.rulebook.language.Condition.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints rules for the engine.
 *
 * <p>The engine never sees an analyst's text, only what is printed here from the checked tree. So a trick that survives
 * the parser (an escape, a comment, an unknown construct) still cannot reach it.
 */
public final class DrlWriter {
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
        Pattern pattern = (Pattern) condition;
        String constraints =
                pattern.constraints().stream().map(DrlWriter::print).collect(Collectors.joining(", "));
        String binding = pattern.binds() == null ? "" : pattern.binds().name() + " : ";
        return binding + pattern.fact().name() + "( " + constraints + " )";
    }

    private static String print(Condition.Gathered gathered) {
        List<String> parts = new ArrayList<>();
        parts.add(print((Condition) gathered.pattern()));
        parts.add(gathered.aggregates().stream().map(DrlWriter::print).collect(Collectors.joining(", ")));
        List<String> tests = new ArrayList<>(existing(gathered));
        gathered.tests().stream().map(DrlWriter::print).forEach(tests::add);
        if (!tests.isEmpty()) {
            parts.add(String.join(", ", tests));
        }
        return "accumulate( " + String.join("; ", parts) + " )";
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
        String argument =
                aggregate.argument() == null ? "1" : aggregate.argument().name();
        return aggregate.binds().name() + " : " + aggregate.function().word() + "(" + argument + ")";
    }

    private static String print(Constraint constraint) {
        if (constraint instanceof Constraint.Binding binding) {
            return binding.variable().name() + " : " + binding.field().name();
        }
        Constraint.Comparison comparison = (Constraint.Comparison) constraint;
        return comparison.field().name() + " " + comparison.operator().symbol() + " "
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
