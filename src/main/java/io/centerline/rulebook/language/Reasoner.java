package io.centerline.rulebook.language;

import io.centerline.rulebook.language.Condition.Absent;
import io.centerline.rulebook.language.Condition.Aggregate;
import io.centerline.rulebook.language.Condition.Gathered;
import io.centerline.rulebook.language.Condition.Pattern;
import io.centerline.rulebook.language.Condition.Present;
import io.centerline.rulebook.vocabulary.Conclusion;
import io.centerline.rulebook.vocabulary.Ratio;
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
 * <p>The second of two readers of a rule: a decision stands only where this and the engine conclude the same. It also
 * explains why a rule did not fire and answers what-if questions in a microsecond. One reasoner serves one set of facts
 * on one thread.
 */
public final class Reasoner {
    private static final int MOST_SHOWN = 3;

    private final Object[] facts;
    private final @Nullable LineFunctions functions;
    private final long lines;
    private long turn = LineFunction.NEVER;

    /** Tells how fields of facts change as entry lines are added to a Center. */
    @FunctionalInterface
    public interface LineFunctions {
        /** The function of a field of a fact; null when more lines leave the field as it is. */
        @Nullable
        LineFunction of(Object fact, String field);
    }

    /** Takes the facts of one evaluation. */
    public Reasoner(List<?> facts) {
        this.facts = facts.toArray();
        this.functions = null;
        this.lines = 0;
    }

    /**
     * Takes the facts as they are with some lines added, and follows up to how many lines its answers stay.
     *
     * @param functions how the facts change with the lines
     * @param lines the lines added in these facts
     */
    public Reasoner(List<?> facts, LineFunctions functions, long lines) {
        this.facts = facts.toArray();
        this.functions = functions;
        this.lines = lines;
    }

    /**
     * The least number of added lines, above those in the facts, at which an answer given so far may differ;
     * {@link LineFunction#NEVER} when none will.
     */
    public long turn() {
        return turn;
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
        private final @Nullable LineFunction[] bound;
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
            this.bound = new LineFunction[functions == null ? 0 : rule.bindings()];
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
                        if (functions != null) {
                            bound[binding.variable().index()] =
                                    functions.of(fact, binding.field().name());
                        }
                    }
                } else if (constraint instanceof Constraint.Comparison comparison) {
                    Object value = comparison.field().read().apply(fact);
                    if (functions != null) {
                        follow(functions.of(fact, comparison.field().name()), value, comparison.operand());
                    }
                    if (!comparison.holds(value, bindings)) {
                        failed = value;
                        return comparison;
                    }
                }
            }
            return null;
        }

        /** Notes where a comparison of a value with an operand may come out differently. */
        private void follow(@Nullable LineFunction function, Object value, Operand operand) {
            LineFunction other = operand instanceof Operand.Bound variable
                    ? bound[variable.variable().index()]
                    : null;
            follow(function, value, other, operand.value(bindings));
        }

        private void follow(
                @Nullable LineFunction function, Object value, @Nullable LineFunction other, Object otherValue) {
            if (function == null && other == null) {
                return;
            }
            LineFunction one = Objects.requireNonNull(LineFunction.of(function, value));
            LineFunction two = Objects.requireNonNull(LineFunction.of(other, otherValue));
            turn = Math.min(turn, one.turn(two, lines));
        }

        private boolean gathers(Gathered gathered) {
            for (Aggregate aggregate : gathered.aggregates()) {
                Object value = gather(gathered.pattern(), aggregate);
                if (value == null) {
                    return false;
                }
                bindings[aggregate.binds().index()] = value;
            }
            for (Condition.Test test : gathered.tests()) {
                if (functions != null) {
                    int variable = test.variable().index();
                    follow(bound[variable], bindings[variable], test.operand());
                }
                if (!test.holds(bindings)) {
                    return false;
                }
            }
            return true;
        }

        /** The aggregate over all matching facts; null for the least or greatest of nothing. */
        private @Nullable Object gather(Pattern pattern, Aggregate aggregate) {
            Gathering gathering = new Gathering(aggregate);
            for (Object fact : facts) {
                if (matches(pattern, fact)) {
                    gathering.add(fact);
                }
            }
            if (functions != null) {
                bound[aggregate.binds().index()] = gathering.function;
            }
            return gathering.value();
        }

        /** An aggregate as it grows fact by fact. */
        private final class Gathering {
            private final Aggregate aggregate;
            private long count;
            private @Nullable Object value;
            private @Nullable Ratio ratio;
            private @Nullable LineFunction function;

            Gathering(Aggregate aggregate) {
                this.aggregate = aggregate;
            }

            void add(Object fact) {
                count++;
                Variable argument = aggregate.argument();
                if (argument == null) {
                    return;
                }
                Object next = bindings[argument.index()];
                LineFunction moving = functions == null ? null : bound[argument.index()];
                if (aggregate.function() == Aggregate.Function.SUM) {
                    addUp(fact, next, moving);
                } else {
                    replace(next, moving);
                }
            }

            private void addUp(Object fact, Object next, @Nullable LineFunction moving) {
                if (function != null || moving != null) {
                    LineFunction sum = LineFunction.of(function, value == null ? 0L : value);
                    LineFunction added = Objects.requireNonNull(LineFunction.of(moving, next));
                    function =
                            value == null ? added : Objects.requireNonNull(sum).plus(added);
                }
                if (aggregate.addsRatios()) {
                    Ratio exact = Objects.requireNonNull(
                                    Objects.requireNonNull(aggregate.field()).exact())
                            .apply(fact);
                    ratio = ratio == null ? exact : ratio.plus(exact);
                }
                value = value == null ? next : sum(value, next);
            }

            private void replace(Object next, @Nullable LineFunction moving) {
                if (value != null && functions != null) {
                    follow(moving, next, function, value);
                }
                Operator better = aggregate.function() == Aggregate.Function.MIN ? Operator.LESS : Operator.GREATER;
                if (value == null || better.holds(next, value)) {
                    value = next;
                    function = moving;
                }
            }

            @Nullable
            Object value() {
                return switch (aggregate.function()) {
                    case COUNT -> (Object) count;
                    case SUM -> ratio != null ? ratio.decimal() : value != null ? value : nothing();
                    case MIN, MAX -> value;
                };
            }

            private Object nothing() {
                return aggregate.binds().type().kind() == FieldType.Kind.DECIMAL ? BigDecimal.ZERO : (Object) 0L;
            }
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

    private static Object sum(Object one, Object other) {
        return one instanceof BigDecimal decimal
                ? decimal.add((BigDecimal) other)
                : (Object) ((Long) one + (Long) other);
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
