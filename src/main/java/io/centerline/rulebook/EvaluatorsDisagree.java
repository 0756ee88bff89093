package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * The engine and the reader of the syntax tree concluded different things from the same facts: a fault of the program.
 * There is no answer, and nothing may be recorded. The message names the rules and no facts.
 */
public final class EvaluatorsDisagree extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final LongAdder COUNT = new LongAdder();

    private final transient List<Rule> rules;

    EvaluatorsDisagree(List<Rule> rules) {
        super("the two evaluators of the rules disagree on "
                + rules.stream()
                        .map(rule -> rule.id() + " (" + rule.place() + ")")
                        .collect(Collectors.joining(", ")));
        this.rules = List.copyOf(rules);
        COUNT.increment();
    }

    /** How often it happened in this process; 0 unless the program is at fault. */
    public static long count() {
        return COUNT.sum();
    }

    /** The rules on which they differ, by id. */
    public List<Rule> rules() {
        return rules;
    }
}
