package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules of one stage, asked twice: of the engine, and of the reader of the syntax tree. What both conclude is answered;
 * where they differ there is no answer.
 */
final class AgreedStage implements StageRules {
    private final StageRules engine;
    private final StageRules reader;

    /**
     * Asks these rules and reads them.
     *
     * @param engine the compiled rules
     */
    AgreedStage(StageRules engine) {
        this.engine = engine;
        this.reader = new ReadStage(engine.rules());
    }

    @Override
    public List<Rule> rules() {
        return engine.rules();
    }

    /**
     * What both conclude.
     *
     * @throws EvaluatorsDisagree when they conclude different things
     */
    @Override
    public List<Firing> fire(List<?> facts) {
        List<Firing> answer = engine.fire(facts);
        List<Firing> second = reader.fire(facts);
        if (!agree(answer, second)) {
            throw new EvaluatorsDisagree(different(answer, second));
        }
        return answer;
    }

    /** Whether both conclude the same, whatever the order: the sentence of a rule may not tell its matches apart. */
    private static boolean agree(List<Firing> answer, List<Firing> second) {
        return answer.size() == second.size()
                && (pairwise(answer, second) || pairwise(byMeaning(answer), byMeaning(second)));
    }

    private static List<Firing> byMeaning(List<Firing> firings) {
        return firings.stream().sorted(Firing.byMeaning()).toList();
    }

    private static boolean pairwise(List<Firing> answer, List<Firing> second) {
        for (int i = 0; i < answer.size(); i++) {
            if (!same(answer.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Firing one, Firing other) {
        return one.rule() == other.rule()
                && one.conclusion().equals(other.conclusion())
                && same(one.values(), other.values());
    }

    private static boolean same(Map<String, Object> one, Map<String, Object> other) {
        return one.equals(other)
                || one.entrySet().stream().allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
    }

    /** The engine gives a number in the type of its field, the reader in the widest. */
    private static boolean same(Object one, @Nullable Object other) {
        return one.equals(other)
                || (one instanceof Number
                        && other instanceof Number
                        && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0);
    }

    /** The rules of the firings that only one of both has, or has more often, by id. */
    private static List<Rule> different(List<Firing> answer, List<Firing> second) {
        TreeSet<Rule> rules = new TreeSet<>(Comparator.comparing(Rule::id)
                .thenComparing(rule -> rule.inForce().from()));
        List<Firing> unmatched = new ArrayList<>(second);
        for (Firing firing : answer) {
            if (!removeOne(unmatched, firing)) {
                rules.add(firing.rule());
            }
        }
        unmatched.forEach(firing -> rules.add(firing.rule()));
        return List.copyOf(rules);
    }

    private static boolean removeOne(List<Firing> firings, Firing wanted) {
        for (Iterator<Firing> each = firings.iterator(); each.hasNext(); ) {
            if (same(wanted, each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }
}
