package io.centerline.rulebook;

import io.centerline.rulebook.language.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules in force on some days, answered by a stage that holds others too. No rule sees what another one concludes, so
 * leaving out the conclusions of the others is the same as leaving out the others.
 *
 * <p>Membership is compiled once for all days this way: each number is asked once an edition, so the rules that are not
 * in force cost nothing that counts, and compiling them again for every edition would.
 */
final class InForceStage implements StageRules {
    private final List<Rule> rules;
    private final Set<Rule> inForce;
    private final StageRules all;

    InForceStage(List<Rule> rules, StageRules all) {
        this.rules = List.copyOf(rules);
        this.inForce = new HashSet<>(rules);
        this.all = all;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public List<Firing> fire(List<?> facts) {
        return all.fire(facts).stream()
                .filter(firing -> inForce.contains(firing.rule()))
                .toList();
    }
}
