package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Absent;
import io.centerline.rulebook.language.Condition.Aggregate;
import io.centerline.rulebook.language.Condition.Gathered;
import io.centerline.rulebook.language.Condition.Pattern;
import io.centerline.rulebook.language.Condition.Present;
import io.centerline.rulebook.vocabulary.Conclusion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules over facts straight from the syntax tree, condition by condition.
 *
 * <p>The engine decides; this explains why a rule did not fire and answers what-if questions in a microsecond. A property
 * test holds it to the engine's conclusions on random facts. One reasoner serves one set of facts on one thread.
 */
public final class Reasoner {
    private static final int MOST_SHOWN = 3;

    private final Object[] facts;

    /** Takes the facts of one evaluation. */
    public Reasoner(List<?> facts) {
        this.facts = facts.toArray();
    }

    /** Everything the rule concludes, each conclusion once; empty when it does not fire. */
    public Set<Conclusion> conclusions(Rule rule) {
        Set<Conclusion> conclusions = new LinkedHashSet<>();
        new Walk(rule, false, bindings -> conclusions.add(rule.consequence().conclude(bindings))).from(0);
        return conclusions;
    }

    /**
     * Every way in which the rule fires.
     *
     * @param found receives the conclusion and the values of the variables that the rule's sentence prints, by name
     */
    public void matches(Rule rule, BiConsumer<Conclusion, Map<String, Object>> found) {
        List<Variable> printed = rule.sentence().values();
        new Walk(rule, true, bindings -> {
                    Map<String, Object> values = new HashMap<>();
                    printed.forEach(variable -> values.put(variable.name(), bindings[variable.index()]));
                    found.accept(rule.consequence().conclude(bindings), values);
                })
                .from(0);
    }

    /** The condition at which the rule fails; empty when it fires. */
    public Optional<Shortfall> shortfall(Rule rule) {
        boolean[] fired = new boolean[1];
        Walk walk = new Walk(rule, false, bindings -> fired[0] = true);
        walk.from(0);
        return fired[0] ? Optional.empty() : Optional.of(walk.shortfall());
    }

    /** One pass over the conditions of a rule, depth first. */
    private final class Walk {
        private final Rule rule;
        private final Consumer<Object[]> found;
        private final Object[] bindings;
        private final boolean speaks;
        private @Nullable Object failed;
        private int deepest = -1;
        private final Object[] deepestBindings;

        /** With {@code speaks} variables are bound too that only the sentence prints, such as shares, which are worked out. */
        Walk(Rule rule, boolean speaks, Consumer<Object[]> found) {
            this.rule = rule;
            this.speaks = speaks;
            this.found = found;
            this.bindings = new Object[rule.bindings()];
            this.deepestBindings = new Object[rule.bindings()];
        }

        void from(int index) {
            if (index == rule.conditions().size()) {
                found.accept(bindings);
                return;
            }
            if (index > deepest) {
                deepest = index;
                System.arraycopy(bindings, 0, deepestBindings, 0, bindings.length);
            }
            Condition condition = rule.conditions().get(index);
            if (condition instanceof Pattern pattern) {
                for (Object fact : facts) {
                    if (matches(pattern, fact)) {
                        from(index + 1);
                    }
                }
            } else if (condition instanceof Gathered gathered) {
                if (gathers(gathered)) {
                    from(index + 1);
                }
            } else if (holds(condition)) {
                from(index + 1);
            }
        }

        private boolean holds(Condition condition) {
            return condition instanceof Absent absent ? !some(absent.pattern()) : some(((Present) condition).pattern());
        }

        Shortfall shortfall() {
            Condition condition = rule.conditions().get(deepest);
            System.arraycopy(deepestBindings, 0, bindings, 0, bindings.length);
            return new Shortfall(condition.text(), condition.place().line(), found(condition));
        }

        private boolean some(Pattern pattern) {
            for (Object fact : facts) {
                if (matches(pattern, fact)) {
                    return true;
                }
            }
            return false;
        }

        private boolean matches(Pattern pattern, Object fact) {
            return pattern.fact().javaType() == fact.getClass() && failing(pattern, fact) == null;
        }

