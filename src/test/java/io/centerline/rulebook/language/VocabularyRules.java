package io.centerline.rulebook.language;

import io.centerline.rulebook.language.FieldType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Writes random rules from the vocabulary: every fact, field, comparison and conclusion of a stage, {@code not},
 * {@code exists} and {@code accumulate}. Most can be read; some say what a stage does not allow.
 */
public final class VocabularyRules {
    private record Named(String name, FieldType type) {}

    private static final Map<String, String> BASES = Map.of(
            "ELG", "ELIGIBILITY",
            "DIR", "DIRECTED",
            "APL", "APPEAL",
            "ACC", "ACCOUNT",
            "EVD", "EVIDENCE",
            "PRE", "PREDOMINANCE");
    private static final List<String> EQUALITIES = List.of("==", "!=");
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> DECIMALS =
            List.of("0", "1", "0.5", "0.333333333333333333", "-0.25", "12", "1000.01");
    private static final List<String> NUMBERS = List.of(
            "0", "1", "5", "2147483647", "2147483648", "-2147483649", "999999999999999999", "-999999999999999999");

    private final Random random;
    private final Stage stage;
    private final List<Named> visible = new ArrayList<>();
    private int bound;

    private VocabularyRules(Random random, Stage stage) {
        this.random = random;
        this.stage = stage;
    }

    /** A file with one rule. */
    public static String file(Random random, Stage stage, int number) {
        return "package rules." + stage.folder() + ";\nimport io.centerline.rulebook.vocabulary.*;\n"
                + new VocabularyRules(random, stage).rule(number);
    }

    private String rule(int number) {
        String prefix = stage.prefixes().get(random.nextInt(stage.prefixes().size()));
        String id = (stage == Stage.MEMBERSHIP ? "%s-%04d" : "%s-%03d").formatted(prefix, number % 1_000);
        List<String> conditions = new ArrayList<>();
        for (int i = stage == Stage.MEMBERSHIP ? 1 : 1 + random.nextInt(5); i > 0; i--) {
            conditions.add(stage == Stage.MEMBERSHIP ? range() : condition());
        }
        return "rule \"" + id + " x\" @id(\"" + id
                + "\") @citation(\"x\") @standing(\"found\") @inForce(\"2013-04-04/..\")\nwhen\n    "
                + String.join("\n    ", conditions) + "\nthen\n    " + conclusion(prefix) + "\nend\n";
    }

    private String range() {
        String level = List.of("chapter", "heading", "subheading", "rateLine").get(random.nextInt(4));
        int least = NumberRange.least(NumberRange.digitsOf(
                Vocabulary.facts(stage).get("HtsNumber").fields().get(level)));
        List<String> bounds = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            bounds.add(level + " " + oneOf(ORDERS) + " " + (least + random.nextInt(least * 99)));
        }
        visible.add(new Named("$hts", Vocabulary.facts(stage).get("HtsNumber").type()));
        return "$hts : HtsNumber( " + String.join(", ", bounds) + " )";
    }

    private String condition() {
        return switch (random.nextInt(6)) {
            case 0 -> "not " + local();
            case 1 -> "exists " + local();
            case 2 -> accumulate();
            default -> pattern(random.nextInt(4) == 0);
        };
    }

    private String local() {
        List<Named> outside = List.copyOf(visible);
        String pattern = pattern(false);
        visible.retainAll(outside);
        return random.nextInt(8) == 0 ? "( " + pattern + " )" : pattern;
    }

    private String accumulate() {
        List<Named> outside = List.copyOf(visible);
        String pattern = pattern(false);
        List<Named> inside = visible.stream()
                .filter(named -> !outside.contains(named))
                .filter(named -> isNumber(named.type()))
                .toList();
        List<Named> results = new ArrayList<>();
        List<String> aggregates = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean counts = inside.isEmpty() || random.nextInt(4) == 0;
            Named of = counts ? null : oneOf(inside);
            Named result = new Named(nextName(), of == null ? new FieldType(Kind.NUMBER, Long.class) : of.type());
            results.add(result);
            aggregates.add(result.name() + " : "
                    + (of == null ? "count()" : oneOf(List.of("sum", "min", "max")) + "(" + of.name() + ")"));
        }
        visible.retainAll(outside);
        List<String> tests = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Named result = oneOf(results);
            tests.add(result.name() + " " + oneOf(ORDERS) + " " + operand(result.type()));
        }
        visible.addAll(results);
        return "accumulate( " + pattern + "; " + String.join(", ", aggregates)
                + (tests.isEmpty() ? "" : "; " + String.join(", ", tests)) + " )";
    }

    private String pattern(boolean named) {
        FactType fact = oneOf(List.copyOf(Vocabulary.facts(stage).values()));
        String name = named ? nextName() : "";
        List<String> constraints = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Field field = oneOf(List.copyOf(fact.fields().values()));
            if (random.nextInt(3) == 0) {
                Named variable = new Named(nextName(), field.type());
                constraints.add(variable.name() + " : " + field.name());
                visible.add(variable);
            } else {
                constraints.add(field.name() + " " + oneOf(field.type().isOrdered() ? ORDERS : EQUALITIES) + " "
                        + operand(field.type()));
            }
        }
        if (named) {
            visible.add(new Named(name, fact.type()));
        }
        return (named ? name + " : " : "") + fact.name() + "( " + String.join(", ", constraints) + " )";
    }

    private String operand(FieldType type) {
        List<Named> fitting =
                visible.stream().filter(named -> type.accepts(named.type())).toList();
        if (!fitting.isEmpty() && (type.kind() == Kind.DATE || random.nextInt(2) == 0)) {
            return oneOf(fitting).name();
        }
        return switch (type.kind()) {
            case NUMBER -> oneOf(NUMBERS);
            case DECIMAL -> oneOf(DECIMALS);
            case FLAG -> String.valueOf(random.nextBoolean());
            case WORD ->
                type.javaType().getSimpleName() + "."
                        + oneOf(List.of(type.javaType().getEnumConstants()));
            case DATE, FACT -> "$missing";
        };
    }

    private String conclusion(String prefix) {
        Map<String, ConclusionType> types = Vocabulary.conclusions(stage);
        ConclusionType type = oneOf(List.copyOf(types.values()));
        String arguments = type.parameters().stream()
                .map(parameter -> parameter.name().equals("basis") && stage == Stage.PLACEMENT
                        ? "Basis." + BASES.get(prefix)
                        : parameter.name().equals("months") ? "12" : operand(parameter.type(), type))
                .collect(Collectors.joining(", "));
        return "insert(new " + type.name() + "(" + arguments + "));";
    }

    private String operand(FieldType type, ConclusionType of) {
        boolean own = type.kind() == Kind.FACT && of.name().equals("Membership");
        return own ? "$hts" : operand(type);
    }

    private static boolean isNumber(FieldType type) {
        return type.kind() == Kind.NUMBER || type.kind() == Kind.DECIMAL;
    }

    private String nextName() {
        return "$v" + bound++;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
