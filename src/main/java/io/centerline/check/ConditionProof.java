package io.centerline.check;

import io.centerline.rulebook.language.Impossibility;
import io.centerline.rulebook.language.Rule;
import java.util.List;

/** Says which conditions no fact can satisfy. */
final class ConditionProof {
    private ConditionProof() {}

    static void check(List<Rule> rules, RuleTexts texts, Diagnostics diagnostics) {
        for (Rule rule : rules) {
            for (Impossibility.Claim claim : Impossibility.find(rule)) {
                if (!diagnostics.hasRoom()) {
                    return;
                }
                diagnostics.add(
                        claim.fatal() ? DiagnosticCode.NEVER_HOLDS : DiagnosticCode.ALWAYS_HOLDS,
                        texts.atComparison(claim.place(), claim.message(), claim.help()));
            }
        }
    }
}