        /** Binds the pattern's variables to a fact; the first comparison that fails on {@link #failed}, or null. */
        private Constraint.@Nullable Comparison failing(Pattern pattern, Object fact) {
            if (pattern.binds() != null) {
                bindings[pattern.binds().index()] = fact;
            }
            List<Constraint> constraints = pattern.constraints();
            // Walked by index: this is the innermost loop, and an iterator a fact is most of what it would allocate.
            for (int i = 0; i < constraints.size(); i++) {
                Constraint constraint = constraints.get(i);
                if (constraint instanceof Constraint.Binding binding) {
                    if (speaks || rule.reasonsWith(binding.variable())) {
                        bindings[binding.variable().index()] =
                                binding.field().read().apply(fact);
                    }
                } else if (constraint instanceof Constraint.Comparison comparison) {
                    Object value = comparison.field().read().apply(fact);
                    if (!comparison.holds(value, bindings)) {
                        failed = value;
                        return comparison;
                    }
                }
            }
            return null;
        }

        private boolean gathers(Gathered gathered) {
            for (Aggregate aggregate : gathered.aggregates()) {
                Object value = gather(gathered.pattern(), aggregate);
                if (value == null) {
                    return false;
                }
                bindings[aggregate.binds().index()] = value;
            }
            return gathered.tests().stream().allMatch(test -> test.holds(bindings));
        }

        /** The aggregate over all matching facts; null for the least or greatest of nothing. */
        private @Nullable Object gather(Pattern pattern, Aggregate aggregate) {
            boolean decimal = aggregate.binds().type().kind() == FieldType.Kind.DECIMAL;
            Object sum = decimal ? BigDecimal.ZERO : (Object) 0L;
            Object extreme = null;
            long count = 0;
            for (Object fact : facts) {
                if (!matches(pattern, fact)) {
                    continue;
                }
                count++;
                if (aggregate.argument() != null) {
                    Object value = bindings[aggregate.argument().index()];
                    sum = decimal ? ((BigDecimal) sum).add((BigDecimal) value) : (Object) ((Long) sum + (Long) value);
                    boolean better = extreme == null
                            || (aggregate.function() == Aggregate.Function.MIN ? Operator.LESS : Operator.GREATER)
                                    .holds(value, extreme);
                    extreme = better ? value : extreme;
                }
            }
            return switch (aggregate.function()) {
                case COUNT -> (Object) count;
                case SUM -> sum;
                case MIN, MAX -> extreme;
            };
        }

        private String found(Condition condition) {
            if (condition instanceof Absent absent) {
                return Arrays.stream(facts)
                        .filter(fact -> matches(absent.pattern(), fact))
                        .map(fact -> describe(absent.pattern(), fact))
                        .distinct()
                        .sorted()
                        .limit(MOST_SHOWN)
                        .collect(Collectors.joining("; "));
            }
            if (condition instanceof Gathered gathered) {
                gathers(gathered);
                return gathered.aggregates().stream()
                        .map(aggregate -> aggregate.binds().name() + " is "
                                + Sentence.word(String.valueOf(
                                        bindings[aggregate.binds().index()])))
                        .collect(Collectors.joining(", "));
            }
            Pattern pattern = condition instanceof Present present ? present.pattern() : (Pattern) condition;
            boolean none = true;
            Set<String> values = new TreeSet<>();
            for (Object fact : facts) {
                if (pattern.fact().javaType() == fact.getClass()) {
                    none = false;
                    Constraint.Comparison failing = failing(pattern, fact);
                    if (failing != null) {
                        values.add(failing.field().name() + " " + shown(Objects.requireNonNull(failed)));
                    }
                }
            }
            return none ? "no " + pattern.fact().name() : shown(values);
        }
    }

    private static String shown(Set<String> values) {
        if (values.size() <= MOST_SHOWN) {
            return String.join("; ", values);
        }
        return values.stream().limit(MOST_SHOWN).collect(Collectors.joining("; ")) + " and "
                + (values.size() - MOST_SHOWN) + " more";
    }

    private static String describe(Pattern pattern, Object fact) {
        String fields = pattern.comparisons()
                .map(Constraint.Comparison::field)
                .distinct()
                .map(field -> field.name() + " " + shown(field.read().apply(fact)))
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "a " + pattern.fact().name() : pattern.fact().name() + " with " + fields;
    }

    private static String shown(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : Sentence.word(value);
    }
}
