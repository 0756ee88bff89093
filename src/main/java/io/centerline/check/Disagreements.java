package io.centerline.check;

import io.centerline.rulebook.EvaluatorsDisagree;
import io.centerline.rulebook.RuleFiles;
import io.centerline.rulebook.language.Rule;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns disagreements of the two evaluators into findings, one for each rule. Safe for any number of threads. */
final class Disagreements {
    private final RuleTexts texts;
    private final Diagnostics diagnostics;
    private final Set<Rule> told = ConcurrentHashMap.newKeySet();

    /**
     * None yet.
     *
     * @param files the rules asked
     */
    Disagreements(RuleFiles files, Diagnostics diagnostics) {
        this.texts = new RuleTexts(files);
        this.diagnostics = diagnostics;
    }

    /** Does a job that asks the rules; where they have no answer, it ends there. Gives whether the evaluators agreed. */
    boolean run(Runnable job) {
        try {
            job.run();
            return true;
        } catch (EvaluatorsDisagree disagree) {
            disagree.rules().stream().filter(told::add).forEach(this::tell);
            return false;
        }
    }

    private void tell(Rule rule) {
        diagnostics.add(
                DiagnosticCode.EVALUATORS_DISAGREE,
                texts.atCondition(
                        rule,
                        "the two evaluators of the rules conclude different things from " + rule.id(),
                        "this is a fault of the program; write the condition in another way"));
    }
}
