package io.centerline.oracle;

import io.centerline.oracle.Rule.Accumulation;
import io.centerline.oracle.Rule.Binding;
import io.centerline.oracle.Rule.Condition;
import io.centerline.oracle.Rule.Constraint;
import io.centerline.oracle.Rule.Exists;
import io.centerline.oracle.Rule.Pattern;
import io.centerline.oracle.Rule.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What rules conclude from facts: every condition of a rule is tried with every fact. */
final class Matching {
    private final Collection<Fact> facts;

    private Matching(Collection<Fact> facts) {
        this.facts = facts;
    }

    /** A fact of a type, with the values of its fields. */
    record Fact(String type, Map<String, Object> fields) {}

    /** The one thing that follows from a rule's conditions. */
    record Conclusion(String rule, String type, List<Object> arguments) {
        String text(int argument) {
            return (String) arguments.get(argument);
        }
    }

    /** Concludes every rule from every match; equal conclusions of one rule are one. */
    static Set<Conclusion> conclude(Collection<Rule> rules, Collection<Fact> facts) {
        Matching matching = new Matching(facts);
        Set<Conclusion> conclusions = new LinkedHashSet<>();
        for (Rule rule : rules) {
            for (Map<String, Object> variables : matching.matches(rule.conditions())) {
                List<Object> arguments = rule.arguments().stream()
                        .map(argument -> valueOf(argument, variables))
                        .toList();
                conclusions.add(new Conclusion(rule.id(), rule.concludes(), arguments));
            }
        }
        return conclusions;
    }

    private List<Map<String, Object>> matches(List<Condition> conditions) {
        List<Map<String, Object>> matches = List.of(Map.of());
        for (Condition condition : conditions) {
            matches = matches.stream()
                    .flatMap(match -> extended(condition, match))
                    .toList();
        }
        return matches;
    }

    private Stream<Map<String, Object>> extended(Condition condition, Map<String, Object> variables) {
        if (condition instanceof Pattern pattern) {
            return matches(pattern, variables);
        }
        if (condition instanceof Exists exists) {
            boolean found = matches(exists.pattern(), variables).findAny().isPresent();
            return found == exists.expected() ? Stream.of(variables) : Stream.empty();
        }
        return totals((Accumulation) condition, variables);
    }

    private Stream<Map<String, Object>> matches(Pattern pattern, Map<String, Object> variables) {
        return facts.stream().filter(fact -> fact.type().equals(pattern.type())).flatMap(fact -> {
            Map<String, Object> extended = new HashMap<>(variables);
            if (pattern.bound() != null) {
                extended.put(pattern.bound(), fact);
            }
            for (Binding binding : pattern.bindings()) {
                extended.put(binding.variable(), field(fact, binding.field()));
            }
            return pattern.constraints().stream().allMatch(each -> holds(field(fact, each.left()), each, extended))
                    ? Stream.of(extended)
                    : Stream.empty();
        });
    }

    /** The variables of the accumulated pattern end with it. Of nothing, a count and a sum are 0; there is no least. */
    private Stream<Map<String, Object>> totals(Accumulation accumulation, Map<String, Object> variables) {
        List<Map<String, Object>> matches =
                matches(accumulation.pattern(), variables).toList();
        Map<String, Object> extended = new HashMap<>(variables);
        for (Total total : accumulation.totals()) {
            List<Ratio> numbers = new ArrayList<>();
            for (Map<String, Object> match : matches) {
                numbers.add(total.argument() == null ? Ratio.ONE : (Ratio) valueOf(total.argument(), match));
            }
            boolean adds = total.function().equals("count") || total.function().equals("sum");
            if (numbers.isEmpty() && !adds) {
                return Stream.empty();
            }
            extended.put(
                    total.variable(),
                    adds
                            ? numbers.stream().reduce(Ratio.ZERO, Ratio::plus)
                            : numbers.stream()
                                    .reduce((one, other) -> (one.compareTo(other) < 0)
                                                    == total.function().equals("min")
                                            ? one
                                            : other)
                                    .orElseThrow());
        }
        return accumulation.constraints().stream()
                        .allMatch(each -> holds(valueOf(each.left(), extended), each, extended))
                ? Stream.of(extended)
                : Stream.empty();
    }

    static boolean holds(Object left, Constraint constraint, Map<String, Object> variables) {
        Object right = valueOf(constraint.right(), variables);
        return switch (constraint.operator()) {
            case "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            case ">=" -> order(left, right) >= 0;
            default -> throw new IllegalArgumentException(constraint.operator());
        };
    }

    private static int order(Object left, Object right) {
        return left instanceof Ratio number
                ? number.compareTo((Ratio) right)
                : ((LocalDate) left).compareTo((LocalDate) right);
    }

    private static Object valueOf(Object value, Map<String, Object> variables) {
        return value instanceof String text && text.startsWith("$") ? present(variables.get(text), text) : value;
    }

    private static Object field(Fact fact, String name) {
        return present(fact.fields().get(name), fact.type() + "." + name);
    }

    private static Object present(Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
