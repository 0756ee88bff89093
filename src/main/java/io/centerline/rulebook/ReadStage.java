package io.centerline.rulebook;

import io.centerline.rulebook.language.Reasoner;
import io.centerline.rulebook.language.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that are read from the syntax tree instead of compiled: ready at once, for what-if questions about a rulebook
 * that will answer only a few cases.
 */
record ReadStage(List<Rule> rules) implements StageRules {

    ReadStage {
        rules = List.copyOf(rules);
    }

    @Override
    public List<Firing> fire(List<?> facts) {
        Reasoner reasoner = new Reasoner(facts);
        List<Firing> firings = new ArrayList<>();
        for (Rule rule : rules) {
            reasoner.matches(rule, (conclusion, values) -> firings.add(new Firing(rule, conclusion, values)));
        }
        firings.sort(Firing.ORDER);
        return firings;
    }
}
